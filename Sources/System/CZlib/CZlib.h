#pragma once
#include <zlib.h>

// The door to zlib: its macros as functions, and no more.

/// Begins to inflate gzip and zlib data, whichever it is.
static inline int parley_inflate_begin(z_stream *stream) {
    return inflateInit2(stream, MAX_WBITS + 32);
}

/// Begins to inflate data without any frame, as some servers send "deflate".
static inline int parley_inflate_begin_raw(z_stream *stream) {
    return inflateInit2(stream, -MAX_WBITS);
}
