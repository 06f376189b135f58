#ifndef _GNU_SOURCE
#define _GNU_SOURCE 1
#endif
#include "Threads.h"

#include <dlfcn.h>
#include <pthread.h>
#include <signal.h>
#include <stdlib.h>

// A thread whose stack has run over has nowhere to run a signal handler, and the terminal would stay
// raw, unless it has a second stack for it; the kernel keeps one for each thread (sigaltstack(2)). The
// threads behind the screen are started by the concurrency runtime, by Foundation and by libraries,
// so they get theirs where all of them begin: the program's own pthread_create stands before the C
// library's. The second stack is the far end of the thread's own, which an overflow never reaches:
// nothing to take, nothing to give back.

#if defined(__has_feature)
#if __has_feature(thread_sanitizer) || __has_feature(address_sanitizer)
#define PARLEY_THREADS_ARE_WATCHED 1
#endif
#endif

#if defined(__linux__) && !defined(PARLEY_THREADS_ARE_WATCHED)

typedef int create_thread(
    pthread_t *, const pthread_attr_t *, void *(*)(void *), void *);

struct work {
    void *(*run)(void *);
    void *argument;
};

static void leave(void *unused) {
    (void)unused;
    const stack_t none = {.ss_flags = SS_DISABLE};
    sigaltstack(&none, NULL);
}

static void *begin(void *given) {
    struct work work = *(struct work *)given;
    free(given);
    char memory[PARLEY_FAULT_STACK];
    const stack_t stack = {.ss_sp = memory, .ss_size = sizeof memory};
    sigaltstack(&stack, NULL);
    void *result;
    pthread_cleanup_push(leave, NULL);
    result = work.run(work.argument);
    pthread_cleanup_pop(1);
    return result;
}

/// Whether a stack of this kind has the room to spare.
static int has_room(const pthread_attr_t *attributes) {
    size_t size = 0;
    if (attributes != NULL) {
        pthread_attr_getstacksize(attributes, &size);
    } else {
        pthread_attr_t usual;
        if (pthread_getattr_default_np(&usual) != 0) return 0;
        pthread_attr_getstacksize(&usual, &size);
        pthread_attr_destroy(&usual);
    }
    return size >= 4 * PARLEY_FAULT_STACK;
}

int pthread_create(
    pthread_t *thread, const pthread_attr_t *attributes, void *(*run)(void *), void *argument) {
    static create_thread *next;
    create_thread *create = __atomic_load_n(&next, __ATOMIC_RELAXED);
    if (create == NULL) {
        create = (create_thread *)dlsym(RTLD_NEXT, "pthread_create");
        __atomic_store_n(&next, create, __ATOMIC_RELAXED);
    }
    struct work *work = has_room(attributes) ? malloc(sizeof *work) : NULL;
    if (work == NULL) return create(thread, attributes, run, argument);
    *work = (struct work){.run = run, .argument = argument};
    int result = create(thread, attributes, begin, work);
    if (result != 0) free(work);
    return result;
}

#endif
