import TestSupport
import Testing

@testable import InvertedIndex

@Suite("Radix sort")
struct RadixSortTests {
    @Test("sorts by the bits asked for and keeps the order of equals", arguments: 0..<60)
    func sorts(seed: Int) {
        var generator = SeededGenerator(seed: UInt64(seed))
        let from = Int.random(in: 0...40, using: &generator)
        let to = Int.random(in: from...64, using: &generator)
        let width = to - from
        let mask = width == 64 ? UInt64.max : (UInt64(1) << UInt64(width)) - 1
        var room: [UInt64] = []
        // The room of one sort serves the next, be it larger or smaller.
        for count in [0, 1, 2, 3000, 17, 500] {
            let shift = UInt64.random(in: 0...60, using: &generator)
            let keys = (0..<count).map { _ in UInt64.random(in: 0...(.max), using: &generator) >> shift }
            var sorted = keys
            RadixSort.sort(&sorted, &room, from: from, to: to)
            let expected = keys.enumerated().sorted {
                let (left, right) = ($0.element >> UInt64(from) & mask, $1.element >> UInt64(from) & mask)
                return left != right ? left < right : $0.offset < $1.offset
            }
            #expect(sorted == expected.map(\.element))
        }
    }
}
