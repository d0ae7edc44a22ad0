/// Means with intervals from resampling the questions.
struct Bootstrap {
    /// A mean and the interval that holds 95 % of the resampled means.
    struct Estimate: Codable, Equatable {
        var mean: Double
        var low: Double
        var high: Double
    }

    /// Resamples per measure.
    static let resamples = 1000

    private var twister: MersenneTwister

    /// - Parameter seed: the same seed draws the same samples as Python's `random.Random(seed).choices`, so that the
    ///   intervals are those of `score.py` to the last digit.
    init(seed: UInt32 = 1540) { twister = MersenneTwister(seed: seed) }

    /// Draws for one measure; the next call goes on in the random sequence.
    mutating func estimate(_ values: [Double]) -> Estimate {
        guard !values.isEmpty else { return Estimate(mean: 0, low: 0, high: 0) }
        let count = Double(values.count)
        var means: [Double] = []
        for _ in 0..<Self.resamples {
            var sum = 0.0
            for _ in values { sum += values[Int(twister.unit() * count)] }
            means.append(sum / count)
        }
        means.sort()
        return Estimate(mean: values.reduce(0, +) / count, low: means[25], high: means[974])
    }
}

/// MT19937 with the seeding of Python's `random.Random(int)`.
///
/// Source: M. Matsumoto, T. Nishimura, "Mersenne Twister", ACM TOMACS 8(1), 1998; seeding by array and 53-bit numbers
/// as in the authors' revision of 2002.
struct MersenneTwister {
    private var state: [UInt32] = Array(repeating: 0, count: 624)
    private var place = 624

    init(seed: UInt32) {
        state[0] = 19_650_218
        for index in 1..<624 {
            state[index] = 1_812_433_253 &* (state[index - 1] ^ (state[index - 1] >> 30)) &+ UInt32(index)
        }
        // The key is the one word of the seed.
        var index = 1
        for _ in 0..<624 {
            state[index] = (state[index] ^ ((state[index - 1] ^ (state[index - 1] >> 30)) &* 1_664_525)) &+ seed
            advance(&index)
        }
        for _ in 0..<623 {
            state[index] =
                (state[index] ^ ((state[index - 1] ^ (state[index - 1] >> 30)) &* 1_566_083_941)) &- UInt32(index)
            advance(&index)
        }
        state[0] = 0x8000_0000
    }

    private mutating func advance(_ index: inout Int) {
        index += 1
        if index == 624 {
            state[0] = state[623]
            index = 1
        }
    }

    /// The next number in 0..<1, with 53 random bits.
    mutating func unit() -> Double {
        let high = Double(next() >> 5)
        let low = Double(next() >> 6)
        return (high * 67_108_864 + low) / 9_007_199_254_740_992
    }

    private mutating func next() -> UInt32 {
        if place == 624 {
            for index in 0..<624 {
                let mixed = (state[index] & 0x8000_0000) | (state[(index + 1) % 624] & 0x7FFF_FFFF)
                state[index] = state[(index + 397) % 624] ^ (mixed >> 1) ^ (mixed & 1 == 0 ? 0 : 0x9908_B0DF)
            }
            place = 0
        }
        var word = state[place]
        place += 1
        word ^= word >> 11
        word ^= (word << 7) & 0x9D2C_5680
        word ^= (word << 15) & 0xEFC6_0000
        return word ^ (word >> 18)
    }
}
