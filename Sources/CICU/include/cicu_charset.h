// Charset detection and conversion to UTF-8.
#ifndef CICU_CHARSET_H
#define CICU_CHARSET_H
#include <stddef.h>
#include <stdint.h>

/// One guess of the charset of some bytes.
typedef struct {
    /// IANA name as ICU spells it, NUL-terminated.
    char name[64];
    /// Two-letter language the guess came with, empty where the charset says nothing of language.
    char language[8];
    /// 0…100, best first.
    int32_t confidence;
} cicu_charset_guess;

/// Writes up to `capacity` guesses, best first, and returns how many; negative when ICU failed.
int32_t cicu_charset_detect(const uint8_t *bytes, size_t length, cicu_charset_guess *out, int32_t capacity);

/// Outcome of a conversion.
typedef enum {
    CICU_CHARSET_OK = 0,
    /// ICU knows no charset of that name.
    CICU_CHARSET_UNKNOWN = 1,
    /// Bytes that the charset does not allow; `error_offset` says where.
    CICU_CHARSET_MALFORMED = 2,
    /// No memory, or the result would pass `limit`.
    CICU_CHARSET_TOO_LARGE = 3,
} cicu_charset_status;

/// Converts `bytes` from `charset` to UTF-8. `*out` is to be freed with `cicu_charset_free`.
cicu_charset_status cicu_charset_to_utf8(const char *charset, const uint8_t *bytes, size_t length, size_t limit,
                                         uint8_t **out, size_t *out_length, size_t *error_offset);

/// Frees what `cicu_charset_to_utf8` handed out.
void cicu_charset_free(uint8_t *bytes);

#endif
