import TestSupport
import Testing

@testable import InvertedIndex

@Suite("Numbers of seven bits a byte in a word")
struct VariableWordTests {
    /// The same by the book: byte by byte.
    private static func bytes(of value: UInt32) -> [UInt8] {
        var writer = ByteWriter()
        writer.append(variable: UInt64(value))
        return writer.bytes
    }

    @Test(
        "take the bytes that they take one by one, and are read again",
        arguments: (0...32).flatMap { bits -> [UInt32] in
            let power = bits == 32 ? UInt64(1) << 32 : UInt64(1) << UInt64(bits)
            return [power - 1, power, power + 1].filter { $0 <= UInt64(UInt32.max) }.map { UInt32($0) }
        })
    func oneNumber(value: UInt32) {
        let expected = Self.bytes(of: value)
        var word = VariableWord()
        word.append(value)
        #expect(VariableWord.byteCount(value) == expected.count)
        #expect(word.count == expected.count)
        #expect(
            (0..<8).map { UInt8(truncatingIfNeeded: word.bits >> UInt64($0 * 8)) } == expected
                + [UInt8](repeating: 0, count: 8 - expected.count))
        var taken = word
        let first = taken.takeFirst()
        #expect(first == value && taken.bits == 0)
    }

    @Test("follow each other, in a word and in memory", arguments: 0..<40)
    func several(seed: Int) {
        var generator = SeededGenerator(seed: UInt64(seed))
        let values = (0..<50).map { _ in
            UInt32.random(in: 0...(.max), using: &generator) >> UInt32.random(in: 0...31, using: &generator)
        }
        let bytes = values.flatMap(Self.bytes) + [UInt8](repeating: 0xFF, count: 8)
        bytes.withUnsafeBytes { bytes in
            var cursor = bytes.baseAddress!
            for value in values {
                let read = VariableWord.read(&cursor)
                #expect(read == value)
            }
            #expect(cursor - bytes.baseAddress! == bytes.count - 8)
        }
        var word = VariableWord()
        var held: [UInt32] = []
        for value in values where word.count + VariableWord.byteCount(value) <= 8 {
            word.append(value)
            held.append(value)
        }
        for value in held {
            let taken = word.takeFirst()
            #expect(taken == value)
        }
    }
}
