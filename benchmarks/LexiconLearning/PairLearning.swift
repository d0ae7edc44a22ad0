import Foundation
import Translation

/// Learns one pair of languages.
struct PairLearning {
    let first: String
    let second: String
    /// What is learned from.
    private(set) var pieces = ParallelPieces()
    /// Pieces taken, by where they are from.
    private(set) var counts: [(name: String, pieces: Int)] = []
    private(set) var vocabularies = (source: StemVocabulary(), target: StemVocabulary())
    private(set) var table: SymmetricTable
    /// Perplexity before each round, first to second and back.
    private(set) var perplexities: (forward: [Double], backward: [Double]) = ([], [])

    /// A piece of more words says too little about which of them belong together.
    static let longestPiece = 300

    /// Reads the texts that are in both languages, and learns from them.
    init(
        _ first: String, _ second: String, from sources: [ParallelTexts], settings: WordAligner.Settings,
        limits: SymmetricTable.Limits
    ) {
        (self.first, self.second) = (first, second)
        let (source, target) = (StemReader(language: first), StemReader(language: second))
        let cutter = PieceCutter()
        for texts in sources {
            let before = pieces.count
            for text in texts.texts {
                guard let left = text[first], let right = text[second] else { continue }
                for piece in cutter.cut(left, right) {
                    let (words, others) = (source.stems(of: piece.source), target.stems(of: piece.target))
                    if max(words.count, others.count) > Self.longestPiece { continue }
                    pieces.append(source: words, target: others)
                }
            }
            if pieces.count > before { counts.append((texts.name, pieces.count - before)) }
        }
        vocabularies = (source.vocabulary, target.vocabulary)
        let (sizeOfSource, sizeOfTarget) = (source.vocabulary.stems.count, target.vocabulary.stems.count)
        let aligner = WordAligner(settings: settings)
        let forward = aligner.train(pieces, sourceCount: sizeOfSource, targetCount: sizeOfTarget)
        let backward = aligner.train(pieces.reversed, sourceCount: sizeOfTarget, targetCount: sizeOfSource)
        perplexities = (forward.perplexities, backward.perplexities)
        table = SymmetricTable(forward: forward.table, backward: backward.table, limits: limits)
    }
}
