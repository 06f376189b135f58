// The door to libcurl. The library is loaded when it is first asked for and never linked, so that
// a program that fetches nothing pays nothing for it and runs where it is not installed.
//
// Fetching goes through a `ccurl_multi`, which belongs to one thread. Every request is one GET:
// redirects are not followed, cookies and passwords are neither kept nor sent, and only HTTP and
// HTTPS are spoken. What to do with an answer is not decided here.
#ifndef CCURL_H
#define CCURL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// What happens to a request, in order; each is called with `context` while `ccurl_run` runs.
typedef struct ccurl_events {
    void *context;
    /// The 4 or 16 bytes of the address that is about to be connected to; false refuses it.
    bool (*connects)(void *context, const uint8_t *address, size_t count);
    /// One line of the answer's header with its end, the status line first; false ends the request.
    bool (*header)(void *context, const uint8_t *bytes, size_t count);
    /// A piece of the body, unpacked; false ends the request.
    bool (*body)(void *context, const uint8_t *bytes, size_t count);
} ccurl_events;

typedef struct ccurl_request {
    const char *address;
    const char *agent;
    /// The proxy's address; empty for none. The environment is never looked at.
    const char *proxy;
    /// A file and a folder of the certificates that servers are held against; empty for the
    /// system's.
    const char *trusted_file;
    const char *trusted_folder;
    /// Further lines of the header; null for none.
    const char *const *headers;
    size_t header_count;
    long connect_milliseconds;
    long total_milliseconds;
} ccurl_request;

/// How a request ended.
typedef enum ccurl_ending {
    ccurl_done,
    /// One of the events ended it.
    ccurl_ended,
    ccurl_no_host,
    ccurl_no_proxy,
    ccurl_no_connection,
    ccurl_timed_out,
    /// The connection was closed before the answer was complete.
    ccurl_broken_off,
    ccurl_nothing_sent,
    /// The compressed body is damaged.
    ccurl_damaged,
    ccurl_not_trusted,
    /// The certificates to hold it against cannot be read.
    ccurl_no_certificates,
    ccurl_failed,
} ccurl_ending;

typedef struct ccurl_multi ccurl_multi;
typedef struct ccurl_transfer ccurl_transfer;

/// Loads the library; true from the first success on. Safe from any thread.
bool ccurl_load(void);

/// As the library calls itself: `7.88.1`. Empty before it was loaded.
const char *ccurl_version(void);

/// Null when there is no memory or the library is not loaded.
ccurl_multi *ccurl_multi_new(void);
/// Every transfer must have been freed.
void ccurl_multi_free(ccurl_multi *multi);

/// Begins a request, whose strings are copied; null when it cannot be begun. `events.context` must
/// outlive it.
ccurl_transfer *ccurl_begin(
    ccurl_multi *multi, const ccurl_request *request, ccurl_events events);

/// Ends a request if it still runs, and frees it.
void ccurl_free(ccurl_transfer *transfer);

/// Moves all requests on as far as they go without waiting. False when the library fails.
bool ccurl_run(ccurl_multi *multi);

/// Waits until a request can go on, `descriptor` can be read or the time is up. False when the
/// library fails.
bool ccurl_wait(ccurl_multi *multi, int descriptor, int milliseconds);

/// The `context` of a request that has ended, with how; null when there is none left to tell of.
void *ccurl_next_ended(ccurl_multi *multi, ccurl_ending *ending);

/// What the library says went wrong, in its words; empty when nothing did.
const char *ccurl_reason(const ccurl_transfer *transfer);

#endif
