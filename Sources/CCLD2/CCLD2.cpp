#include "CCLD2.h"

// CLD2's header uses FILE without declaring it.
#include <cstdio>
#include <cld2/public/compact_lang_det.h>
#include <cld2/public/encodings.h>
#include <cstring>

extern "C" int32_t ccld2_detect(const char *utf8, int32_t length, const char *hint, ccld2_guess *guesses,
                                int32_t *reliable) {
    CLD2::CLDHints hints = {nullptr, nullptr, CLD2::UNKNOWN_ENCODING, CLD2::UNKNOWN_LANGUAGE};
    if (hint != nullptr) hints.language_hint = CLD2::GetLanguageFromName(hint);
    CLD2::Language languages[3];
    int percents[3];
    double scores[3];
    int textBytes = 0;
    bool isReliable = false;
    CLD2::ExtDetectLanguageSummary(utf8, length, true, &hints, 0, languages, percents, scores, nullptr, &textBytes,
                                   &isReliable);
    int32_t count = 0;
    for (int k = 0; k < 3; k++) {
        if (languages[k] == CLD2::UNKNOWN_LANGUAGE || percents[k] <= 0) continue;
        const char *code = CLD2::LanguageCode(languages[k]);
        std::strncpy(guesses[count].language, code, sizeof guesses[count].language - 1);
        guesses[count].language[sizeof guesses[count].language - 1] = '\0';
        guesses[count].percent = percents[k];
        guesses[count].score = scores[k];
        count++;
    }
    *reliable = isReliable ? 1 : 0;
    return count;
}
