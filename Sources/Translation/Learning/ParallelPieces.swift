/// Pieces of text in two languages that say the same, as numbers of words; the first language is the *source*.
public struct ParallelPieces: Sendable, Hashable {
    /// One language's words, piece behind piece.
    public struct Side: Sendable, Hashable {
        /// Numbers of words.
        public internal(set) var tokens: [UInt32] = []
        /// Where each piece begins in ``tokens``; its last entry is their count.
        public internal(set) var starts: [Int] = [0]

        mutating func append(_ piece: [UInt32]) {
            tokens += piece
            starts.append(tokens.count)
        }
    }

    /// The words that are translated.
    public private(set) var source = Side()
    /// What they are translated into.
    public private(set) var target = Side()

    /// No pieces.
    public init() {}

    /// Number of pieces.
    public var count: Int { source.starts.count - 1 }

    /// Adds a piece; one that is empty in a language says nothing and is left out.
    public mutating func append(source piece: [UInt32], target other: [UInt32]) {
        guard !piece.isEmpty, !other.isEmpty else { return }
        source.append(piece)
        target.append(other)
    }

    /// The same pieces in the other direction.
    public var reversed: ParallelPieces {
        var other = self
        (other.source, other.target) = (target, source)
        return other
    }
}
