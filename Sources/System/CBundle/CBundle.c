#include "CBundle.h"

static const unsigned char article_00[] = {
#embed "../../../seeds/00-pravda-ru.md"
};
static const unsigned char article_01[] = {
#embed "../../../seeds/01-rising-nepal.md"
};
static const unsigned char article_02[] = {
#embed "../../../seeds/02-globe-and-atlas.md"
};
static const unsigned char article_03[] = {
#embed "../../../seeds/03-moscow-times.md"
};
static const unsigned char article_04[] = {
#embed "../../../seeds/04-unknown-editor.md"
};
static const unsigned char dossier_ukraine_2025[] = {
#embed "../../../seeds/dossiers/ukraine-2025.toml"
};

static const struct parley_bundled_file files[] = {
    {PARLEY_ARTICLE, "00-pravda-ru.md", article_00, sizeof article_00},
    {PARLEY_ARTICLE, "01-rising-nepal.md", article_01, sizeof article_01},
    {PARLEY_ARTICLE, "02-globe-and-atlas.md", article_02, sizeof article_02},
    {PARLEY_ARTICLE, "03-moscow-times.md", article_03, sizeof article_03},
    {PARLEY_ARTICLE, "04-unknown-editor.md", article_04, sizeof article_04},
    {PARLEY_DOSSIER, "ukraine-2025.toml", dossier_ukraine_2025, sizeof dossier_ukraine_2025},
};

size_t parley_bundled_count(void) { return sizeof files / sizeof *files; }

struct parley_bundled_file parley_bundled_at(size_t index) { return files[index]; }
