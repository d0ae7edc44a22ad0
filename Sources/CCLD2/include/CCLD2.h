// Compact Language Detector 2 behind a C interface.
#ifndef CCLD2_H
#define CCLD2_H
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct {
    char language[16];  // CLD2's own code, NUL-terminated
    int32_t percent;    // share of the text, 0 to 100
    double score;       // CLD2's normalised score; about 1000 times the log probability per kilobyte
} ccld2_guess;

// Guesses the languages of *valid* UTF-8 plain text (CLD2 does not check it), best first. `hint` is a language
// code or NULL. Returns how many guesses were written, at most 3; *reliable is 0 or 1.
int32_t ccld2_detect(const char *utf8, int32_t length, const char *hint, ccld2_guess *guesses, int32_t *reliable);

#ifdef __cplusplus
}
#endif
#endif
