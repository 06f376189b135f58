#pragma once
#include <stddef.h>

/// What a bundled file is.
enum parley_bundled_kind { PARLEY_ARTICLE = 0, PARLEY_DOSSIER = 1 };

/// One file of seeds/ that travels inside the binary.
struct parley_bundled_file {
    enum parley_bundled_kind kind;
    /// Its name in its folder under seeds/.
    const char *name;
    /// The id of the dossier that it is, or that the article belongs to.
    const char *dossier;
    const unsigned char *bytes;
    size_t count;
};

/// How many files travel inside the binary.
size_t parley_bundled_count(void);

/// The file at `index`, which must be below `parley_bundled_count()`.
struct parley_bundled_file parley_bundled_at(size_t index);
