#include "cicu_text.h"

#include <stdlib.h>
#include <unicode/ubrk.h>
#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/uscript.h>
#include <unicode/uset.h>
#include <unicode/ustring.h>
#include <unicode/utrans.h>

static uint16_t word_break_class(UChar32 c) {
    switch (u_getIntPropertyValue(c, UCHAR_WORD_BREAK)) {
    case U_WB_CR: return CICU_WB_CR;
    case U_WB_LF: return CICU_WB_LF;
    case U_WB_NEWLINE: return CICU_WB_NEWLINE;
    case U_WB_EXTEND: return CICU_WB_EXTEND;
    case U_WB_ZWJ: return CICU_WB_ZWJ;
    case U_WB_FORMAT: return CICU_WB_FORMAT;
    case U_WB_KATAKANA: return CICU_WB_KATAKANA;
    case U_WB_HEBREW_LETTER: return CICU_WB_HEBREW_LETTER;
    case U_WB_ALETTER: return CICU_WB_ALETTER;
    case U_WB_SINGLE_QUOTE: return CICU_WB_SINGLE_QUOTE;
    case U_WB_DOUBLE_QUOTE: return CICU_WB_DOUBLE_QUOTE;
    case U_WB_MIDNUMLET: return CICU_WB_MID_NUM_LET;
    case U_WB_MIDLETTER: return CICU_WB_MID_LETTER;
    case U_WB_MIDNUM: return CICU_WB_MID_NUM;
    case U_WB_NUMERIC: return CICU_WB_NUMERIC;
    case U_WB_EXTENDNUMLET: return CICU_WB_EXTEND_NUM_LET;
    case U_WB_REGIONAL_INDICATOR: return CICU_WB_REGIONAL_INDICATOR;
    case U_WB_WSEGSPACE: return CICU_WB_WSEG_SPACE;
    default: return CICU_WB_OTHER;
    }
}

void cicu_text_properties(uint32_t first, int32_t count, uint16_t *properties) {
    for (int32_t k = 0; k < count; k++) {
        UChar32 c = (UChar32)(first + (uint32_t)k);
        uint32_t category = U_GET_GC_MASK(c);
        uint16_t bits = u_hasBinaryProperty(c, UCHAR_EXTENDED_PICTOGRAPHIC) ? CICU_EXTENDED_PICTOGRAPHIC : 0;
        // What is unassigned, private or a surrogate is in no other class that is asked for.
        if (category & (U_GC_CN_MASK | U_GC_CO_MASK | U_GC_CS_MASK)) {
            properties[k] = bits;
            continue;
        }
        bits |= word_break_class(c);
        if (category & (U_GC_L_MASK | U_GC_N_MASK)) bits |= CICU_LETTER_OR_NUMBER;
        UErrorCode status = U_ZERO_ERROR;
        UScriptCode script = uscript_getScript(c, &status);
        int kana = script == USCRIPT_HIRAGANA || script == USCRIPT_KATAKANA
            || (bits & 31) == CICU_WB_KATAKANA;
        if ((script == USCRIPT_HAN || kana) && (category & (U_GC_L_MASK | U_GC_N_MASK))) bits |= CICU_HAN_OR_KANA;
        if (script == USCRIPT_HANGUL && (category & U_GC_L_MASK)) bits |= CICU_HANGUL;
        if (u_getIntPropertyValue(c, UCHAR_LINE_BREAK) == U_LB_COMPLEX_CONTEXT) bits |= CICU_COMPLEX_CONTEXT;
        switch (u_getIntPropertyValue(c, UCHAR_GRAPHEME_CLUSTER_BREAK)) {
        case U_GCB_EXTEND:
        case U_GCB_SPACING_MARK:
        case U_GCB_ZWJ: bits |= CICU_CLUSTER_CONTINUES; break;
        default: break;
        }
        properties[k] = bits;
    }
}

int32_t cicu_script(uint32_t codePoint) {
    UErrorCode status = U_ZERO_ERROR;
    switch (uscript_getScript((UChar32)codePoint, &status)) {
    case USCRIPT_LATIN: return CICU_SCRIPT_LATIN;
    case USCRIPT_CYRILLIC: return CICU_SCRIPT_CYRILLIC;
    case USCRIPT_GREEK: return CICU_SCRIPT_GREEK;
    case USCRIPT_ARABIC: return CICU_SCRIPT_ARABIC;
    case USCRIPT_HEBREW: return CICU_SCRIPT_HEBREW;
    case USCRIPT_HAN: return CICU_SCRIPT_HAN;
    case USCRIPT_HIRAGANA:
    case USCRIPT_KATAKANA: return CICU_SCRIPT_KANA;
    case USCRIPT_HANGUL: return CICU_SCRIPT_HANGUL;
    case USCRIPT_THAI: return CICU_SCRIPT_THAI;
    case USCRIPT_LAO: return CICU_SCRIPT_LAO;
    case USCRIPT_KHMER: return CICU_SCRIPT_KHMER;
    case USCRIPT_MYANMAR: return CICU_SCRIPT_MYANMAR;
    case USCRIPT_DEVANAGARI: return CICU_SCRIPT_DEVANAGARI;
    case USCRIPT_BENGALI: return CICU_SCRIPT_BENGALI;
    case USCRIPT_TAMIL: return CICU_SCRIPT_TAMIL;
    case USCRIPT_GEORGIAN: return CICU_SCRIPT_GEORGIAN;
    case USCRIPT_ARMENIAN: return CICU_SCRIPT_ARMENIAN;
    case USCRIPT_ETHIOPIC: return CICU_SCRIPT_ETHIOPIC;
    case USCRIPT_SINHALA: return CICU_SCRIPT_SINHALA;
    default: return CICU_SCRIPT_OTHER;
    }
}

int32_t cicu_digit_value(uint32_t codePoint) { return u_charDigitValue((UChar32)codePoint); }

int32_t cicu_is_inert(uint32_t codePoint) {
    UErrorCode status = U_ZERO_ERROR;
    const UNormalizer2 *fold = unorm2_getNFKCCasefoldInstance(&status);
    if (U_FAILURE(status)) return 0;
    return U_IS_SURROGATE((UChar32)codePoint) || unorm2_isInert(fold, (UChar32)codePoint);
}

int32_t cicu_nfkc_casefold_code_point(uint32_t codePoint, uint32_t *out, int32_t capacity, int32_t *interacts) {
    UErrorCode status = U_ZERO_ERROR;
    const UNormalizer2 *fold = unorm2_getNFKCCasefoldInstance(&status);
    const UNormalizer2 *nfc = unorm2_getNFCInstance(&status);
    *interacts = 0;
    if (U_FAILURE(status) || capacity < 1) return -1;
    UChar32 c = (UChar32)codePoint;
    if (U_IS_SURROGATE(c) || unorm2_isInert(fold, c)) {
        out[0] = codePoint;
        return 1;
    }
    UChar source[2];
    int32_t length = 0;
    U16_APPEND_UNSAFE(source, length, c);
    UChar folded[64];
    int32_t foldedLength = unorm2_normalize(fold, source, length, folded, 64, &status);
    if (U_FAILURE(status) || foldedLength > 64) return -1;
    int32_t count = 0;
    for (int32_t i = 0; i < foldedLength;) {
        UChar32 d;
        U16_NEXT(folded, i, foldedLength, d);
        if (count == capacity) return -1;
        if (!unorm2_hasBoundaryBefore(nfc, d)) *interacts = 1;
        out[count++] = (uint32_t)d;
    }
    return count;
}

int32_t cicu_nfkc_casefold(const uint8_t *utf8, int32_t length, uint8_t *out, int32_t capacity) {
    enum { LIMIT = 4096 };
    UChar source[LIMIT];
    UChar folded[LIMIT * 4];
    UErrorCode status = U_ZERO_ERROR;
    int32_t sourceLength = 0;
    u_strFromUTF8WithSub(source, LIMIT, &sourceLength, (const char *)utf8, length, 0xFFFD, NULL, &status);
    if (U_FAILURE(status) || sourceLength > LIMIT) return -1;
    const UNormalizer2 *fold = unorm2_getNFKCCasefoldInstance(&status);
    if (U_FAILURE(status)) return -1;
    int32_t foldedLength = unorm2_normalize(fold, source, sourceLength, folded, LIMIT * 4, &status);
    if (U_FAILURE(status) || foldedLength > LIMIT * 4) return -1;
    int32_t written = 0;
    u_strToUTF8WithSub((char *)out, capacity, &written, folded, foldedLength, 0xFFFD, NULL, &status);
    if (U_FAILURE(status) || written > capacity) return -1;
    return written;
}

int32_t cicu_decompose(uint32_t codePoint, uint32_t *out, int32_t capacity) {
    UErrorCode status = U_ZERO_ERROR;
    const UNormalizer2 *nfc = unorm2_getNFCInstance(&status);
    if (U_FAILURE(status)) return 0;
    UChar buffer[32];
    int32_t length = unorm2_getDecomposition(nfc, (UChar32)codePoint, buffer, 32, &status);
    if (U_FAILURE(status) || length < 0) return 0;
    int32_t count = 0;
    for (int32_t i = 0; i < length && count < capacity;) {
        UChar32 d;
        U16_NEXT(buffer, i, length, d);
        out[count++] = (uint32_t)d;
    }
    return count;
}

int32_t cicu_compose_pair(uint32_t first, uint32_t second) {
    UErrorCode status = U_ZERO_ERROR;
    const UNormalizer2 *nfc = unorm2_getNFCInstance(&status);
    if (U_FAILURE(status)) return -1;
    return unorm2_composePair(nfc, (UChar32)first, (UChar32)second);
}

int32_t cicu_traditional_to_simplified(uint32_t *from, uint32_t *to, int32_t capacity) {
    UErrorCode status = U_ZERO_ERROR;
    static const UChar id[] = u"Traditional-Simplified";
    UTransliterator *transliterator = utrans_openU(id, -1, UTRANS_FORWARD, NULL, 0, NULL, &status);
    if (U_FAILURE(status)) return 0;
    USet *set = utrans_getSourceSet(transliterator, 0, NULL, &status);
    int32_t found = 0;
    int32_t ranges = U_FAILURE(status) ? 0 : uset_getItemCount(set);
    for (int32_t r = 0; r < ranges; r++) {
        UChar32 first, last;
        UErrorCode itemStatus = U_ZERO_ERROR;
        // A positive length is a string of several characters, which a single-character table leaves out.
        if (uset_getItem(set, r, &first, &last, NULL, 0, &itemStatus) != 0) continue;
        for (UChar32 c = first; c <= last; c++) {
            UChar text[16];
            int32_t length = 0;
            U16_APPEND_UNSAFE(text, length, c);
            int32_t limit = length;
            UErrorCode one = U_ZERO_ERROR;
            utrans_transUChars(transliterator, text, &length, 16, 0, &limit, &one);
            if (U_FAILURE(one)) continue;
            UChar32 d;
            int32_t i = 0;
            U16_NEXT(text, i, length, d);
            if (i != length || d == c) continue;
            if (found < capacity) {
                from[found] = (uint32_t)c;
                to[found] = (uint32_t)d;
            }
            found++;
        }
    }
    uset_close(set);
    utrans_close(transliterator);
    return found;
}

struct cicu_segmenter {
    UBreakIterator *iterator;
};

cicu_segmenter *cicu_segmenter_open(const char *locale) {
    UErrorCode status = U_ZERO_ERROR;
    UBreakIterator *iterator = ubrk_open(UBRK_WORD, locale, NULL, 0, &status);
    if (U_FAILURE(status)) return NULL;
    cicu_segmenter *segmenter = malloc(sizeof *segmenter);
    if (segmenter == NULL) {
        ubrk_close(iterator);
        return NULL;
    }
    segmenter->iterator = iterator;
    return segmenter;
}

void cicu_segmenter_close(cicu_segmenter *segmenter) {
    if (segmenter == NULL) return;
    ubrk_close(segmenter->iterator);
    free(segmenter);
}

int32_t cicu_segment(cicu_segmenter *segmenter, const uint16_t *text, int32_t length, int32_t *boundaries,
                     int32_t capacity) {
    UErrorCode status = U_ZERO_ERROR;
    ubrk_setText(segmenter->iterator, (const UChar *)text, length, &status);
    if (U_FAILURE(status)) return 0;
    int32_t count = 0;
    for (int32_t b = ubrk_next(segmenter->iterator); b != UBRK_DONE; b = ubrk_next(segmenter->iterator)) {
        if (count < capacity) boundaries[count] = b;
        count++;
    }
    return count;
}
