#pragma once
#define NCURSES_WIDECHAR 1
#include <curses.h>
#include <term.h>
#include <wchar.h>

/// `wcwidth` of the C library, which Swift's Glibc does not show.
static inline int parley_wcwidth(unsigned int scalar) {
    extern int wcwidth(wchar_t);
    return wcwidth((wchar_t)scalar);
}
