internal import TextAnalysis

/// The overlapping runs of three words of a text, as numbers.
///
/// Two texts are compared by the share of runs they have in common. Source: A. Z. Broder, "On the resemblance and
/// containment of documents", Compression and Complexity of Sequences 1997, section 2. The sets are kept whole, not
/// sketched: the candidates of one question are few.
struct ShingleSet: Sendable, Equatable {
    /// Words of a run.
    static let length = 3

    /// Hashes of the runs, each once, rising.
    let hashes: [UInt64]

    /// The runs of the language-neutral word forms of an analysed text; of a text of fewer words, the text itself.
    init(_ tokens: TokenBuffer) {
        var words: [UInt64] = []
        for record in tokens.records where record.form == .exact {
            let start = Int(record.termOffset)
            words.append(Self.hash(tokens.termBytes[start..<(start + Int(record.termLength))]))
        }
        self.init(words: words)
    }

    /// The runs of words that are given by their hashes.
    init(words: [UInt64]) {
        let runs = words.isEmpty ? 0 : max(1, words.count - Self.length + 1)
        var found: Set<UInt64> = []
        for start in 0..<runs {
            found.insert(words[start..<min(words.count, start + Self.length)].reduce(Self.seed, Self.mixed))
        }
        hashes = found.sorted()
    }

    /// Share of the runs of either text that both have (Jaccard), 0 to 1; 0 for texts without words.
    func resemblance(_ other: ShingleSet) -> Double {
        var (left, right, common) = (0, 0, 0)
        while left < hashes.count, right < other.hashes.count {
            if hashes[left] == other.hashes[right] { common += 1 }
            let step = hashes[left] <= other.hashes[right]
            if hashes[left] >= other.hashes[right] { right += 1 }
            if step { left += 1 }
        }
        return Self.share(common, hashes.count, other.hashes.count)
    }

    /// Jaccard's share from the sizes of two sets and of what they have in common.
    static func share(_ common: Int, _ left: Int, _ right: Int) -> Double {
        let all = left + right - common
        return all == 0 ? 0 : Double(common) / Double(all)
    }

    private static let seed: UInt64 = 0xcbf2_9ce4_8422_2325

    /// FNV-1a (Fowler, Noll, Vo), 64 bits.
    private static func hash(_ bytes: ArraySlice<UInt8>) -> UInt64 {
        bytes.reduce(seed) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01b3 }
    }

    private static func mixed(_ hash: UInt64, _ word: UInt64) -> UInt64 {
        var value = (hash ^ word) &* 0x9E37_79B9_7F4A_7C15
        value ^= value >> 32
        return value
    }
}
