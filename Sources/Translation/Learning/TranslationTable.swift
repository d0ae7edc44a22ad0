/// Probabilities of words of the target language, given a word of the source language.
public struct TranslationTable: Sendable, Hashable {
    /// A translation of a word.
    public struct Entry: Sendable, Hashable {
        /// Number of the target word.
        public var target: UInt32
        /// p(target | source), 0 to 1.
        public var probability: Float
        /// How many occurrences of the target word are expected to be translations of the source word.
        public var evidence: Float
    }

    /// By number of the source word; entries in order of the target's number.
    public internal(set) var rows: [[Entry]]

    /// Probability of a target word given a source word; 0 where the pair was pruned.
    public func probability(of target: UInt32, given source: UInt32) -> Float {
        entry(Int(source), target)?.probability ?? 0
    }

    /// The entry of a pair of words; nil where it was pruned.
    func entry(_ source: Int, _ target: UInt32) -> Entry? {
        let row = rows[source]
        var (low, high) = (0, row.count)
        while low < high {
            let middle = (low + high) / 2
            if row[middle].target < target { low = middle + 1 } else { high = middle }
        }
        return low < row.count && row[low].target == target ? row[low] : nil
    }
}
