#pragma once

/// Bytes of the stack on which a thread's fault is told: room for the registers the kernel
/// puts there (up to 12 KB), the handler, and the walk up the stack that ran over.
enum { PARLEY_FAULT_STACK = 64 * 1024 };
