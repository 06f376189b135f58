#include "CMemory.h"

#include <sqlite3.h>
#include <stdlib.h>
#include <unistd.h>

#ifdef __GLIBC__
#include <malloc.h>
#endif

void parley_memory_in_large_pieces(void) {
#ifdef __GLIBC__
    mallopt(M_ARENA_MAX, 4);
    mallopt(M_TOP_PAD, 8 << 20);
    mallopt(M_MMAP_THRESHOLD, 32 << 20);
#endif
}

void parley_memory_piece_by_piece(void) {
#ifdef __GLIBC__
    mallopt(M_MMAP_THRESHOLD, 128 << 10);
    long processors = sysconf(_SC_NPROCESSORS_ONLN);
    mallopt(M_ARENA_MAX, processors > 1 ? (int)processors : 1);
#endif
}

void parley_memory_give_back(void) {
#ifdef __GLIBC__
    malloc_trim(0);
#endif
}

void parley_sqlite_without_memory_count(void) {
    sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
}
