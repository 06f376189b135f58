#pragma once
#ifndef _GNU_SOURCE
#define _GNU_SOURCE 1
#endif
#define NCURSES_WIDECHAR 1
#include <curses.h>
#include <poll.h>
#include <signal.h>
#include <stdbool.h>
#include <stdint.h>
#include <sys/eventfd.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/signalfd.h>
#include <term.h>
#include <termios.h>
#include <unistd.h>
#include <wchar.h>

// What Swift cannot import of ncurses and the system: macros with casts, variadic functions,
// globals, and headers the Glibc module leaves out. Nothing here decides anything.

// MARK: attributes

static const attr_t parley_bold = A_BOLD;
static const attr_t parley_underline = A_UNDERLINE;
static const attr_t parley_reverse = A_REVERSE;

// MARK: the screen

/// ncurses on a terminal of the given type: keys from `input`, bytes for the screen to `output`.
/// Null when the type is unknown.
static inline SCREEN *parley_screen(const char *type, FILE *output, FILE *input) {
    return newterm(type, output, input);
}

/// The window that covers the whole screen; there is one while a screen is open.
static inline WINDOW *parley_window(void) { return stdscr; }

/// How many colours and pairs of them the terminal has, once `start_color` has been called.
static inline int parley_colors(void) { return COLORS; }
static inline int parley_color_pairs(void) { return COLOR_PAIRS; }

/// Five scalars, of which the first counts columns, with attributes and a colour pair below 256.
static inline cchar_t parley_cell(
    uint32_t a, uint32_t b, uint32_t c, uint32_t d, uint32_t e, attr_t attributes, int pair) {
    cchar_t cell = {0};
    cell.attr = attributes | (attr_t)COLOR_PAIR(pair);
    cell.ext_color = pair;
    cell.chars[0] = (wchar_t)a;
    cell.chars[1] = (wchar_t)b;
    cell.chars[2] = (wchar_t)c;
    cell.chars[3] = (wchar_t)d;
    cell.chars[4] = (wchar_t)e;
    return cell;
}

/// What a byte alone stands for in the locale that was set; 0 where it is no character.
static inline uint32_t parley_character(unsigned char byte) {
    wint_t wide = btowc(byte);
    return wide == WEOF ? 0 : (uint32_t)wide;
}

/// `wcwidth` of the C library, which Swift's Glibc does not show.
static inline int parley_wcwidth(unsigned int scalar) {
    extern int wcwidth(wchar_t);
    return wcwidth((wchar_t)scalar);
}

/// A string capability of the terminal; null when it has none.
static inline const char *parley_capability(const char *name) {
    const char *value = tigetstr((char *)name);
    return value == (const char *)-1 ? NULL : value;
}

/// The name of the n-th string capability that terminfo has, of whatever terminal; null behind the
/// last.
static inline const char *parley_capability_name(int number) { return strnames[number]; }

// MARK: waiting

/// A counter that `poll` can wait for; -1 on failure.
static inline int parley_eventfd(void) { return eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK); }

/// Memory that is written and read as a file; -1 on failure.
static inline int parley_memory_file(void) { return memfd_create("parley", MFD_CLOEXEC); }

/// All signals that would end the browser but for a fault.
static inline sigset_t parley_endings(void) {
    sigset_t set;
    sigemptyset(&set);
    const int signals[] = {SIGTERM, SIGHUP,    SIGINT,  SIGQUIT, SIGUSR1, SIGUSR2,   SIGALRM,
                           SIGVTALRM, SIGPROF, SIGXCPU, SIGXFSZ, SIGIO,   SIGSTKFLT, SIGPWR,
                           SIGPIPE};
    for (size_t i = 0; i < sizeof signals / sizeof *signals; i++) sigaddset(&set, signals[i]);
    for (int number = SIGRTMIN; number <= SIGRTMAX; number++) sigaddset(&set, number);
    return set;
}

/// The signals the browser answers: those that say something, and those that would end it, so that
/// none leaves the terminal as it is.
static inline sigset_t parley_signals(void) {
    sigset_t set = parley_endings();
    sigaddset(&set, SIGWINCH);
    sigaddset(&set, SIGTSTP);
    sigaddset(&set, SIGCONT);
    return set;
}

/// Keeps those signals from being delivered to this thread and those it starts later.
static inline void parley_block_signals(void) {
    sigset_t set = parley_signals();
    pthread_sigmask(SIG_BLOCK, &set, NULL);
}

/// Has those signals reach this thread again, and do what they do by default where ncurses, which
/// has been asked for a screen and had none, would catch them and end the process its own way.
static inline void parley_unblock_signals(void) {
    const int caught[] = {SIGINT, SIGTERM, SIGTSTP, SIGWINCH, SIGQUIT};
    for (size_t i = 0; i < sizeof caught / sizeof *caught; i++) signal(caught[i], SIG_DFL);
    sigset_t none;
    sigemptyset(&none);
    pthread_sigmask(SIG_SETMASK, &none, NULL);
}

/// A descriptor from which the blocked signals are read; -1 on failure.
static inline int parley_signalfd(void) {
    sigset_t set = parley_signals();
    return signalfd(-1, &set, SFD_CLOEXEC | SFD_NONBLOCK);
}

/// A descriptor that can be read while one of them waits that would end the browser; -1 on failure.
static inline int parley_endings_fd(void) {
    sigset_t set = parley_endings();
    return signalfd(-1, &set, SFD_CLOEXEC | SFD_NONBLOCK);
}

/// The signals that end the browser from outside while another program has the terminal: what the
/// keyboard sends is that program's. A descriptor they are read from; -1 on failure.
static inline int parley_outside_endings_fd(void) {
    sigset_t set = parley_endings();
    sigdelset(&set, SIGINT);
    sigdelset(&set, SIGQUIT);
    return signalfd(-1, &set, SFD_CLOEXEC | SFD_NONBLOCK);
}

/// The next signal, or 0 when none waits.
static inline int parley_next_signal(int descriptor) {
    struct signalfd_siginfo info;
    return read(descriptor, &info, sizeof info) == sizeof info ? (int)info.ssi_signo : 0;
}

/// Forgets signals from the keyboard that wait.
static inline void parley_drop_interrupts(void) {
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGINT);
    sigaddset(&set, SIGQUIT);
    sigaddset(&set, SIGTSTP);
    const struct timespec none = {0, 0};
    while (sigtimedwait(&set, NULL, &none) > 0) {}
}

/// Has Ctrl-C be read from the descriptor that is returned, -1 on failure, instead of reaching this
/// thread; `before` gets what reached it until now.
static inline int parley_take_interrupts(sigset_t *before) {
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGINT);
    pthread_sigmask(SIG_BLOCK, &set, before);
    return signalfd(-1, &set, SFD_CLOEXEC | SFD_NONBLOCK);
}

/// Ends that.
static inline void parley_leave_interrupts(int descriptor, sigset_t before) {
    if (descriptor >= 0) close(descriptor);
    pthread_sigmask(SIG_SETMASK, &before, NULL);
}

/// Ends the process by a signal as if nothing had caught it.
static inline void parley_die_by(int number) {
    signal(number, SIG_DFL);
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, number);
    raise(number);
    pthread_sigmask(SIG_UNBLOCK, &set, NULL);
}

/// Columns and rows of a terminal; false when it does not say.
static inline bool parley_size(int descriptor, int *width, int *height) {
    struct winsize size;
    if (ioctl(descriptor, TIOCGWINSZ, &size) != 0 || size.ws_col == 0 || size.ws_row == 0) {
        return false;
    }
    *width = size.ws_col;
    *height = size.ws_row;
    return true;
}

// MARK: the crash guard

/// Whatever ends the process from now on (a trap, `abort`, `exit`), the terminal is first given
/// `modes`, written to `output`, and these settings of the line at `input`.
void parley_guard_arm(int input, int output, struct termios settings, const char *modes);

/// Where a crash leaves a file, and what its first lines say; folders above it are made then.
void parley_guard_log(const char *path, const char *about);

/// A key was pressed: what a crash leaves ends with the last of them.
void parley_guard_key(const char *notation);

/// The terminal has been put back; nothing is left to guard.
void parley_guard_disarm(void);

/// The process is being ended by a crash: nothing more may be written to the terminal.
bool parley_guard_is_breaking(void);
