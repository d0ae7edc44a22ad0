/// Pairs of words that translate each other, from the tables of both directions.
///
/// Only pairs that both tables hold are taken, with the geometric mean of both probabilities as their score: a word
/// that merely stands beside many others is probable in one direction and improbable in the other. Of the ways to join
/// two directions (F. J. Och and H. Ney, "A systematic comparison of various statistical alignment models",
/// Computational Linguistics 29(1), 2003, section 4.4) this is the intersection, applied to the table in place of the
/// alignments.
public struct SymmetricTable: Sendable, Hashable {
    /// A pair of words.
    public struct Pair: Sendable, Hashable {
        /// Number of the source word.
        public var source: UInt32
        /// Number of the target word.
        public var target: UInt32
        /// p(target | source).
        public var forward: Float
        /// p(source | target).
        public var backward: Float

        /// Geometric mean of both probabilities, 0 to 1.
        public var score: Float { (forward * backward).squareRoot() }
    }

    /// What is kept.
    public struct Limits: Sendable, Hashable {
        /// Least score.
        public var leastScore: Float = 0.05
        /// Least expected number of times that the words translate each other, in the weaker direction.
        public var leastEvidence: Float = 0.4
        /// A pair is kept if it is among so many best of its source word, or of its target word.
        public var translations = 6

        /// The defaults.
        public init() {}
    }

    /// The pairs, best score first, equals in the order of their numbers.
    public let pairs: [Pair]

    /// Joins the tables of two directions.
    ///
    /// - Parameters:
    ///   - forward: source to target.
    ///   - backward: target to source; its rows are as many as the forward table's targets.
    public init(forward: TranslationTable, backward: TranslationTable, limits: Limits = Limits()) {
        var found: [Pair] = []
        for source in forward.rows.indices {
            for entry in forward.rows[source] {
                guard let other = backward.entry(Int(entry.target), UInt32(source)) else { continue }
                let pair = Pair(
                    source: UInt32(source), target: entry.target, forward: min(1, entry.probability),
                    backward: min(1, other.probability))
                if pair.score >= limits.leastScore, min(entry.evidence, other.evidence) >= limits.leastEvidence {
                    found.append(pair)
                }
            }
        }
        found.sort { ($1.score, $0.source, $0.target) < ($0.score, $1.source, $1.target) }
        var ofSource = [Int](repeating: 0, count: forward.rows.count)
        var ofTarget = [Int](repeating: 0, count: backward.rows.count)
        pairs = found.filter { pair in
            ofSource[Int(pair.source)] += 1
            ofTarget[Int(pair.target)] += 1
            return min(ofSource[Int(pair.source)], ofTarget[Int(pair.target)]) <= limits.translations
        }
    }
}
