#ifndef PARLEY_COVERAGE_H
#define PARLEY_COVERAGE_H
#include <stddef.h>

// Which edges of the program were passed, when it was built with
// -sanitize-coverage=edge,trace-pc-guard; nothing otherwise.

/// How many edges there are; 0 without instrumentation.
size_t parley_edges(void);
/// Forgets which edges were passed by the last input.
void parley_forget_edges(void);
/// How many edges were passed since then that no input had passed before; they count as known
/// afterwards.
size_t parley_new_edges(void);

#endif
