// Writes a generated corpus whose words follow Zipf's law, as lines of id, country, language and tokens.
//   zipf OUT.tsv DOCUMENTS [SEED]
// A document depends on the seed and its number only: a smaller corpus is the beginning of a larger one.
#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>
#include <vector>

#include "random.hpp"

static const uint32_t vocabulary = 400'000;
static const double meanLength = 80, spread = 0.6, exponent = 1.0, shift = 2.7;
// How often a token repeats one that its document has already, so that frequencies above 1 occur as in real text.
static const double burst = 0.15;

// Short words for frequent ranks; no two ranks share one.
static std::string word(uint32_t rank) {
    static const char consonants[] = "bcdfghjklmnprstvz", vowels[] = "aeiou";
    std::string text;
    for (uint32_t rest = rank + 85; rest > 0; rest /= 85) {
        text += consonants[rest % 85 / 5];
        text += vowels[rest % 85 % 5];
    }
    return text;
}

// Draws ranks in constant time: A. J. Walker's alias method, 1977.
struct AliasTable {
    std::vector<uint64_t> cut;
    std::vector<uint32_t> alias;

    AliasTable() : cut(vocabulary), alias(vocabulary) {
        std::vector<double> share(vocabulary);
        double sum = 0;
        for (uint32_t i = 0; i < vocabulary; ++i) sum += share[i] = 1 / std::pow(i + 1 + shift, exponent);
        std::vector<uint32_t> small, large;
        for (uint32_t i = 0; i < vocabulary; ++i) {
            share[i] *= vocabulary / sum;
            (share[i] < 1 ? small : large).push_back(i);
            alias[i] = i;
        }
        while (!small.empty() && !large.empty()) {
            uint32_t low = small.back(), high = large.back();
            small.pop_back();
            alias[low] = high;
            share[high] -= 1 - share[low];
            if (share[high] < 1) { large.pop_back(); small.push_back(high); }
        }
        for (uint32_t i = 0; i < vocabulary; ++i) cut[i] = uint64_t(std::min(share[i], 1.0) * 0x1p32);
    }
    uint32_t draw(Random &random) const {
        uint64_t bits = random.next();
        uint32_t column = uint32_t(((bits >> 32) * vocabulary) >> 32);
        return (bits & 0xFFFFFFFF) < cut[column] ? column : alias[column];
    }
};

int main(int count, char **arguments) {
    long documents = count > 2 ? atol(arguments[2]) : 0;
    uint64_t seed = count > 3 ? strtoull(arguments[3], nullptr, 10) : 1;
    if (documents < 1) {
        fprintf(stderr, "usage: zipf OUT.tsv DOCUMENTS [SEED]; DOCUMENTS is at least 1\n");
        return 64;
    }
    FILE *out = fopen(arguments[1], "wb");
    if (!out) {
        fprintf(stderr, "zipf: %s: cannot be written: %s\n", arguments[1], strerror(errno));
        return 74;
    }
    AliasTable table;
    std::vector<std::string> words;
    for (uint32_t i = 0; i < vocabulary; ++i) words.push_back(" " + word(i));
    std::vector<uint32_t> tokens;
    std::string line;
    bool failed = false;
    for (long number = 0; number < documents; ++number) {
        Random random(seed * 0xD1342543DE82EF95u + uint64_t(number) * 0x2545F4914F6CDD1Du);
        random.next();
        double drawn = std::exp(std::log(meanLength) - spread * spread / 2 + spread * random.normal());
        uint32_t length = uint32_t(std::clamp(drawn, 5.0, 2000.0));
        tokens.clear();
        for (uint32_t i = 0; i < length; ++i) {
            bool repeats = random.unit() < burst && i > 0;
            tokens.push_back(repeats ? tokens[random.below(i)] : table.draw(random));
        }
        char head[64];
        snprintf(head, sizeof head, "d%ld\tC%02u\tl%u\t", number, random.below(20), random.below(5));
        line = head;
        size_t start = line.size();
        for (uint32_t token : tokens) line += words[token];
        line.erase(start, 1);
        line += '\n';
        failed |= fwrite(line.data(), 1, line.size(), out) != line.size();
    }
    failed |= fclose(out) != 0;
    if (failed) {
        fprintf(stderr, "zipf: %s: cannot be written: is the disk full?\n", arguments[1]);
        return 74;
    }
}
