import TestSupport
import Testing

@testable import InvertedIndex

@Suite("The width at which numbers are packed")
struct WidthHistogramTests {
    /// Bits of `values` packed at `width`, every exception counted for itself.
    private static func bits(_ values: [UInt32], _ width: Int) -> Int {
        values.reduce(values.count * width) { bits, value in
            let missing = BitPacking.width(of: value) - width
            guard missing > 0 else { return bits }
            return bits + 8 + (missing == 1 ? 0 : (missing + 6) / 7 * 8)
        }
    }

    @Test("is the least of those at which values and exceptions take the least room", arguments: 0..<200)
    func best(seed: Int) {
        var generator = SeededGenerator(seed: UInt64(seed))
        let count = Int.random(in: 1...300, using: &generator)
        let narrow = UInt32.random(in: 0...20, using: &generator)
        let values = (0..<count).map { _ in
            let isWide = Int.random(in: 0..<10, using: &generator) == 0
            return UInt32.random(in: 0...(.max), using: &generator)
                >> (isWide ? UInt32.random(in: 0...31, using: &generator) : 31 - narrow)
        }
        let histogram = values.withUnsafeBufferPointer { WidthHistogram($0) }
        let highest = values.map(BitPacking.width).max() ?? 0
        let expected = (0...highest).min { Self.bits(values, $0) < Self.bits(values, $1) } ?? 0
        let found = histogram.bestWidth { values.count * $0 }
        #expect(histogram.highest == highest)
        #expect(found.width == expected)
        #expect(found.exceptions == values.count { BitPacking.width(of: $0) > expected })
    }
}
