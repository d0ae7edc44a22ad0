#include "cicu_charset.h"

#include <stdlib.h>
#include <string.h>
#include <unicode/ucnv.h>
#include <unicode/ucnv_err.h>
#include <unicode/ucsdet.h>

int32_t cicu_charset_detect(const uint8_t *bytes, size_t length, cicu_charset_guess *out, int32_t capacity) {
    UErrorCode status = U_ZERO_ERROR;
    UCharsetDetector *detector = ucsdet_open(&status);
    if (U_FAILURE(status)) return -1;
    if (length > INT32_MAX) length = INT32_MAX;
    int32_t written = -1;
    ucsdet_setText(detector, (const char *)bytes, (int32_t)length, &status);
    int32_t found = 0;
    const UCharsetMatch **matches = ucsdet_detectAll(detector, &found, &status);
    if (U_SUCCESS(status)) {
        written = 0;
        for (int32_t i = 0; i < found && written < capacity; i++) {
            UErrorCode inner = U_ZERO_ERROR;
            const char *name = ucsdet_getName(matches[i], &inner);
            const char *language = ucsdet_getLanguage(matches[i], &inner);
            int32_t confidence = ucsdet_getConfidence(matches[i], &inner);
            if (U_FAILURE(inner) || name == NULL) continue;
            cicu_charset_guess *guess = &out[written++];
            memset(guess, 0, sizeof *guess);
            strncpy(guess->name, name, sizeof guess->name - 1);
            if (language != NULL) strncpy(guess->language, language, sizeof guess->language - 1);
            guess->confidence = confidence;
        }
    }
    ucsdet_close(detector);
    return written;
}

cicu_charset_status cicu_charset_to_utf8(const char *charset, const uint8_t *bytes, size_t length, size_t limit,
                                         uint8_t **out, size_t *out_length, size_t *error_offset) {
    *out = NULL;
    *out_length = 0;
    *error_offset = 0;
    UErrorCode status = U_ZERO_ERROR;
    UConverter *from = ucnv_open(charset, &status);
    if (U_FAILURE(status)) return CICU_CHARSET_UNKNOWN;
    UConverter *to = ucnv_open("UTF-8", &status);
    if (U_FAILURE(status)) {
        ucnv_close(from);
        return CICU_CHARSET_UNKNOWN;
    }
    // A byte that the charset does not know must stop the conversion, not become U+FFFD.
    ucnv_setToUCallBack(from, UCNV_TO_U_CALLBACK_STOP, NULL, NULL, NULL, &status);

    size_t capacity = length + length / 2 + 64;
    if (capacity > limit) capacity = limit;
    uint8_t *buffer = malloc(capacity > 0 ? capacity : 1);
    cicu_charset_status result = buffer == NULL ? CICU_CHARSET_TOO_LARGE : CICU_CHARSET_OK;
    UChar pivot[2048];
    UChar *pivot_source = pivot, *pivot_target = pivot;
    const char *source = (const char *)bytes;
    const char *source_end = source + length;
    char *target = (char *)buffer;
    UBool reset = true;
    while (result == CICU_CHARSET_OK) {
        status = U_ZERO_ERROR;
        ucnv_convertEx(to, from, &target, (char *)buffer + capacity, &source, source_end, pivot, &pivot_source,
                       &pivot_target, pivot + 2048, reset, true, &status);
        reset = false;
        if (status == U_BUFFER_OVERFLOW_ERROR) {
            size_t used = (size_t)(target - (char *)buffer);
            if (capacity >= limit) {
                result = CICU_CHARSET_TOO_LARGE;
                break;
            }
            size_t wider = capacity > limit / 2 ? limit : capacity * 2 + 64;
            uint8_t *moved = realloc(buffer, wider);
            if (moved == NULL) {
                result = CICU_CHARSET_TOO_LARGE;
                break;
            }
            buffer = moved;
            capacity = wider;
            target = (char *)buffer + used;
            continue;
        }
        if (U_FAILURE(status)) {
            char invalid[32];
            int8_t invalid_length = sizeof invalid;
            UErrorCode inner = U_ZERO_ERROR;
            ucnv_getInvalidChars(from, invalid, &invalid_length, &inner);
            size_t read = (size_t)(source - (const char *)bytes);
            size_t back = U_SUCCESS(inner) && invalid_length > 0 ? (size_t)invalid_length : 0;
            *error_offset = read > back ? read - back : 0;
            result = CICU_CHARSET_MALFORMED;
        }
        break;
    }
    ucnv_close(from);
    ucnv_close(to);
    if (result != CICU_CHARSET_OK) {
        free(buffer);
        return result;
    }
    *out = buffer;
    *out_length = (size_t)(target - (char *)buffer);
    return CICU_CHARSET_OK;
}

void cicu_charset_free(uint8_t *bytes) { free(bytes); }
