#include "cicu_region.h"

#include <stdio.h>
#include <string.h>
#include <unicode/uenum.h>
#include <unicode/uloc.h>
#include <unicode/uregion.h>
#include <unicode/ustring.h>

static const URegion *region_of(const char *code) {
    UErrorCode status = U_ZERO_ERROR;
    const URegion *region = uregion_getRegionFromCode(code, &status);
    return U_SUCCESS(status) ? region : NULL;
}

static int32_t copy(const char *text, char *out, int32_t capacity) {
    size_t length = strlen(text);
    if (capacity <= 0 || length >= (size_t)capacity) return -1;
    memcpy(out, text, length + 1);
    return (int32_t)length;
}

static int32_t append(const char *text, char *out, int32_t used, int32_t capacity) {
    size_t length = strlen(text);
    if (used < 0 || (size_t)used + length + 2 > (size_t)capacity) return -1;
    if (used > 0) out[used++] = ' ';
    memcpy(out + used, text, length + 1);
    return used + (int32_t)length;
}

cicu_region_kind cicu_region_canonical(const char *code, char *out, int32_t capacity) {
    const URegion *region = region_of(code);
    if (region == NULL) return CICU_REGION_UNKNOWN;
    URegionType type = uregion_getType(region);
    if (type == URGN_DEPRECATED) {
        // A State that fell apart has several heirs; only one heir can stand for it.
        UErrorCode status = U_ZERO_ERROR;
        UEnumeration *heirs = uregion_getPreferredValues(region, &status);
        if (U_FAILURE(status) || heirs == NULL) return CICU_REGION_UNKNOWN;
        const char *heir = uenum_next(heirs, NULL, &status);
        region = heir == NULL ? NULL : region_of(heir);
        const char *second = uenum_next(heirs, NULL, &status);
        uenum_close(heirs);
        if (region == NULL || second != NULL) return CICU_REGION_UNKNOWN;
        type = uregion_getType(region);
    }
    if (copy(uregion_getRegionCode(region), out, capacity) < 0) return CICU_REGION_UNKNOWN;
    switch (type) {
    case URGN_TERRITORY: return CICU_REGION_TERRITORY;
    case URGN_WORLD:
    case URGN_CONTINENT:
    case URGN_SUBCONTINENT: return CICU_REGION_AREA;
    case URGN_GROUPING: return CICU_REGION_GROUPING;
    default: return CICU_REGION_UNKNOWN;
    }
}

static int32_t list(URegionType type, char *out, int32_t used, int32_t capacity, const URegion *containing) {
    UErrorCode status = U_ZERO_ERROR;
    UEnumeration *all = uregion_getAvailable(type, &status);
    if (U_FAILURE(status) || all == NULL) return -1;
    const char *code;
    while (used >= 0 && (code = uenum_next(all, NULL, &status)) != NULL && U_SUCCESS(status)) {
        if (containing != NULL) {
            const URegion *candidate = region_of(code);
            if (candidate == NULL || !uregion_contains(candidate, containing)) continue;
        }
        used = append(code, out, used, capacity);
    }
    uenum_close(all);
    return used;
}

int32_t cicu_region_containing(const char *code, char *out, int32_t capacity) {
    const URegion *region = region_of(code);
    if (region == NULL || capacity <= 0) return -1;
    out[0] = 0;
    int32_t used = 0;
    for (const URegion *up = uregion_getContainingRegion(region); up != NULL && used >= 0;
         up = uregion_getContainingRegion(up)) {
        used = append(uregion_getRegionCode(up), out, used, capacity);
    }
    return used < 0 ? used : list(URGN_GROUPING, out, used, capacity, region);
}

int32_t cicu_region_territories(char *out, int32_t capacity) { return list(URGN_TERRITORY, out, 0, capacity, NULL); }

int32_t cicu_region_areas(char *out, int32_t capacity) {
    int32_t used = list(URGN_WORLD, out, 0, capacity, NULL);
    if (used >= 0) used = list(URGN_CONTINENT, out, used, capacity, NULL);
    if (used >= 0) used = list(URGN_SUBCONTINENT, out, used, capacity, NULL);
    if (used >= 0) used = list(URGN_GROUPING, out, used, capacity, NULL);
    return used;
}

int32_t cicu_region_name(const char *code, const char *locale, char *out, int32_t capacity) {
    char id[32];
    if (snprintf(id, sizeof id, "und_%s", code) >= (int)sizeof id) return -1;
    UErrorCode status = U_ZERO_ERROR;
    UChar name[256];
    int32_t length = uloc_getDisplayCountry(id, locale, name, 256, &status);
    if (U_FAILURE(status) || length <= 0) return -1;
    int32_t written = 0;
    u_strToUTF8(out, capacity, &written, name, length, &status);
    return U_FAILURE(status) || written >= capacity ? -1 : written;
}

int32_t cicu_region_likely(const char *language, char *out, int32_t capacity) {
    UErrorCode status = U_ZERO_ERROR;
    char full[ULOC_FULLNAME_CAPACITY];
    uloc_addLikelySubtags(language, full, sizeof full, &status);
    if (U_FAILURE(status) || status == U_STRING_NOT_TERMINATED_WARNING) return -1;
    int32_t length = uloc_getCountry(full, out, capacity, &status);
    return U_FAILURE(status) || length <= 0 || length >= capacity ? -1 : length;
}

int32_t cicu_language_three_letters(const char *language, char *out, int32_t capacity) {
    return copy(uloc_getISO3Language(language), out, capacity);
}

int32_t cicu_language_shortest(const char *language, char *out, int32_t capacity) {
    UErrorCode status = U_ZERO_ERROR;
    int32_t length = uloc_getLanguage(language, out, capacity, &status);
    return U_FAILURE(status) || length >= capacity ? -1 : length;
}
