import TestSupport
import Testing

@testable import InvertedIndex

@Suite("Streams in a pool of slices")
struct SlicePoolTests {
    private static func bytes(_ stream: SlicePool.Stream, of pool: borrowing SlicePool) -> [UInt8] {
        var writer = ByteWriter()
        pool.copy(stream, to: &writer)
        return writer.bytes
    }

    @Test("give back what was written to them side by side", arguments: 0..<6)
    func sideBySide(seed: Int) {
        var generator = SeededGenerator(seed: UInt64(seed))
        var pool = SlicePool()
        for round in 0..<2 {
            var streams = [SlicePool.Stream](repeating: SlicePool.Stream(), count: 40)
            var expected = [[UInt8]](repeating: [], count: 40)
            for _ in 0..<20_000 {
                // Few of the streams take most, so that there are short ones and such of many slices.
                let stream = Int.random(in: 0...Int.random(in: 0..<40, using: &generator), using: &generator)
                let count = Int.random(in: 1...8, using: &generator)
                let word = UInt64.random(in: 0...(.max), using: &generator) >> UInt64(64 - count * 8)
                pool.append(word, count: count, to: &streams[stream])
                expected[stream] += (0..<count).map { UInt8(truncatingIfNeeded: word >> UInt64($0 * 8)) }
            }
            for (stream, bytes) in zip(streams, expected) {
                for slice in 0..<5 { pool.prefetch(stream, slice: slice) }
                #expect(Self.bytes(stream, of: pool) == bytes)
                if let word = pool.word(stream) {
                    #expect((0..<8).map { UInt8(truncatingIfNeeded: word >> UInt64($0 * 8)) }.starts(with: bytes))
                } else {
                    #expect(bytes.isEmpty || bytes.count > 8)
                }
            }
            // What a pool held before does not show in what is written next.
            if round == 0 { pool.removeAll() }
        }
    }

    @Test("go on in the next chunk where one is full")
    func chunks() {
        var pool = SlicePool()
        var long = SlicePool.Stream()
        var count: UInt64 = 0
        // More than one chunk of 64 MiB.
        while pool.byteCount < 70 << 20 {
            pool.append(count, count: 8, to: &long)
            count += 1
        }
        var other = SlicePool.Stream()
        pool.append(0x0102_0304, count: 4, to: &other)
        var writer = ByteWriter()
        pool.copy(long, to: &writer)
        let isSame = writer.withUnsafeBytes { bytes in
            bytes.count == Int(count) * 8
                && (0..<Int(count)).allSatisfy {
                    bytes.loadUnaligned(fromByteOffset: $0 * 8, as: UInt64.self) == UInt64($0)
                }
        }
        #expect(isSame)
        #expect(Self.bytes(other, of: pool) == [4, 3, 2, 1])
    }
}
