#pragma once
#include <stddef.h>

/// One file that travels inside the binary.
struct parley_bundled_file {
    const char *name;
    const unsigned char *bytes;
    size_t count;
};

/// How many files travel inside the binary.
size_t parley_bundled_count(void);

/// The file at `index`, which must be below `parley_bundled_count()`.
struct parley_bundled_file parley_bundled_at(size_t index);
