#include "CIconv.h"

#include <errno.h>
#include <iconv.h>
#include <string.h>

static const char replacement[] = "\xEF\xBF\xBD";

ssize_t ciconv_utf8(
    const char *name, const uint8_t *input, size_t count, uint8_t *output, size_t capacity,
    size_t *lost) {
    *lost = 0;
    iconv_t converter = iconv_open("UTF-8", name);
    if (converter == (iconv_t)-1) return -1;
    char *in = (char *)input, *out = (char *)output;
    size_t left = count, room = capacity;
    while (left > 0) {
        if (iconv(converter, &in, &left, &out, &room) != (size_t)-1) break;
        if (errno == E2BIG || room < 3) break;
        memcpy(out, replacement, 3);
        out += 3;
        room -= 3;
        *lost += 1;
        if (errno == EINVAL) break;
        in += 1;
        left -= 1;
    }
    iconv(converter, NULL, NULL, &out, &room);
    iconv_close(converter);
    return out - (char *)output;
}
