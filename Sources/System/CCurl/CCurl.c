#include "CCurl.h"

#include <curl/curl.h>
#include <dlfcn.h>
#include <netinet/in.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

// The functions that are used, with the types of the library's own header. Those that take any
// number of arguments are called here alone.
static struct {
    bool is_loaded;
    __typeof__(&curl_global_init) global_init;
    __typeof__(&curl_version_info) version_info;
    __typeof__(&curl_easy_init) easy_init;
    __typeof__(&curl_easy_cleanup) easy_cleanup;
    CURLcode (*easy_setopt)(CURL *, CURLoption, ...);
    CURLcode (*easy_getinfo)(CURL *, CURLINFO, ...);
    __typeof__(&curl_easy_strerror) easy_strerror;
    __typeof__(&curl_slist_append) slist_append;
    __typeof__(&curl_slist_free_all) slist_free_all;
    __typeof__(&curl_multi_init) multi_init;
    __typeof__(&curl_multi_cleanup) multi_cleanup;
    __typeof__(&curl_multi_add_handle) multi_add;
    __typeof__(&curl_multi_remove_handle) multi_remove;
    __typeof__(&curl_multi_perform) multi_perform;
    __typeof__(&curl_multi_poll) multi_poll;
    __typeof__(&curl_multi_info_read) multi_info_read;
} curl;

static pthread_once_t once = PTHREAD_ONCE_INIT;

// With or without the number of a version: Debian builds the library with each of these.
static const char *const libraries[] = {"libcurl.so.4", "libcurl-gnutls.so.4"};

static void load(void) {
    void *library = NULL;
    for (size_t i = 0; library == NULL && i < sizeof libraries / sizeof *libraries; i += 1)
        library = dlopen(libraries[i], RTLD_NOW | RTLD_LOCAL);
    if (library == NULL) return;
    const struct {
        void *place;
        const char *name;
    } functions[] = {
        {&curl.global_init, "curl_global_init"},
        {&curl.version_info, "curl_version_info"},
        {&curl.easy_init, "curl_easy_init"},
        {&curl.easy_cleanup, "curl_easy_cleanup"},
        {&curl.easy_setopt, "curl_easy_setopt"},
        {&curl.easy_getinfo, "curl_easy_getinfo"},
        {&curl.easy_strerror, "curl_easy_strerror"},
        {&curl.slist_append, "curl_slist_append"},
        {&curl.slist_free_all, "curl_slist_free_all"},
        {&curl.multi_init, "curl_multi_init"},
        {&curl.multi_cleanup, "curl_multi_cleanup"},
        {&curl.multi_add, "curl_multi_add_handle"},
        {&curl.multi_remove, "curl_multi_remove_handle"},
        {&curl.multi_perform, "curl_multi_perform"},
        {&curl.multi_poll, "curl_multi_poll"},
        {&curl.multi_info_read, "curl_multi_info_read"},
    };
    for (size_t i = 0; i < sizeof functions / sizeof *functions; i += 1) {
        void *function = dlsym(library, functions[i].name);
        if (function == NULL) return;
        memcpy(functions[i].place, &function, sizeof function);
    }
    curl.is_loaded = curl.global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK;
}

bool ccurl_load(void) {
    pthread_once(&once, load);
    return curl.is_loaded;
}

const char *ccurl_version(void) {
    return curl.is_loaded ? curl.version_info(CURLVERSION_NOW)->version : "";
}

struct ccurl_multi {
    CURLM *handle;
};

struct ccurl_transfer {
    CURL *handle;
    CURLM *multi;
    struct curl_slist *headers;
    ccurl_events events;
    char reason[CURL_ERROR_SIZE];
};

ccurl_multi *ccurl_multi_new(void) {
    if (!curl.is_loaded) return NULL;
    ccurl_multi *multi = calloc(1, sizeof *multi);
    if (multi == NULL) return NULL;
    multi->handle = curl.multi_init();
    if (multi->handle != NULL) return multi;
    free(multi);
    return NULL;
}

void ccurl_multi_free(ccurl_multi *multi) {
    curl.multi_cleanup(multi->handle);
    free(multi);
}

static size_t take_header(char *bytes, size_t size, size_t count, void *transfer) {
    const ccurl_events *events = &((ccurl_transfer *)transfer)->events;
    return events->header(events->context, (const uint8_t *)bytes, size * count) ? size * count : 0;
}

static size_t take_body(char *bytes, size_t size, size_t count, void *transfer) {
    const ccurl_events *events = &((ccurl_transfer *)transfer)->events;
    // A write of nothing is no sign to stop.
    if (size * count == 0) return 0;
    return events->body(events->context, (const uint8_t *)bytes, size * count) ? size * count : 0;
}

// Called with the address that the name led to, right before it is connected to: whatever the name
// servers said before, this is where the bytes will go.
static curl_socket_t open_socket(
    void *transfer, curlsocktype purpose, struct curl_sockaddr *address) {
    const ccurl_events *events = &((ccurl_transfer *)transfer)->events;
    const uint8_t *bytes = NULL;
    size_t count = 0;
    if (purpose != CURLSOCKTYPE_IPCXN) return CURL_SOCKET_BAD;
    if (address->family == AF_INET) {
        bytes = (const uint8_t *)&((const struct sockaddr_in *)&address->addr)->sin_addr;
        count = 4;
    } else if (address->family == AF_INET6) {
        bytes = (const uint8_t *)&((const struct sockaddr_in6 *)&address->addr)->sin6_addr;
        count = 16;
    }
    if (bytes == NULL || !events->connects(events->context, bytes, count)) return CURL_SOCKET_BAD;
    return socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}

#pragma clang diagnostic push
// CURLOPT_PROTOCOLS is the only name that old and new versions of the library share.
#pragma clang diagnostic ignored "-Wdeprecated-declarations"
static bool prepare(ccurl_transfer *transfer, const ccurl_request *request) {
    CURL *handle = transfer->handle;
    const long spoken = CURLPROTO_HTTP | CURLPROTO_HTTPS;
    const struct {
        CURLoption option;
        long value;
    } numbers[] = {
        {CURLOPT_NOSIGNAL, 1},
        {CURLOPT_PROTOCOLS, spoken},
        {CURLOPT_REDIR_PROTOCOLS, spoken},
        {CURLOPT_FOLLOWLOCATION, 0},
        {CURLOPT_HTTPGET, 1},
        {CURLOPT_CONNECTTIMEOUT_MS, request->connect_milliseconds},
        {CURLOPT_TIMEOUT_MS, request->total_milliseconds},
        {CURLOPT_SUPPRESS_CONNECT_HEADERS, 1},
    };
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i += 1)
        if (curl.easy_setopt(handle, numbers[i].option, numbers[i].value) != CURLE_OK) return false;
    const struct {
        CURLoption option;
        const char *value;
    } texts[] = {
        {CURLOPT_URL, request->address},
        {CURLOPT_USERAGENT, request->agent},
        {CURLOPT_PROXY, request->proxy},
        {CURLOPT_NOPROXY, ""},
        {CURLOPT_ACCEPT_ENCODING, "gzip, deflate"},
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i += 1)
        if (curl.easy_setopt(handle, texts[i].option, texts[i].value) != CURLE_OK) return false;
    // Nobody is believed without a certificate that is. The library's own trust stays where none
    // is named; a file or folder that is named takes its place.
    if (curl.easy_setopt(handle, CURLOPT_SSL_VERIFYPEER, 1L) != CURLE_OK
        || curl.easy_setopt(handle, CURLOPT_SSL_VERIFYHOST, 2L) != CURLE_OK)
        return false;
    const struct {
        CURLoption option, option_of_proxy;
        const char *value;
    } trusted[] = {
        {CURLOPT_CAINFO, CURLOPT_PROXY_CAINFO, request->trusted_file},
        {CURLOPT_CAPATH, CURLOPT_PROXY_CAPATH, request->trusted_folder},
    };
    for (size_t i = 0; i < sizeof trusted / sizeof *trusted; i += 1) {
        if (!*trusted[i].value) continue;
        if (curl.easy_setopt(handle, trusted[i].option, trusted[i].value) != CURLE_OK) return false;
        // Not every build of the library speaks TLS to proxies.
        curl.easy_setopt(handle, trusted[i].option_of_proxy, trusted[i].value);
    }
    for (size_t i = 0; i < request->header_count; i += 1) {
        struct curl_slist *longer =
            curl.slist_append(transfer->headers, request->headers[i]);
        if (longer == NULL) return false;
        transfer->headers = longer;
    }
    return curl.easy_setopt(handle, CURLOPT_HTTPHEADER, transfer->headers) == CURLE_OK
        && curl.easy_setopt(handle, CURLOPT_ERRORBUFFER, transfer->reason) == CURLE_OK
        && curl.easy_setopt(handle, CURLOPT_HEADERFUNCTION, take_header) == CURLE_OK
        && curl.easy_setopt(handle, CURLOPT_HEADERDATA, transfer) == CURLE_OK
        && curl.easy_setopt(handle, CURLOPT_WRITEFUNCTION, take_body) == CURLE_OK
        && curl.easy_setopt(handle, CURLOPT_WRITEDATA, transfer) == CURLE_OK
        && curl.easy_setopt(handle, CURLOPT_OPENSOCKETFUNCTION, open_socket) == CURLE_OK
        && curl.easy_setopt(handle, CURLOPT_OPENSOCKETDATA, transfer) == CURLE_OK
        && curl.easy_setopt(handle, CURLOPT_PRIVATE, transfer) == CURLE_OK;
}
#pragma clang diagnostic pop

ccurl_transfer *ccurl_begin(
    ccurl_multi *multi, const ccurl_request *request, ccurl_events events) {
    ccurl_transfer *transfer = calloc(1, sizeof *transfer);
    if (transfer == NULL) return NULL;
    transfer->events = events;
    transfer->handle = curl.easy_init();
    if (transfer->handle != NULL && prepare(transfer, request)
        && curl.multi_add(multi->handle, transfer->handle) == CURLM_OK) {
        transfer->multi = multi->handle;
        return transfer;
    }
    ccurl_free(transfer);
    return NULL;
}

void ccurl_free(ccurl_transfer *transfer) {
    if (transfer->multi != NULL) curl.multi_remove(transfer->multi, transfer->handle);
    if (transfer->handle != NULL) curl.easy_cleanup(transfer->handle);
    curl.slist_free_all(transfer->headers);
    free(transfer);
}

bool ccurl_run(ccurl_multi *multi) {
    int running = 0;
    return curl.multi_perform(multi->handle, &running) == CURLM_OK;
}

bool ccurl_wait(ccurl_multi *multi, int descriptor, int milliseconds) {
    struct curl_waitfd extra = {.fd = descriptor, .events = CURL_WAIT_POLLIN};
    return curl.multi_poll(multi->handle, &extra, 1, milliseconds, NULL) == CURLM_OK;
}

static ccurl_ending ending_of(CURLcode code) {
    switch (code) {
    case CURLE_OK: return ccurl_done;
    case CURLE_WRITE_ERROR:
    case CURLE_ABORTED_BY_CALLBACK: return ccurl_ended;
    case CURLE_COULDNT_RESOLVE_HOST: return ccurl_no_host;
    case CURLE_COULDNT_RESOLVE_PROXY: return ccurl_no_proxy;
    case CURLE_COULDNT_CONNECT: return ccurl_no_connection;
    case CURLE_OPERATION_TIMEDOUT: return ccurl_timed_out;
    case CURLE_PARTIAL_FILE:
    case CURLE_RECV_ERROR: return ccurl_broken_off;
    case CURLE_GOT_NOTHING: return ccurl_nothing_sent;
    case CURLE_BAD_CONTENT_ENCODING: return ccurl_damaged;
    case CURLE_PEER_FAILED_VERIFICATION: return ccurl_not_trusted;
    case CURLE_SSL_CACERT_BADFILE: return ccurl_no_certificates;
    default: return ccurl_failed;
    }
}

void *ccurl_next_ended(ccurl_multi *multi, ccurl_ending *ending) {
    int left = 0;
    CURLMsg *message;
    while ((message = curl.multi_info_read(multi->handle, &left)) != NULL) {
        if (message->msg != CURLMSG_DONE) continue;
        ccurl_transfer *transfer = NULL;
        const CURLcode code = message->data.result;
        curl.easy_getinfo(message->easy_handle, CURLINFO_PRIVATE, &transfer);
        if (transfer == NULL) continue;
        if (code != CURLE_OK && transfer->reason[0] == 0)
            strncpy(transfer->reason, curl.easy_strerror(code), CURL_ERROR_SIZE - 1);
        *ending = ending_of(code);
        return transfer->events.context;
    }
    return NULL;
}

const char *ccurl_reason(const ccurl_transfer *transfer) { return transfer->reason; }
