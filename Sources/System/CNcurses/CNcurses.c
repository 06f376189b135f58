#include "CNcurses.h"

#include <errno.h>
#include <execinfo.h>
#include <fcntl.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

// The crash guard. Its handler calls only what may be called in a signal handler (write, open,
// mkdir, tcsetattr, signal, raise; backtrace once it has been called before) and reads only what is written before `armed` is set. It ends in the
// default action, not in the handler it found: Swift's would ask questions in the terminal.

static atomic_bool armed;
static atomic_bool breaking;
static int guard_input;
static int guard_output;
static struct termios guard_settings;
static char guard_modes[512];
static size_t guard_modes_count;

// What is left behind for whoever looks for the fault: what was pressed last, and where it was.
static char log_path[512];
static char log_about[256];
static char log_keys[4096];
static size_t log_keys_end;
static bool log_keys_wrapped;

static const int crashes[] = {SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGABRT, SIGFPE, SIGSYS};
static const char farewell[] = "parley: ended by a fault of its own; please report it\r\n";

static bool put_back(void) {
    if (!atomic_exchange(&armed, false)) return false;
    size_t done = 0;
    while (done < guard_modes_count) {
        ssize_t count = write(guard_output, guard_modes + done, guard_modes_count - done);
        if (count > 0) {
            done += (size_t)count;
            continue;
        }
        // A terminal that is slow gets a moment, one that takes nothing no more than that.
        struct pollfd ready = {.fd = guard_output, .events = POLLOUT};
        if (count == 0 || errno != EAGAIN || poll(&ready, 1, 500) <= 0) break;
    }
    tcsetattr(guard_input, TCSANOW, &guard_settings);
    return true;
}

static void put(int file, const char *text, size_t count) {
    ssize_t ignored = write(file, text, count);
    (void)ignored;
}

static void put_text(int file, const char *text) { put(file, text, strlen(text)); }

/// Makes the folders above the file, each open to the person only.
static void make_folders(void) {
    char folder[sizeof log_path];
    for (size_t at = 1; log_path[at] != 0; at++) {
        if (log_path[at] != '/') continue;
        memcpy(folder, log_path, at);
        folder[at] = 0;
        mkdir(folder, 0700);
    }
}

static bool leave_log(int number) {
    if (log_path[0] == 0) return false;
    make_folders();
    int file = open(log_path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    if (file < 0) return false;
    put_text(file, log_about);
    char signal_line[] = "signal 00\nkeys, as parley play takes them, the last ones last:\n";
    signal_line[7] = (char)('0' + number / 10 % 10);
    signal_line[8] = (char)('0' + number % 10);
    put_text(file, signal_line);
    if (log_keys_wrapped) put(file, log_keys + log_keys_end, sizeof log_keys - log_keys_end);
    put(file, log_keys, log_keys_end);
    put_text(file, "\nplaces in the program:\n");
    void *places[64];
    backtrace_symbols_fd(places, backtrace(places, 64), file);
    close(file);
    return true;
}

static void exiting(void) { put_back(); }

static void crashed(int number) {
    atomic_store(&breaking, true);
    if (put_back()) {
        put_text(STDERR_FILENO, farewell);
        if (leave_log(number)) {
            put_text(STDERR_FILENO, "parley: what was pressed, and where it was: ");
            put_text(STDERR_FILENO, log_path);
            put_text(STDERR_FILENO, "\r\n");
        }
    }
    signal(number, SIG_DFL);
    // On return the fault happens again, or the signal that was sent is sent again.
    raise(number);
}

static void install(void) {
    static char stack_memory[64 * 1024];
    stack_t stack = {.ss_sp = stack_memory, .ss_size = sizeof stack_memory};
    sigaltstack(&stack, NULL);
    struct sigaction action = {0};
    action.sa_handler = crashed;
    action.sa_flags = SA_ONSTACK;
    sigemptyset(&action.sa_mask);
    for (size_t i = 0; i < sizeof crashes / sizeof *crashes; i++) {
        sigaction(crashes[i], &action, NULL);
    }
    atexit(exiting);
    // The first call loads a library, which a handler must not do.
    void *place[1];
    backtrace(place, 1);
}

void parley_guard_log(const char *path, const char *about) {
    if (strlen(path) >= sizeof log_path || strlen(about) >= sizeof log_about) return;
    strcpy(log_path, path);
    strcpy(log_about, about);
}

void parley_guard_key(const char *notation) {
    for (const char *c = notation; *c != 0; c++) {
        log_keys[log_keys_end++] = *c;
        if (log_keys_end == sizeof log_keys) {
            log_keys_end = 0;
            log_keys_wrapped = true;
        }
    }
}

void parley_guard_arm(int input, int output, struct termios settings, const char *modes) {
    static bool installed;
    guard_input = input;
    guard_output = output;
    guard_settings = settings;
    guard_modes_count = strnlen(modes, sizeof guard_modes);
    memcpy(guard_modes, modes, guard_modes_count);
    if (!installed) {
        installed = true;
        install();
    }
    atomic_store(&armed, true);
}

void parley_guard_disarm(void) { atomic_store(&armed, false); }

bool parley_guard_is_breaking(void) { return atomic_load(&breaking); }
