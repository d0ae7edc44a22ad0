import TestSupport
import Testing

@testable import Ingestion

@Suite("Sharing provisions among threads")
struct IndexFollowerTests {
    @Test("shares are as many as asked, hold everything once and in order, and are of like length", arguments: 0..<200)
    func split(seed: Int) {
        var generator = SeededGenerator(seed: UInt64(seed))
        var ranges: [Range<Int64>] = []
        var next: Int64 = 1
        for _ in 0..<Int.random(in: 0...12, using: &generator) {
            next += .random(in: 0...5, using: &generator)
            let length: Int64 = .random(in: 1...40, using: &generator)
            ranges.append(next..<next + length)
            next += length
        }
        let parts = Int.random(in: 1...6, using: &generator)
        let count = ranges.reduce(0) { $0 + Int64($1.count) }
        let shares = IndexFollower.split(ranges, count: count, parts: parts)
        #expect(shares.count == parts)
        #expect(shares.flatMap { $0 }.flatMap { Array($0) } == ranges.flatMap { Array($0) })
        #expect(shares.allSatisfy { $0.allSatisfy { !$0.isEmpty } })
        let fair = (count + Int64(parts) - 1) / Int64(parts)
        #expect(shares.allSatisfy { $0.reduce(0) { $0 + Int64($1.count) } <= fair })
    }
}
