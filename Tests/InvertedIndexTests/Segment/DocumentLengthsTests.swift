import TestSupport
import Testing

@testable import InvertedIndex

@Suite("Lengths of documents are told by runs where they can be")
struct DocumentLengthsTests {
    @Test("Every document has its own length", arguments: [1, 31, 32, 33, 1000, 4097], [1, 40, 500])
    func lengths(count: Int, runLength: Int) {
        var generator = SeededGenerator(seed: UInt64(count * 1000 + runLength))
        var bytes: [UInt8] = []
        while bytes.count < count {
            let run = Int.random(in: 1...runLength, using: &generator)
            bytes += [UInt8](repeating: .random(in: 0...255, using: &generator), count: run)
        }
        bytes.removeLast(bytes.count - count)
        bytes.withUnsafeBufferPointer { each in
            let runs = DocumentLengths.Runs(each.baseAddress!, count: count)
            let lengths = DocumentLengths(each.baseAddress!, runs)
            withExtendedLifetime(runs) {
                #expect((0..<UInt32(count)).allSatisfy { lengths[$0] == each[Int($0)] })
            }
        }
    }
}
