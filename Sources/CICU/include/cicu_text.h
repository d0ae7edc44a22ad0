// Text analysis through ICU: character properties, normalisation, Han variants, dictionary words.
// Plain integers and bytes only; see CICU.h for why no ICU header appears here.
#ifndef CICU_TEXT_H
#define CICU_TEXT_H
#include <stddef.h>
#include <stdint.h>

// Bits of a property word. The low five bits hold the Word_Break class in the order of CICU_WB_*.
enum {
    CICU_WB_OTHER = 0,
    CICU_WB_CR,
    CICU_WB_LF,
    CICU_WB_NEWLINE,
    CICU_WB_EXTEND,
    CICU_WB_ZWJ,
    CICU_WB_FORMAT,
    CICU_WB_KATAKANA,
    CICU_WB_HEBREW_LETTER,
    CICU_WB_ALETTER,
    CICU_WB_SINGLE_QUOTE,
    CICU_WB_DOUBLE_QUOTE,
    CICU_WB_MID_NUM_LET,
    CICU_WB_MID_LETTER,
    CICU_WB_MID_NUM,
    CICU_WB_NUMERIC,
    CICU_WB_EXTEND_NUM_LET,
    CICU_WB_REGIONAL_INDICATOR,
    CICU_WB_WSEG_SPACE,
};
enum {
    CICU_EXTENDED_PICTOGRAPHIC = 1 << 5,
    CICU_LETTER_OR_NUMBER = 1 << 6,       // general category L* or N*
    CICU_HAN_OR_KANA = 1 << 7,            // script Han, Hiragana or Katakana, letters only
    CICU_COMPLEX_CONTEXT = 1 << 8,        // Line_Break SA: Thai, Lao, Khmer, Burmese and their like
    CICU_CLUSTER_CONTINUES = 1 << 9,      // Grapheme_Cluster_Break Extend, SpacingMark or ZWJ
    CICU_HANGUL = 1 << 10,
};

// Writes the property words of the code points first ..< first + count.
void cicu_text_properties(uint32_t first, int32_t count, uint16_t *properties);

// Scripts told apart by cicu_script.
enum {
    CICU_SCRIPT_OTHER = 0,
    CICU_SCRIPT_LATIN,
    CICU_SCRIPT_CYRILLIC,
    CICU_SCRIPT_GREEK,
    CICU_SCRIPT_ARABIC,
    CICU_SCRIPT_HEBREW,
    CICU_SCRIPT_HAN,
    CICU_SCRIPT_KANA,
    CICU_SCRIPT_HANGUL,
    CICU_SCRIPT_THAI,
    CICU_SCRIPT_LAO,
    CICU_SCRIPT_KHMER,
    CICU_SCRIPT_MYANMAR,
    CICU_SCRIPT_DEVANAGARI,
    CICU_SCRIPT_BENGALI,
    CICU_SCRIPT_TAMIL,
    CICU_SCRIPT_GEORGIAN,
    CICU_SCRIPT_ARMENIAN,
    CICU_SCRIPT_ETHIOPIC,
    CICU_SCRIPT_SINHALA,
    CICU_SCRIPT_COUNT,
};
int32_t cicu_script(uint32_t codePoint);

// The value of a decimal digit of any script, or -1.
int32_t cicu_digit_value(uint32_t codePoint);

// 1 where NFKC_Casefold leaves the code point alone whatever its neighbours are.
int32_t cicu_is_inert(uint32_t codePoint);

// NFKC_Casefold of one code point. Returns the number of code points written (0: it is deleted) and
// sets *interacts to 1 where neighbours may change the result (composition, reordering), or -1 on overflow.
int32_t cicu_nfkc_casefold_code_point(uint32_t codePoint, uint32_t *out, int32_t capacity, int32_t *interacts);

// NFKC_Casefold of UTF-8 text. Returns the bytes written, or -1 where the text is too long or ICU failed.
int32_t cicu_nfkc_casefold(const uint8_t *utf8, int32_t length, uint8_t *out, int32_t capacity);

// Canonical decomposition of one code point; 0 where it has none.
int32_t cicu_decompose(uint32_t codePoint, uint32_t *out, int32_t capacity);

// The canonical composition of a pair, or -1.
int32_t cicu_compose_pair(uint32_t first, uint32_t second);

// Single-character mappings of ICU's Traditional-Simplified transliterator. Returns how many there are;
// writes at most `capacity` of them.
int32_t cicu_traditional_to_simplified(uint32_t *from, uint32_t *to, int32_t capacity);

// A word break iterator; one per thread. NULL where ICU's data is missing.
typedef struct cicu_segmenter cicu_segmenter;
cicu_segmenter *cicu_segmenter_open(const char *locale);
void cicu_segmenter_close(cicu_segmenter *segmenter);

// Boundaries of UTF-16 text, without 0, with `length`. Returns how many there are; writes at most `capacity`.
int32_t cicu_segment(cicu_segmenter *segmenter, const uint16_t *text, int32_t length, int32_t *boundaries,
                     int32_t capacity);

#endif
