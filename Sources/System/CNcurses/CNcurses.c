#include "CNcurses.h"

#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>

// The crash guard. Its handler calls only what may be called in a signal handler (write,
// tcsetattr, signal, raise) and reads only what is written before `armed` is set. It ends in the
// default action, not in the handler it found: Swift's would ask questions in the terminal.

static atomic_bool armed;
static atomic_bool breaking;
static int guard_input;
static int guard_output;
static struct termios guard_settings;
static char guard_modes[512];
static size_t guard_modes_count;

static const int crashes[] = {SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGABRT, SIGFPE, SIGSYS};
static const char farewell[] = "parley: ended by a fault of its own; please report it\r\n";

static bool put_back(void) {
    if (!atomic_exchange(&armed, false)) return false;
    ssize_t ignored = write(guard_output, guard_modes, guard_modes_count);
    (void)ignored;
    tcsetattr(guard_input, TCSANOW, &guard_settings);
    return true;
}

static void exiting(void) { put_back(); }

static void crashed(int number) {
    atomic_store(&breaking, true);
    if (put_back()) {
        ssize_t ignored = write(STDERR_FILENO, farewell, sizeof farewell - 1);
        (void)ignored;
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
