import Testing

@testable import Translation

@Suite("Both directions are joined")
struct SymmetricTableTests {
    private func table(_ rows: [[(UInt32, Float)]]) -> TranslationTable {
        TranslationTable(rows: rows.map { $0.map { .init(target: $0.0, probability: $0.1, evidence: 10) } })
    }

    @Test("Only pairs of both directions are kept, with the geometric mean as score")
    func intersection() {
        let forward = table([[(0, 0.9), (1, 0.1)], [(1, 0.8)]])
        let backward = table([[(0, 0.4)], [(1, 0.5)]])
        let pairs = SymmetricTable(forward: forward, backward: backward).pairs
        #expect(pairs.map { [$0.source, $0.target] } == [[1, 1], [0, 0]])
        #expect(pairs.first.map { abs($0.score - (Float(0.8) * 0.5).squareRoot()) < 1e-6 } == true)
        #expect(pairs.last.map { $0.forward == 0.9 && $0.backward == 0.4 } == true)
    }

    @Test("The other direction gives the same pairs turned round")
    func turned() {
        let pieces = ToyPieces.make(words: 40, count: 300, seed: 3, extra: 1)
        let forward = WordAligner().train(pieces, sourceCount: 40, targetCount: 41).table
        let backward = WordAligner().train(pieces.reversed, sourceCount: 41, targetCount: 40).table
        let there = SymmetricTable(forward: forward, backward: backward).pairs
        let back = SymmetricTable(forward: backward, backward: forward).pairs
        let turned = back.map {
            SymmetricTable.Pair(source: $0.target, target: $0.source, forward: $0.backward, backward: $0.forward)
        }
        #expect(!there.isEmpty)
        #expect(Set(there) == Set(turned))
    }

    @Test("Weak, rare and surplus pairs are left out")
    func limits() {
        var forward = table([[(0, 0.5), (1, 0.3), (2, 0.2)]])
        let backward = table([[(0, 1)], [(0, 1)], [(0, 1)]])
        var limits = SymmetricTable.Limits()
        limits.leastScore = 0.5
        #expect(
            SymmetricTable(forward: forward, backward: backward, limits: limits).pairs.map(\.target) == [0, 1])
        forward.rows[0][0].evidence = 1
        limits.leastEvidence = 1.5
        #expect(
            SymmetricTable(forward: forward, backward: backward, limits: limits).pairs.map(\.target) == [1])
        // The third is the source's third and its target's first, so it stays among two of either.
        limits = SymmetricTable.Limits()
        limits.translations = 2
        let crowded = table([[(0, 0.5), (1, 0.3), (2, 0.2)], [(2, 0.9)], [(2, 0.8)]])
        let others = table([[(0, 1)], [(0, 1)], [(0, 0.2), (1, 0.4), (2, 0.4)]])
        let pairs = SymmetricTable(forward: crowded, backward: others, limits: limits).pairs
        #expect(!pairs.contains { $0.source == 0 && $0.target == 2 })
        #expect(pairs.count == 4)
    }
}
