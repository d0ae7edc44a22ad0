import TestSupport
import Testing

@testable import InvertedIndex

@Suite("Scores of a window")
struct WindowScoresTests {
    /// Documents of a block, rising, with a score of 1 to 9 each.
    private static func block(
        _ count: Int, in range: Range<UInt32>, using generator: inout SeededGenerator
    ) -> [UInt32: Float] {
        var block: [UInt32: Float] = [:]
        while block.count < count {
            block[.random(in: range, using: &generator)] = Float(Int.random(in: 1...9, using: &generator))
        }
        return block
    }

    @Test(
        "documents are collected with the sum of what was added, and nothing is left of the window",
        arguments: [WindowScores.Marking.groups, .documents, .fewDocuments], [12, 13, 16])
    func sums(marking: WindowScores.Marking, shift: Int) {
        var generator = SeededGenerator(seed: UInt64(shift))
        let start = UInt32(3) << UInt32(shift)
        let end = start + 1 << UInt32(shift)
        let memory = WindowMemory()
        var sums = WindowScores(shift: shift, memory: memory)
        // Scattered, side by side, one alone, and a second window right after the first.
        for blocks in [[128, 128, 128], [128], [1, 2], [128, 60]] {
            var expected: [UInt32: Float] = [:]
            for count in blocks {
                let near = start + 1000..<start + 1300
                let range = Bool.random(using: &generator) ? start..<end : near
                let block = Self.block(count, in: range, using: &generator)
                let documents = block.keys.sorted()
                sums.add(documents.map { block[$0] ?? 0 }, of: documents, 0..<count, from: start, marking)
                expected.merge(block, uniquingKeysWith: +)
            }
            var batch = CandidateBatch(capacity: 1 << shift, memory: memory)
            sums.collect(into: &batch, from: start, marking, above: 4, nil)
            let found = (0..<batch.count).map { batch[$0] }
            let passing = expected.filter { $0.value > 4 }.sorted { $0.key < $1.key }
            #expect(found.map(\.document) == passing.map(\.key))
            #expect(found.map(\.score) == passing.map(\.value))
            batch.removeAll()
            sums.collect(into: &batch, from: start, marking, above: -1, nil)
            #expect(batch.count == 0)
            #expect((0..<1 << shift).allSatisfy { memory.scores[$0] == 0 })
        }
    }

    @Test(
        "a document without a bit among those that count is not collected, but cleared",
        arguments: [WindowScores.Marking.groups, .documents, .fewDocuments])
    func accepted(marking: WindowScores.Marking) {
        let memory = WindowMemory()
        var sums = WindowScores(shift: 12, memory: memory)
        var accepted = [UInt64](repeating: 0, count: 64)
        accepted[0] = 1 << 7
        accepted[63] = 1 << 63
        let documents: [UInt32] = [4096, 4103, 5000, 8191]
        sums.add([9, 9, 9, 9], of: documents, 0..<4, from: 4096, marking)
        var batch = CandidateBatch(capacity: 4096, memory: memory)
        sums.collect(into: &batch, from: 4096, marking, above: 4, &accepted)
        #expect((0..<batch.count).map { batch[$0].document } == [4103, 8191])
        #expect((0..<4096).allSatisfy { memory.scores[$0] == 0 })
    }

    @Test("only the postings of the range are added")
    func range() {
        let memory = WindowMemory()
        var sums = WindowScores(shift: 12, memory: memory)
        sums.add([5, 6, 7], of: [1, 2, 3], 1..<2, from: 0, .documents)
        sums.add([5, 6, 7], of: [1, 2, 3], 3..<3, from: 0, .documents)
        var batch = CandidateBatch(capacity: 4096, memory: memory)
        sums.collect(into: &batch, from: 0, .documents, above: 0, nil)
        #expect(batch.count == 1)
        #expect(batch[0].document == 2)
    }
}
