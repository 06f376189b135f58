// The door to the C library's iconv, for encodings with more than one byte a character.
#ifndef CICONV_H
#define CICONV_H

#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

/// Writes `input` as UTF-8 and gives the number of bytes written, or -1 when the encoding `name`
/// is not known here. What cannot be read becomes U+FFFD, counted in `lost`. Stops when `output`
/// is full: four bytes for each of the input and sixteen more are enough.
ssize_t ciconv_utf8(
    const char *name, const uint8_t *input, size_t count, uint8_t *output, size_t capacity,
    size_t *lost);

#endif
