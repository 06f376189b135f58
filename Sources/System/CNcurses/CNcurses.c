#include "CNcurses.h"
#include "Threads.h"

#include <errno.h>
#include <execinfo.h>
#include <fcntl.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <time.h>
#include <ucontext.h>

// The crash guard. Its handler calls only what may be called in a signal handler (write, open,
// mkdir, tcsetattr, signal, raise; backtrace once it has been called before) and reads only what is written before `armed` is set. It ends in the
// default action, not in the handler it found: Swift's would ask questions in the terminal. It runs
// on a stack beside the thread's own, which may be what ran over (Threads.c has those of the threads
// behind the screen).

static atomic_bool armed;
/// The thread whose fault ends the process; 0 while there is none.
static atomic_int breaking;
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

/// Whether what could not be reached lies where the thread's stack would have grown to.
static bool ran_over(const siginfo_t *info, const void *context) {
    if (info->si_signo != SIGSEGV && info->si_signo != SIGBUS) return false;
    if (info->si_code <= 0) return false;
    const mcontext_t *registers = &((const ucontext_t *)context)->uc_mcontext;
#if defined(__x86_64__)
    uintptr_t stack = (uintptr_t)registers->gregs[REG_RSP];
#elif defined(__aarch64__)
    uintptr_t stack = (uintptr_t)registers->sp;
#else
    (void)registers;
    return false;
#endif
    return (uintptr_t)info->si_addr + 4096 - stack < 65536;
}

static void put_count(int file, int count) {
    char digits[12];
    size_t start = sizeof digits;
    do digits[--start] = (char)('0' + count % 10); while ((count /= 10) > 0);
    put(file, digits + start, sizeof digits - start);
}

/// Innermost first. Of a recursion both ends: what went on without end, and how it came to that.
static void put_places(int file) {
    static void *places[1 << 18];
    const int end = 32;
    int count = backtrace(places, sizeof places / sizeof *places);
    put_text(file, "\nplaces in the program:\n");
    if (count <= 2 * end) {
        backtrace_symbols_fd(places, count, file);
        return;
    }
    backtrace_symbols_fd(places, end, file);
    put_text(file, "... ");
    put_count(file, count - 2 * end);
    put_text(file, " places between\n");
    backtrace_symbols_fd(places + count - end, end, file);
}

static bool leave_log(const siginfo_t *info, const void *context) {
    if (log_path[0] == 0) return false;
    make_folders();
    int file = open(log_path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    if (file < 0) return false;
    put_text(file, log_about);
    char signal_line[] = "signal 00";
    signal_line[7] = (char)('0' + info->si_signo / 10 % 10);
    signal_line[8] = (char)('0' + info->si_signo % 10);
    put_text(file, signal_line);
    if (info->si_code == SI_USER) {
        put_text(file, ", sent by another program");
    } else if (atomic_load(&breaking) != getpid()) {
        put_text(file, ", behind the screen");
    }
    if (ran_over(info, context)) put_text(file, "\nits stack ran over: a recursion too deep");
    put_text(file, "\nkeys, as parley play takes them, the last ones last:\n");
    if (log_keys_wrapped) put(file, log_keys + log_keys_end, sizeof log_keys - log_keys_end);
    put(file, log_keys, log_keys_end);
    put_places(file);
    close(file);
    return true;
}

static void exiting(void) { put_back(); }

static void crashed(int number, siginfo_t *info, void *context) {
    int none = 0;
    int thread = (int)syscall(SYS_gettid);
    if (!atomic_compare_exchange_strong(&breaking, &none, thread) && none != thread) {
        // Another thread's fault came first and is being told; this one must not end that.
        const struct timespec moment = {.tv_sec = 5};
        nanosleep(&moment, NULL);
    }
    if (put_back()) {
        put_text(STDERR_FILENO, farewell);
        if (leave_log(info, context)) {
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
    static char stack_memory[PARLEY_FAULT_STACK];
    stack_t stack = {.ss_sp = stack_memory, .ss_size = sizeof stack_memory};
    sigaltstack(&stack, NULL);
    struct sigaction action = {0};
    action.sa_sigaction = crashed;
    action.sa_flags = SA_ONSTACK | SA_SIGINFO;
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

bool parley_guard_is_breaking(void) { return atomic_load(&breaking) != 0; }
