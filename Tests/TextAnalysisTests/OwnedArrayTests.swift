import TestSupport
import Testing

@testable import TextAnalysis

@Suite("An array with one owner")
struct OwnedArrayTests {
    private static func bytes(_ array: borrowing OwnedArray<UInt8>) -> [UInt8] { array.withElements { [UInt8]($0) } }

    @Test("holds what was appended, in whatever pieces", arguments: 0..<10)
    func appends(seed: Int) {
        var generator = SeededGenerator(seed: UInt64(seed))
        var array = OwnedArray<UInt8>(capacity: 1)
        var expected: [UInt8] = []
        for _ in 0..<2000 {
            let piece = (0..<Int.random(in: 0...40, using: &generator)).map { _ in
                UInt8.random(in: 0...255, using: &generator)
            }
            switch Int.random(in: 0..<3, using: &generator) {
            case 0: for byte in piece { array.append(byte) }
            case 1:
                piece.withUnsafeBufferPointer { if let base = $0.baseAddress { array.append(base, count: $0.count) } }
            default:
                let padded = piece + [UInt8](repeating: 0xEE, count: OwnedArray<UInt8>.overread)
                padded.withUnsafeBufferPointer {
                    array.append(overreading: UnsafeBufferPointer(rebasing: $0[..<piece.count]))
                }
            }
            expected += piece
            if expected.count > 3000 {
                array.truncate(to: 100)
                expected.removeLast(expected.count - 100)
            }
        }
        #expect(Self.bytes(array) == expected)
        #expect(array[50] == expected[50])
        array.removeAll()
        #expect(Self.bytes(array) == [])
    }

    @Test("writes scalars as UTF-8 and takes the last off again")
    func scalars() {
        let scalars: [Unicode.Scalar] = [
            "a", "é", "ж", "法", "\u{1F600}", "\u{7FF}", "\u{800}", "\u{FFFF}", "\u{10000}",
        ]
        var array = OwnedArray<UInt8>()
        var text = ""
        for scalar in scalars {
            array.append(scalar: scalar.value)
            text.unicodeScalars.append(scalar)
            #expect(Self.bytes(array) == Array(text.utf8))
        }
        for _ in scalars {
            array.removeLastScalar()
            text.unicodeScalars.removeLast()
            #expect(Self.bytes(array) == Array(text.utf8))
        }
        array.removeLastScalar()
        #expect(Self.bytes(array) == [])
    }
}
