import TestSupport

@testable import Translation

/// Pieces made from a dictionary that a test knows: word *n* of the source language is word *n* of the target language.
enum ToyPieces {
    /// Pieces of three to eight different words, in another order in the target language.
    ///
    /// - Parameter extra: target words beyond the vocabulary that translate nothing; each piece has all of them.
    static func make(words: Int, count: Int, seed: UInt64, extra: Int = 0) -> ParallelPieces {
        var generator = SeededGenerator(seed: seed)
        var pieces = ParallelPieces()
        for _ in 0..<count {
            let length = Int.random(in: 3...8, using: &generator)
            let source = (0..<UInt32(words)).shuffled(using: &generator).prefix(length)
            let target = source.shuffled(using: &generator) + (0..<extra).map { UInt32(words + $0) }
            pieces.append(source: Array(source), target: target)
        }
        return pieces
    }
}
