import TestSupport
import Testing

@testable import InvertedIndex

@Suite("Impacts at ranks")
struct RankedImpactsTests {
    @Test("are those of the sorted list", arguments: 0..<60)
    func ranks(seed: Int) {
        var generator = SeededGenerator(seed: UInt64(seed))
        let count = Int.random(in: 1...3000, using: &generator)
        // Many alike, or crowded, or spread, with both ends among them.
        let impacts = (0..<count).map { _ in
            switch seed % 3 {
            case 0: Float(Int.random(in: 0...4, using: &generator)) / 4
            case 1: Float.random(in: 0.5...0.5001, using: &generator)
            default: Float.random(in: 0...1, using: &generator)
            }
        }
        let sorted = impacts.sorted(by: >)
        let ranks = [1, 10, 100, 1000, count, count + 1]
        let found = RankedImpacts.impacts(impacts, at: ranks)
        #expect(found == ranks.map { $0 <= count ? sorted[$0 - 1] : 0 })
    }
}
