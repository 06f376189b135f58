#include "CUchardet.h"

#include <string.h>
#include <uchardet/uchardet.h>

void cuchardet_guess(const uint8_t *bytes, size_t count, char *name, size_t capacity) {
    name[0] = 0;
    uchardet_t detector = uchardet_new();
    if (detector == NULL) return;
    if (uchardet_handle_data(detector, (const char *)bytes, count) == 0) {
        uchardet_data_end(detector);
        strncpy(name, uchardet_get_charset(detector), capacity - 1);
        name[capacity - 1] = 0;
    }
    uchardet_delete(detector);
}
