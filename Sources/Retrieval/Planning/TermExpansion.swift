internal import InvertedIndex
internal import ProvisionIndex

/// Terms of the index that a pattern stands for.
struct TermExpansion {
    let searcher: IndexSearcher

    /// Terms that are ranked one by one; a pattern that stands for more is matched without ranking among them.
    static let rankedTerms = 64
    /// Terms of one pattern that are matched at all; the most frequent are kept.
    static let matchedTerms = 65_536

    /// Exact terms that begin with `start`, the most frequent first.
    func terms(startingWith start: [UInt8]) throws(IndexError) -> [[UInt8]] {
        var found: [[UInt8]: Int] = [:]
        try searcher.forEachTerm(prefix: start) { key, frequency in
            found[key, default: 0] += frequency
            return true
        }
        return Self.mostFrequent(found)
    }

    /// Exact terms within `edits` of `word` that begin with the same character, the most frequent first.
    ///
    /// The first character is taken as right: misspellings rarely begin there, and the dictionary is sorted by it.
    func terms(near word: [UInt8], edits: Int) throws(IndexError) -> [[UInt8]] {
        let wanted = Array(String(decoding: word.dropFirst(), as: UTF8.self).unicodeScalars)
        guard let first = wanted.first else { return [] }
        var found: [[UInt8]: Int] = [:]
        var distance = EditDistance(wanted, limit: edits)
        try searcher.forEachTerm(prefix: TermSpace.exact.key(String(first))) { key, frequency in
            // A scalar has at most four bytes and a deleted one at least one.
            if key.count <= word.count + edits * 4, key.count + edits * 4 >= word.count, distance.isWithinLimit(key) {
                found[key, default: 0] += frequency
            }
            return true
        }
        return Self.mostFrequent(found)
    }

    private static func mostFrequent(_ found: [[UInt8]: Int]) -> [[UInt8]] {
        found.sorted { $0.value != $1.value ? $0.value > $1.value : $0.key.lexicographicallyPrecedes($1.key) }
            .prefix(matchedTerms).map(\.key)
    }
}
