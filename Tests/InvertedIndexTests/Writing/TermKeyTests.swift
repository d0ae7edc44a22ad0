import TestSupport
import Testing

@testable import InvertedIndex

@Suite("Keys of terms in a segment in the making")
struct TermKeyTests {
    private func bytes(of key: TermKey) -> [UInt8] {
        withUnsafeBytes(of: key.start) { Array($0.prefix(TermKey.inlined)) }
    }

    @Test("begin with the space and the term's bytes, with zeros behind", arguments: 0...60)
    func start(count: Int) {
        var generator = SeededGenerator(seed: UInt64(count))
        for _ in 0..<20 {
            let term = (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }
            let key = term.withUnsafeBufferPointer { TermKey(space: 0xA7, $0) }
            let whole = [0xA7] + term + [UInt8](repeating: 0, count: TermKey.inlined)
            #expect(bytes(of: key) == Array(whole.prefix(TermKey.inlined)))
            #expect(key.length == count + 1)
        }
    }

    @Test("have another hash for another space, length or byte")
    func hashes() {
        let term: [UInt8] = Array(1...40)
        var seen: Set<UInt32> = []
        var count = 0
        func add(_ space: UInt8, _ term: ArraySlice<UInt8>) {
            seen.insert(Array(term).withUnsafeBufferPointer { TermKey(space: space, $0).hash })
            count += 1
        }
        for length in 0...40 {
            add(1, term[..<length])
            add(2, term[..<length])
            for place in 0..<length {
                var other = term
                other[place] ^= 0x80
                add(1, other[..<length])
            }
        }
        // Of a thousand hashes of 32 bits two are the same once in ten thousand times.
        #expect(seen.count == count)
    }
}
