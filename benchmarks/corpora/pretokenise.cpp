// Cuts the texts of a JSON Lines corpus into words once, so that every engine indexes the same tokens.
//   pretokenise RAW.jsonl TOKENS.tsv TEXTS.tsv
// TOKENS.tsv: id, country, language, tokens of heading and text with a space between.
// TEXTS.tsv:  id, country, language, heading, text; tabs and ends of lines within them become spaces.
#include <unicode/brkiter.h>
#include <unicode/normalizer2.h>
#include <unicode/ubrk.h>
#include <unicode/unistr.h>
#include <unicode/uversion.h>

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <map>
#include <memory>
#include <string>

using icu::BreakIterator;
using icu::UnicodeString;
using Fields = std::map<std::string, std::string>;

// One object whose values are strings; other scalars are passed over.
struct ObjectReader {
    const std::string &line;
    size_t at = 0;

    bool skip(char wanted) {
        while (at < line.size() && (line[at] == ' ' || line[at] == '\t' || line[at] == '\r')) ++at;
        if (at >= line.size() || line[at] != wanted) return false;
        ++at;
        return true;
    }
    bool hex(uint32_t &value) {
        if (at + 4 > line.size()) return false;
        char *end = nullptr;
        std::string digits = line.substr(at, 4);
        value = uint32_t(strtoul(digits.c_str(), &end, 16));
        at += 4;
        return end == digits.c_str() + 4;
    }
    bool string(std::string &value) {
        if (!skip('"')) return false;
        while (at < line.size()) {
            char c = line[at++];
            if (c == '"') return true;
            if (c != '\\') { value += c; continue; }
            if (at >= line.size()) return false;
            switch (char escape = line[at++]) {
            case 'n': value += '\n'; break;
            case 't': value += '\t'; break;
            case 'r': value += '\r'; break;
            case 'b': case 'f': value += ' '; break;
            case 'u': {
                uint32_t unit = 0, low = 0;
                if (!hex(unit)) return false;
                if (unit >= 0xD800 && unit < 0xDC00 && line.compare(at, 2, "\\u") == 0) {
                    at += 2;
                    if (!hex(low)) return false;
                    unit = 0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00);
                }
                UnicodeString(UChar32(unit)).toUTF8String(value);
                break;
            }
            default: value += escape;
            }
        }
        return false;
    }
    bool object(Fields &fields) {
        if (!skip('{')) return false;
        if (skip('}')) return true;
        do {
            std::string key, value;
            if (!string(key) || !skip(':')) return false;
            while (at < line.size() && line[at] == ' ') ++at;
            if (at < line.size() && line[at] == '"') {
                if (!string(value)) return false;
                fields[key] = value;
            } else {
                size_t end = line.find_first_of(",}", at);
                if (end == std::string::npos || line.find_first_of("[{", at) < end) return false;
                at = end;
            }
        } while (skip(','));
        return skip('}');
    }
};

static BreakIterator *words(const std::string &language) {
    static std::map<std::string, std::unique_ptr<BreakIterator>> iterators;
    auto &iterator = iterators[language];
    if (!iterator) {
        UErrorCode error = U_ZERO_ERROR;
        iterator.reset(BreakIterator::createWordInstance(icu::Locale(language.c_str()), error));
        if (U_FAILURE(error)) {
            std::cerr << "pretokenise: ICU has no words for '" << language << "': " << u_errorName(error) << "\n";
            exit(70);
        }
    }
    return iterator.get();
}

// Longer terms are cut: 255 bytes is the most that all engines take.
static void append(std::string term, std::string &tokens) {
    if (term.size() > 255) {
        size_t end = 255;
        while (end > 0 && (term[end] & 0xC0) == 0x80) --end;
        term.resize(end);
    }
    for (char &c : term)
        if (c == ' ' || c == '\t' || c == '\n' || c == '\r') c = '_';
    if (term.empty()) return;
    if (!tokens.empty()) tokens += ' ';
    tokens += term;
}

// Words first, then folding: NFKC decomposes U+0E33, which ICU's Thai dictionary needs whole.
static void tokenise(BreakIterator *iterator, const icu::Normalizer2 *folding, const UnicodeString &text,
                     std::string &tokens) {
    iterator->setText(text);
    int32_t start = iterator->first();
    for (int32_t end = iterator->next(); end != BreakIterator::DONE; start = end, end = iterator->next()) {
        if (iterator->getRuleStatus() < UBRK_WORD_NONE_LIMIT) continue;
        UErrorCode error = U_ZERO_ERROR;
        UnicodeString word = text.tempSubStringBetween(start, end), folded;
        std::string term;
        if (folding->spanQuickCheckYes(word, error) == word.length()) {
            word.toUTF8String(term);
        } else {
            folding->normalize(word, folded, error);
            folded.toUTF8String(term);
        }
        append(term, tokens);
    }
}

static std::string oneLine(std::string text, char instead) {
    for (char &c : text)
        if (c == '\t' || c == '\n' || c == '\r' || (instead != ' ' && c == ' ')) c = instead;
    return text;
}

int main(int count, char **arguments) {
    if (count != 4) {
        std::cerr << "usage: pretokenise RAW.jsonl TOKENS.tsv TEXTS.tsv\n";
        return 64;
    }
    UErrorCode error = U_ZERO_ERROR;
    auto folding = icu::Normalizer2::getNFKCCasefoldInstance(error);
    std::ifstream in(arguments[1]);
    std::ofstream tokenFile(arguments[2]), textFile(arguments[3]);
    if (!in || !tokenFile || !textFile || U_FAILURE(error)) {
        std::cerr << "pretokenise: " << arguments[!in ? 1 : !tokenFile ? 2 : 3] << ": cannot be opened\n";
        return 66;
    }
    std::string line;
    size_t number = 0;
    while (std::getline(in, line)) {
        ++number;
        if (line.empty()) continue;
        Fields fields;
        ObjectReader reader{line};
        if (!reader.object(fields) || fields["id"].empty() || fields["lang"].empty()) {
            std::cerr << "pretokenise: " << arguments[1] << ":" << number
                      << ": not an object of strings with id and lang; mend or remove the line\n";
            return 65;
        }
        std::string heading = fields["heading"], tokens;
        std::string text = heading.empty() ? fields["text"] : heading + "\n" + fields["text"];
        tokenise(words(fields["lang"]), folding, UnicodeString::fromUTF8(text), tokens);
        std::string country = fields["country"].empty() ? "-" : fields["country"];
        // PISA ends an id at the first space.
        std::string head = oneLine(fields["id"], '_') + "\t" + oneLine(country, '_') + "\t"
            + oneLine(fields["lang"], '_') + "\t";
        tokenFile << head << tokens << "\n";
        textFile << head << oneLine(heading, ' ') << "\t" << oneLine(fields["text"], ' ') << "\n";
    }
    tokenFile.close();
    textFile.close();
    if (!tokenFile || !textFile) {
        std::cerr << "pretokenise: " << arguments[2] << ": cannot be written: is the disk full?\n";
        return 74;
    }
}
