// The door to uchardet, which guesses the encoding of bytes from how often their letters occur.
#ifndef CUCHARDET_H
#define CUCHARDET_H

#include <stddef.h>
#include <stdint.h>

/// Writes the name of the likeliest encoding, at most `capacity` bytes with its final zero, into
/// `name`; an empty name when there is none.
void cuchardet_guess(const uint8_t *bytes, size_t count, char *name, size_t capacity);

#endif
