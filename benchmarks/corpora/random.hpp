// Random numbers that are the same with every compiler and library: those of <random> need not be.
#pragma once
#include <cmath>
#include <cstdint>

struct Random {
    uint64_t state;
    explicit Random(uint64_t seed) : state(seed) {}

    // SplitMix64: G. Steele, D. Lea and C. Flood, "Fast splittable pseudorandom number generators", 2014.
    uint64_t next() {
        uint64_t z = state += 0x9E3779B97F4A7C15u;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
        return z ^ (z >> 31);
    }
    // From 0 to below `bound`. The bias of the multiplication is far below what a benchmark could notice.
    uint32_t below(uint32_t bound) { return uint32_t(((next() >> 32) * bound) >> 32); }
    // From 0 to below 1.
    double unit() { return double(next() >> 11) * 0x1p-53; }
    // Normal with mean 0 and deviation 1, by Box and Muller.
    double normal() {
        double radius = std::sqrt(-2 * std::log(1 - unit()));
        return radius * std::cos(2 * 3.14159265358979323846 * unit());
    }
};
