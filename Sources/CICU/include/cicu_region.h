// States, regions and languages as ICU's CLDR data knows them.
#ifndef CICU_REGION_H
#define CICU_REGION_H
#include <stddef.h>
#include <stdint.h>

/// What a region code stands for.
typedef enum {
    CICU_REGION_UNKNOWN = 0,
    /// A State or territory of ISO 3166-1.
    CICU_REGION_TERRITORY = 1,
    /// The world, a continent or a part of one, by UN M49 number.
    CICU_REGION_AREA = 2,
    /// A grouping that crosses others: `EU`, `UN`, `419`.
    CICU_REGION_GROUPING = 3,
} cicu_region_kind;

/// Canonical code of a region given as alpha-2, alpha-3 or M49 number, written NUL-terminated to `out`.
cicu_region_kind cicu_region_canonical(const char *code, char *out, int32_t capacity);

/// Codes of every area and grouping that contains the territory, nearest first, separated by spaces.
/// Returns the length, or a negative number when the code is unknown or `capacity` too small.
int32_t cicu_region_containing(const char *code, char *out, int32_t capacity);

/// Codes of all territories, separated by spaces; length or negative.
int32_t cicu_region_territories(char *out, int32_t capacity);

/// Codes of all areas and groupings, separated by spaces; length or negative.
int32_t cicu_region_areas(char *out, int32_t capacity);

/// Name of a region in the language of `locale` as UTF-8; length, or negative when there is none.
int32_t cicu_region_name(const char *code, const char *locale, char *out, int32_t capacity);

/// Territory where a language is most spoken (`ja` → `JP`); length, or negative when ICU knows none.
int32_t cicu_region_likely(const char *language, char *out, int32_t capacity);

/// ISO 639-2/T (else 639-3) code of a BCP 47 language; empty when ICU knows none.
int32_t cicu_language_three_letters(const char *language, char *out, int32_t capacity);

/// Shortest code of a three-letter language (`deu` → `de`); the same code when there is no shorter.
int32_t cicu_language_shortest(const char *language, char *out, int32_t capacity);

#endif
