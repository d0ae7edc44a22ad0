import TestSupport
import Testing

@testable import InvertedIndex

@Suite("Saturated frequencies")
struct SaturationTableTests {
    @Test(
        "many at once are the same, bit by bit, as one by one",
        arguments: [1, 3, 4, 127, 128])
    func together(count: Int) {
        var generator = SeededGenerator(seed: UInt64(count))
        let table = SaturationTable(.standard, averageLength: 80)
        func frequencies() -> [UInt32] {
            (0..<count).map { _ in
                Bool.random(using: &generator)
                    ? .random(in: 0...20, using: &generator) : .random(in: 0...(.max), using: &generator)
            }
        }
        let (text, heading, title) = (frequencies(), frequencies(), frequencies())
        let lengths = (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }
        for weights in [table.parameters.fieldWeights, SIMD4(0, 1, 0, 0), SIMD4(0.3, 0, 2, 0)] {
            var found = [Float](repeating: -1, count: count)
            table.values.saturate(text, heading, title, weights: weights, into: &found, count) { lengths[$0] }
            let expected = (0..<count).map {
                table.values.saturation(text[$0], heading[$0], title[$0], length: lengths[$0], weights: weights)
            }
            #expect(found.map(\.bitPattern) == expected.map(\.bitPattern))
        }
    }

    @Test("what the table says of a frequency in the text is what is computed for it")
    func textAlone() {
        let table = SaturationTable(.standard, averageLength: 80)
        for frequency in 0...SaturationTable.highestFrequency {
            for length in UInt8.min...UInt8.max {
                let computed = table.values.saturation(
                    frequency, 0, 0, length: length, weights: table.parameters.fieldWeights)
                let said = table.values.textSaturation[Int(frequency) << 8 | Int(length)]
                #expect(said.bitPattern == computed.bitPattern)
            }
        }
    }
}
