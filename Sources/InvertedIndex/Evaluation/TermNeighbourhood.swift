/// The terms within some edits of a word: insertions, deletions and replacements of scalars, and swaps of two
/// neighbours, each counted as one (optimal string alignment).
public struct TermNeighbourhood: Sendable, Equatable {
    /// The word; terms are compared with it scalar by scalar.
    public var word: String
    /// Bytes that every term begins with and that are not compared.
    public var prefix: [UInt8]
    /// Edits at most, 0 to 2.
    public var edits: Int
    /// Whether terms must begin with the word's first scalar. Misspellings rarely begin there, and with it a walk looks
    /// at a small part of the dictionary.
    public var keepsFirst: Bool
    /// Terms must begin with a scalar in this range, which keeps a walk within a script.
    public var firstScalars: ClosedRange<UInt32>

    /// The longest word that is looked up; longer ones have no neighbours.
    public static let longestWord = 64

    /// A neighbourhood; `edits` beyond 2 are taken as 2.
    public init(
        of word: String, prefix: [UInt8], edits: Int, keepsFirst: Bool = false,
        firstScalars: ClosedRange<UInt32> = 0...0x10_FFFF
    ) {
        self.word = word
        self.prefix = prefix
        self.edits = max(0, min(2, edits))
        self.keepsFirst = keepsFirst
        self.firstScalars = firstScalars
    }
}

extension IndexSearcher {
    /// A term in a neighbourhood.
    public struct Neighbour: Sendable, Equatable {
        /// The key of the term.
        public var key: [UInt8]
        /// Edits between it and the word.
        public var edits: Int
        /// Documents that hold it, deleted ones included.
        public var documentFrequency: Int
    }

    /// All terms of a neighbourhood, in the order of their keys.
    ///
    /// - Throws: ``IndexError/corrupt(file:place:)`` when damage is met on the way.
    public func terms(in neighbourhood: TermNeighbourhood) throws(IndexError) -> [Neighbour] {
        guard var walk = NeighbourhoodWalk(neighbourhood) else { return [] }
        var found: [[UInt8]: Neighbour] = [:]
        try forEachDictionary { dictionary throws(IndexError) in
            try walk.run(dictionary) { key, edits, frequency in
                found[key, default: Neighbour(key: key, edits: edits, documentFrequency: 0)].documentFrequency +=
                    frequency
            }
        }
        return found.values.sorted { $0.key.lexicographicallyPrecedes($1.key) }
    }
}
