#include "CCoverage.h"
#include <stdint.h>
#include <string.h>

// Clang's SanitizerCoverage calls these two (its documentation, "Tracing PCs with guards"). The
// sanitizers bring weak ones of their own, which these replace.

enum { MOST = 1 << 21 };

static uint32_t edges;
static uint8_t passed[MOST];
static uint8_t known[MOST];
/// Those passed by the last input, so that nobody walks over all.
static uint32_t touched[MOST];
static uint32_t count;

void __sanitizer_cov_trace_pc_guard_init(uint32_t *start, uint32_t *stop) {
    if (start == stop || *start) return;
    for (uint32_t *guard = start; guard < stop; guard++) {
        if (edges + 1 < MOST) *guard = ++edges;
    }
}

void __sanitizer_cov_trace_pc_guard(uint32_t *guard) {
    uint32_t edge = *guard;
    if (!edge || passed[edge]) return;
    passed[edge] = 1;
    touched[count++] = edge;
}

size_t parley_edges(void) { return edges; }

void parley_forget_edges(void) {
    for (uint32_t index = 0; index < count; index++) passed[touched[index]] = 0;
    count = 0;
}

size_t parley_new_edges(void) {
    size_t fresh = 0;
    for (uint32_t index = 0; index < count; index++) {
        uint32_t edge = touched[index];
        fresh += !known[edge];
        known[edge] = 1;
    }
    return fresh;
}
