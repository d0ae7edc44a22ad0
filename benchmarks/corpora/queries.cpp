// Draws questions from a corpus of tokens; no engine has a part in it.
//   queries CORPUS.tsv OUT.tsv PER_KIND [SEED]
// A line: id, kind, terms (spaces between), operand ("-" where the kind has none). Kinds:
//   term     a third each from the ranks 1-200, 201-5000 and 5001-100000 by document frequency
//   and      2-3 terms of one document
//   or2      2 terms of one document     or3  3-5     or6  6-10
//   phrase   2-3 neighbours of one document
//   not      any of 1-2 terms of a document, operand: a term of another document of the language, to leave out
//   country  any of 2-3 terms, operand: the document's country
//   lang     any of 2-3 terms, operand: the document's language
//   cell     any of 2 terms, operand: the name of a cell
// But for `term` and `phrase`, terms stand in at least max(2, 1/10000) of the documents. The order of lines is random,
// so that kinds alternate and no question is asked twice in a row.
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <set>
#include <string>
#include <string_view>
#include <sys/mman.h>
#include <sys/stat.h>
#include <vector>

#include "random.hpp"

using View = std::string_view;

struct Term { View text; uint64_t hash; uint32_t frequency, document; };
struct Document { View country, language, tokens; };
struct Question { const char *kind; std::vector<View> terms; std::string operand; };

[[noreturn]] static void fail(int code, const std::string &what) {
    fprintf(stderr, "queries: %s\n", what.c_str());
    exit(code);
}

static uint64_t hash(View text) {
    uint64_t value = 0xCBF29CE484222325u;
    for (unsigned char c : text) value = (value ^ c) * 0x100000001B3u;
    return value ^ (value >> 29);
}

// Document frequencies, by open addressing.
class Frequencies {
    std::vector<Term> table = std::vector<Term>(1 << 20);
    size_t used = 0;

    size_t place(View text, uint64_t key) const {
        size_t at = key & (table.size() - 1);
        while (table[at].frequency && (table[at].hash != key || table[at].text != text))
            at = (at + 1) & (table.size() - 1);
        return at;
    }
    void grow() {
        std::vector<Term> old(table.size() * 2);
        old.swap(table);
        for (const Term &term : old)
            if (term.frequency) table[place(term.text, term.hash)] = term;
    }

public:
    void add(View text, uint32_t document) {
        uint64_t key = hash(text);
        Term &term = table[place(text, key)];
        if (!term.frequency) {
            term = {text, key, 1, document};
            if (++used * 2 > table.size()) grow();
        } else if (term.document != document) {
            term.document = document;
            ++term.frequency;
        }
    }
    uint32_t of(View text) const { return table[place(text, hash(text))].frequency; }
    std::vector<Term> ranked() const {
        std::vector<Term> terms;
        for (const Term &term : table)
            if (term.frequency) terms.push_back(term);
        std::sort(terms.begin(), terms.end(), [](const Term &a, const Term &b) {
            return a.frequency != b.frequency ? a.frequency > b.frequency : a.text < b.text;
        });
        return terms;
    }
};

// Numbers, letters of any script; no signs that a question could not be written with.
static bool isWord(View text) {
    bool found = false;
    for (unsigned char c : text) found |= c >= 0x80 || isalnum(c);
    return found && text.size() < 60 && text.find('"') == View::npos;
}

static std::vector<View> split(View text) {
    std::vector<View> parts;
    for (size_t start = 0; start < text.size();) {
        size_t end = std::min(text.find(' ', start), text.size());
        if (end > start) parts.push_back(text.substr(start, end - start));
        start = end + 1;
    }
    return parts;
}

static View mapped(const char *path) {
    int file = open(path, O_RDONLY);
    struct stat status;
    if (file < 0 || fstat(file, &status) != 0) fail(66, std::string(path) + ": cannot be opened");
    if (status.st_size == 0) fail(65, std::string(path) + ": empty; make the corpus again");
    void *bytes = mmap(nullptr, size_t(status.st_size), PROT_READ, MAP_PRIVATE, file, 0);
    if (bytes == MAP_FAILED) fail(74, std::string(path) + ": cannot be mapped");
    return View(static_cast<const char *>(bytes), size_t(status.st_size));
}

class Sampler {
    Frequencies frequencies;
    std::vector<Document> documents;
    std::vector<std::vector<View>> strata;
    Random random;
    uint32_t floor = 2;
    static const size_t sampleSize = 20'000;

    bool isFrequent(View term) const { return isWord(term) && frequencies.of(term) >= floor; }

    std::vector<View> pick(const Document &document, uint32_t low, uint32_t high) {
        std::set<View> distinct;
        for (View term : split(document.tokens))
            if (isFrequent(term)) distinct.insert(term);
        std::vector<View> terms(distinct.begin(), distinct.end());
        uint32_t wanted = low + random.below(high - low + 1);
        if (terms.size() < wanted) return {};
        for (uint32_t i = 0; i < wanted; ++i) std::swap(terms[i], terms[i + random.below(uint32_t(terms.size()) - i)]);
        terms.resize(wanted);
        return terms;
    }
    const Document &document() { return documents[random.below(uint32_t(documents.size()))]; }

    bool draw(const std::string &kind, int number, Question &question) {
        if (kind == "term") {
            const auto &stratum = strata[size_t(number) % 3].empty() ? strata[0] : strata[size_t(number) % 3];
            if (stratum.empty()) return false;
            question.terms = {stratum[random.below(uint32_t(stratum.size()))]};
            return true;
        }
        const Document &source = document();
        if (kind == "phrase") {
            std::vector<View> tokens = split(source.tokens);
            uint32_t length = 2 + random.below(2);
            if (tokens.size() <= length) return false;
            auto start = tokens.begin() + random.below(uint32_t(tokens.size()) - length);
            question.terms.assign(start, start + length);
            return std::all_of(question.terms.begin(), question.terms.end(), isWord);
        }
        static const struct { const char *kind; uint32_t low, high; } sizes[] = {
            {"and", 2, 3}, {"or2", 2, 2}, {"or3", 3, 5}, {"or6", 6, 10}, {"not", 1, 2},
            {"country", 2, 3}, {"lang", 2, 3}, {"cell", 2, 2}};
        for (const auto &size : sizes)
            if (kind == size.kind) question.terms = pick(source, size.low, size.high);
        if (question.terms.empty()) return false;
        if (kind == "country") question.operand = source.country;
        if (kind == "lang") question.operand = source.language;
        if (kind == "cell") question.operand = "cell" + std::to_string(random.below(64));
        if (kind == "not") {
            const Document &other = document();
            if (other.language != source.language) return false;
            std::vector<View> excluded = pick(other, 1, 1);
            if (excluded.empty()) return false;
            for (View term : question.terms)
                if (term == excluded[0]) return false;
            question.operand = excluded[0];
        }
        return true;
    }

public:
    Sampler(const char *path, uint64_t seed) : random(seed) {
        View text = mapped(path);
        uint32_t number = 0;
        for (size_t start = 0; start < text.size(); ++number) {
            size_t end = text.find('\n', start), tabs[3], from = start;
            if (end == View::npos) end = text.size();
            for (size_t &tab : tabs) {
                tab = text.find('\t', from);
                if (tab == View::npos || tab >= end)
                    fail(65, std::string(path) + ":" + std::to_string(number + 1)
                                 + ": fewer than four columns; make the corpus again");
                from = tab + 1;
            }
            Document document{text.substr(tabs[0] + 1, tabs[1] - tabs[0] - 1),
                              text.substr(tabs[1] + 1, tabs[2] - tabs[1] - 1),
                              text.substr(tabs[2] + 1, end - tabs[2] - 1)};
            for (size_t at = 0; at < document.tokens.size();) {
                size_t stop = std::min(document.tokens.find(' ', at), document.tokens.size());
                if (stop > at) frequencies.add(document.tokens.substr(at, stop - at), number);
                at = stop + 1;
            }
            // A uniform sample of all documents, in one pass: algorithm R.
            if (documents.size() < sampleSize) {
                documents.push_back(document);
            } else if (uint32_t slot = random.below(number + 1); slot < sampleSize) {
                documents[slot] = document;
            }
            start = end + 1;
        }
        floor = std::max(2u, uint32_t(number / 10'000));
        strata.resize(3);
        std::vector<Term> ranked = frequencies.ranked();
        size_t rank = 0;
        for (const Term &term : ranked) {
            if (!isWord(term.text)) continue;
            strata[rank < 200 ? 0 : rank < 5'000 ? 1 : 2].push_back(term.text);
            if (++rank == 100'000) break;
        }
        printf("%u documents, %zu terms\n", number, ranked.size());
    }

    std::vector<Question> questions(int perKind) {
        std::vector<Question> all;
        for (const char *kind : {"term", "and", "or2", "or3", "or6", "phrase", "not", "country", "lang", "cell"}) {
            int attempts = 0;
            for (int number = 0; number < perKind;) {
                Question question{kind, {}, "-"};
                if (draw(kind, number, question)) {
                    all.push_back(question);
                    ++number;
                } else if (++attempts > 1'000'000) {
                    fail(65, std::string("the corpus has too few words for questions of kind '") + kind
                                 + "'; make it larger");
                }
            }
        }
        for (size_t i = all.size(); i > 1; --i) std::swap(all[i - 1], all[random.below(uint32_t(i))]);
        return all;
    }
};

int main(int count, char **arguments) {
    int perKind = count > 3 ? atoi(arguments[3]) : 0;
    if (perKind < 1) fail(64, "usage: queries CORPUS.tsv OUT.tsv PER_KIND [SEED]");
    Sampler sampler(arguments[1], count > 4 ? strtoull(arguments[4], nullptr, 10) : 7);
    FILE *out = fopen(arguments[2], "wb");
    if (!out) fail(74, std::string(arguments[2]) + ": cannot be written");
    int number = 0;
    for (const Question &question : sampler.questions(perKind)) {
        std::string terms;
        for (View term : question.terms) terms += (terms.empty() ? "" : " ") + std::string(term);
        fprintf(out, "q%d\t%s\t%s\t%s\n", number++, question.kind, terms.c_str(), question.operand.c_str());
    }
    if (fclose(out) != 0) fail(74, std::string(arguments[2]) + ": cannot be written: is the disk full?");
}
