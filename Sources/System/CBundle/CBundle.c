#include "CBundle.h"

static const unsigned char ukraine_2025_00[] = {
#embed "../../../seeds/00-pravda-ru.md"
};
static const unsigned char ukraine_2025_01[] = {
#embed "../../../seeds/01-rising-nepal.md"
};
static const unsigned char ukraine_2025_02[] = {
#embed "../../../seeds/02-globe-and-atlas.md"
};
static const unsigned char ukraine_2025_03[] = {
#embed "../../../seeds/03-moscow-times.md"
};
static const unsigned char ukraine_2025_04[] = {
#embed "../../../seeds/04-unknown-editor.md"
};
static const unsigned char iran_2015_00[] = {
#embed "../../../seeds/iran-2015/00-dw.md"
};
static const unsigned char iran_2015_01[] = {
#embed "../../../seeds/iran-2015/01-rt.md"
};
static const unsigned char iran_2015_02[] = {
#embed "../../../seeds/iran-2015/02-guardian.md"
};
static const unsigned char iran_2015_03[] = {
#embed "../../../seeds/iran-2015/03-rferl.md"
};
static const unsigned char iran_2015_04[] = {
#embed "../../../seeds/iran-2015/04-seattle-times.md"
};
static const unsigned char iran_2015_05[] = {
#embed "../../../seeds/iran-2015/05-the-week.md"
};
static const unsigned char iran_2015_06[] = {
#embed "../../../seeds/iran-2015/06-rferl-embargo.md"
};
static const unsigned char iran_2015_07[] = {
#embed "../../../seeds/iran-2015/07-irish-times.md"
};
static const unsigned char dossier_ukraine_2025[] = {
#embed "../../../seeds/dossiers/ukraine-2025.toml"
};
static const unsigned char dossier_iran_2015[] = {
#embed "../../../seeds/dossiers/iran-2015.toml"
};

// The first dossier is the one that is read when the user names none.
static const struct parley_bundled_file files[] = {
    {PARLEY_ARTICLE, "00-pravda-ru.md", "ukraine-2025", ukraine_2025_00, sizeof ukraine_2025_00},
    {PARLEY_ARTICLE, "01-rising-nepal.md", "ukraine-2025", ukraine_2025_01, sizeof ukraine_2025_01},
    {PARLEY_ARTICLE, "02-globe-and-atlas.md", "ukraine-2025", ukraine_2025_02, sizeof ukraine_2025_02},
    {PARLEY_ARTICLE, "03-moscow-times.md", "ukraine-2025", ukraine_2025_03, sizeof ukraine_2025_03},
    {PARLEY_ARTICLE, "04-unknown-editor.md", "ukraine-2025", ukraine_2025_04, sizeof ukraine_2025_04},
    {PARLEY_ARTICLE, "00-dw.md", "iran-2015", iran_2015_00, sizeof iran_2015_00},
    {PARLEY_ARTICLE, "01-rt.md", "iran-2015", iran_2015_01, sizeof iran_2015_01},
    {PARLEY_ARTICLE, "02-guardian.md", "iran-2015", iran_2015_02, sizeof iran_2015_02},
    {PARLEY_ARTICLE, "03-rferl.md", "iran-2015", iran_2015_03, sizeof iran_2015_03},
    {PARLEY_ARTICLE, "04-seattle-times.md", "iran-2015", iran_2015_04, sizeof iran_2015_04},
    {PARLEY_ARTICLE, "05-the-week.md", "iran-2015", iran_2015_05, sizeof iran_2015_05},
    {PARLEY_ARTICLE, "06-rferl-embargo.md", "iran-2015", iran_2015_06, sizeof iran_2015_06},
    {PARLEY_ARTICLE, "07-irish-times.md", "iran-2015", iran_2015_07, sizeof iran_2015_07},
    {PARLEY_DOSSIER, "ukraine-2025.toml", "ukraine-2025", dossier_ukraine_2025, sizeof dossier_ukraine_2025},
    {PARLEY_DOSSIER, "iran-2015.toml", "iran-2015", dossier_iran_2015, sizeof dossier_iran_2015},
};

size_t parley_bundled_count(void) { return sizeof files / sizeof *files; }

struct parley_bundled_file parley_bundled_at(size_t index) { return files[index]; }
