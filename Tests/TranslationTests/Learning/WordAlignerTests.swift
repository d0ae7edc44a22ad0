import Testing

@testable import Translation

@Suite("Words that translate each other are learned from pieces that say the same")
struct WordAlignerTests {
    /// Brown et al.'s model as it is: no smoothing, nothing forgotten, NULL as one word.
    private var plain: WordAligner.Settings {
        var settings = WordAligner.Settings()
        settings.smoothing = 0
        settings.leastProbability = 0
        settings.nullWeight = 1
        return settings
    }

    @Test("One round gives the counts that are worked out by hand")
    func oneRound() throws {
        var settings = plain
        settings.iterations = 1
        var pieces = ParallelPieces()
        // the house = la maison; the = la
        pieces.append(source: [0, 1], target: [0, 1])
        pieces.append(source: [0], target: [0])
        let result = WordAligner(settings: settings).train(pieces, sourceCount: 2, targetCount: 2)
        // With NULL each target word has three sources in the first piece and two in the second, all alike:
        // la|the 1/3 + 1/2, maison|the 1/3, la|house 1/3, maison|house 1/3.
        let table = result.table
        #expect(abs(table.probability(of: 0, given: 0) - (5.0 / 6) / (7.0 / 6)) < 1e-6)
        #expect(abs(table.probability(of: 1, given: 0) - (1.0 / 3) / (7.0 / 6)) < 1e-6)
        #expect(abs(table.probability(of: 0, given: 1) - 0.5) < 1e-6)
        #expect(abs(table.probability(of: 1, given: 1) - 0.5) < 1e-6)
        #expect(abs((result.perplexities.first ?? 0) - 2) < 1e-6)
    }

    @Test("The known dictionary of a toy corpus is found", arguments: [1, 2, 3] as [UInt64])
    func converges(seed: UInt64) {
        let pieces = ToyPieces.make(words: 30, count: 600, seed: seed)
        var settings = plain
        settings.iterations = 20
        let table = WordAligner(settings: settings).train(pieces, sourceCount: 30, targetCount: 30).table
        for word in 0..<30 as Range<UInt32> {
            #expect(table.probability(of: word, given: word) > 0.9, "word \(word)")
        }
    }

    @Test("Words that translate nothing go to NULL, not to the words beside them")
    func null() throws {
        let pieces = ToyPieces.make(words: 30, count: 600, seed: 7, extra: 1)
        let table = WordAligner().train(pieces, sourceCount: 30, targetCount: 31).table
        for word in 0..<30 as Range<UInt32> {
            #expect(table.probability(of: word, given: word) > 0.7, "word \(word)")
            #expect(table.probability(of: 30, given: word) < 0.2, "word \(word)")
        }
    }

    @Test("Without smoothing and pruning no round raises the perplexity")
    func perplexity() {
        var settings = plain
        settings.iterations = 12
        let values = WordAligner(settings: settings)
            .train(ToyPieces.make(words: 50, count: 300, seed: 5), sourceCount: 50, targetCount: 50).perplexities
        #expect(values.count == 12)
        #expect(zip(values, values.dropFirst()).allSatisfy { $1 <= $0 * (1 + 1e-5) })
        #expect((values.last ?? 0) < (values.first ?? 0) / 3)
    }

    @Test("The probabilities of a word add up to 1, and its row is no longer than was asked")
    func rows() {
        let pieces = ToyPieces.make(words: 40, count: 200, seed: 9)
        for row in WordAligner(settings: plain).train(pieces, sourceCount: 40, targetCount: 40).table.rows {
            #expect(abs(row.reduce(0) { $0 + Double($1.probability) } - 1) < 1e-4)
            #expect(zip(row, row.dropFirst()).allSatisfy { $0.target < $1.target })
        }
        var settings = plain
        settings.longestRow = 3
        for row in WordAligner(settings: settings).train(pieces, sourceCount: 40, targetCount: 40).table.rows {
            #expect((1...3).contains(row.count))
        }
    }

    @Test("The same pieces give the same table, to the bit")
    func deterministic() {
        let pieces = ToyPieces.make(words: 60, count: 400, seed: 11, extra: 2)
        let aligner = WordAligner()
        let first = aligner.train(pieces, sourceCount: 60, targetCount: 62)
        let second = aligner.train(pieces, sourceCount: 60, targetCount: 62)
        #expect(first.table == second.table)
        #expect(first.perplexities == second.perplexities)
    }

    @Test("No pieces, and words that never occur, give empty rows")
    func empty() {
        let nothing = WordAligner().train(ParallelPieces(), sourceCount: 2, targetCount: 0)
        #expect(nothing.table.rows == [[], []])
        var pieces = ParallelPieces()
        pieces.append(source: [], target: [1])
        pieces.append(source: [0], target: [1])
        #expect(pieces.count == 1)
        let table = WordAligner().train(pieces, sourceCount: 3, targetCount: 2).table
        #expect(table.rows.map(\.count) == [1, 0, 0])
    }
}
