import TestSupport
import Testing

@testable import InvertedIndex

@Suite("Codecs give back what was put in")
struct CodecTests {
    @Test("128 values of every width survive packing", arguments: 0...32)
    func bitPacking(width: Int) {
        var generator = SeededGenerator(seed: UInt64(width))
        let highest: UInt32 = width == 32 ? .max : (1 << UInt32(width)) - 1
        let values = (0..<128).map { _ in UInt32.random(in: 0...highest, using: &generator) }
        var packed = [UInt8](repeating: 0, count: BitPacking.byteCount(width: width) + 16)
        var unpacked = [UInt32](repeating: 7, count: 128)
        packed.withUnsafeMutableBytes { output in
            values.withUnsafeBufferPointer { BitPacking.pack($0.baseAddress!, width: width, into: output.baseAddress!) }
        }
        packed.withUnsafeBytes { input in
            unpacked.withUnsafeMutableBufferPointer {
                BitPacking.unpack(input.baseAddress!, width: width, into: $0.baseAddress!)
            }
        }
        #expect(unpacked == values)
        let alone = packed.withUnsafeBytes { input in
            (0..<128).map { BitPacking.value(at: $0, in: input.baseAddress!, width: width) }
        }
        #expect(alone == values)
    }

    @Test("Gaps are added up while they are unpacked", arguments: 0...24)
    func gaps(width: Int) {
        var generator = SeededGenerator(seed: 99 + UInt64(width))
        let gaps = (0..<128).map { _ in UInt32.random(in: 0...((1 << UInt32(width)) - 1), using: &generator) }
        var packed = [UInt8](repeating: 0, count: BitPacking.byteCount(width: width) + 16)
        var sums = [UInt32](repeating: 0, count: 128)
        packed.withUnsafeMutableBytes { output in
            gaps.withUnsafeBufferPointer { BitPacking.pack($0.baseAddress!, width: width, into: output.baseAddress!) }
        }
        packed.withUnsafeBytes { input in
            sums.withUnsafeMutableBufferPointer {
                BitPacking.unpackGaps(input.baseAddress!, width: width, base: 1000, into: $0.baseAddress!)
            }
        }
        var sum: UInt32 = 1000
        var expected: [UInt32] = []
        for gap in gaps {
            sum += gap
            expected.append(sum)
        }
        #expect(sums == expected)
    }

    @Test("Gaps survive patching, and what they can add up to is not understated", arguments: 0..<40)
    func patchedGaps(seed: Int) throws {
        var generator = SeededGenerator(seed: UInt64(seed))
        // Mostly narrow, some wide: the mix decides how many exceptions there are.
        let wide = Int.random(in: 0...60, using: &generator)
        let gaps = (0..<128).map { _ in
            let isWide = Int.random(in: 0..<128, using: &generator) < wide
            return UInt32.random(in: 0...(isWide ? 1 << 20 : 9), using: &generator)
        }
        var packed = gaps
        var writer = ByteWriter()
        let stored = packed.withUnsafeMutableBufferPointer {
            PatchedPacking.append($0, leastSaving: seed % 2 * 8, to: &writer)
        }
        let length = writer.count
        writer.append([UInt8](repeating: 0xAB, count: 16))
        var patches = [UInt32](repeating: 0, count: 128)
        var sums = [UInt32](repeating: 0, count: 128)
        let read = writer.bytes.withUnsafeBytes { input in
            let end = PatchedPacking.unpackGaps(
                input.baseAddress!, end: input.baseAddress! + length, stored: stored, base: 5, patches: &patches,
                into: &sums)
            return end.map { (length: $0.end - input.baseAddress!, most: $0.most) }
        }
        let found = try #require(read)
        var sum: UInt32 = 5
        var expected: [UInt32] = []
        for gap in gaps {
            sum += gap
            expected.append(sum)
        }
        #expect(sums == expected)
        #expect(found.length == length)
        #expect(found.most >= UInt64(sum - 5))
        #expect(patches.allSatisfy { $0 == 0 })
        let cut = writer.bytes.withUnsafeBytes { input in
            PatchedPacking.unpackGaps(
                input.baseAddress!, end: input.baseAddress! + length - 1, stored: stored, base: 5, patches: &patches,
                into: &sums)
        }
        #expect(cut == nil || length == 0)
    }

    @Test("Variable integers survive", arguments: [0, 1, 127, 128, 16383, 16384, UInt64(UInt32.max), .max])
    func variable(value: UInt64) {
        var writer = ByteWriter()
        writer.append(variable: value)
        writer.bytes.withUnsafeBytes { bytes in
            var reader = ByteReader(bytes)
            #expect(reader.variable() == value)
            #expect(reader.remaining == 0 && !reader.failed)
        }
    }

    @Test("Reading past the end is told and gives zeros")
    func readingPastTheEnd() {
        [UInt8](repeating: 0xFF, count: 3).withUnsafeBytes { bytes in
            var reader = ByteReader(bytes)
            _ = reader.variable()
            #expect(reader.failed)
            #expect(reader.little(UInt64.self) == 0)
        }
        var empty = ByteReader(UnsafeRawBufferPointer(start: nil, count: 0))
        #expect(empty.byte() == 0)
        #expect(empty.failed)
    }

    @Test("Positions survive, few and many, with outliers, whole and in part", arguments: 0..<30)
    func positions(seed: Int) {
        var generator = SeededGenerator(seed: UInt64(seed))
        let most = seed < 10 ? RunPacking.smallest : 600
        let gaps = (0..<Int.random(in: 1...most, using: &generator)).map { _ in
            Int.random(in: 0..<20, using: &generator) == 0
                ? UInt32.random(in: 0...(.max), using: &generator) : UInt32.random(in: 0...90, using: &generator)
        }
        var writer = ByteWriter()
        gaps.withUnsafeBufferPointer { RunPacking.encode($0, into: &writer) }
        let padded = writer.bytes + [UInt8](repeating: 0, count: RunPacking.padding)
        padded.withUnsafeBytes { bytes in
            var block = PositionBlock()
            let isOpen = block.open(UnsafeRawBufferPointer(rebasing: bytes[..<writer.count]), gapCount: gaps.count)
            #expect(isOpen)
            var all = [UInt32](repeating: 7, count: gaps.count)
            let isWholeRead = block.readGaps(first: 0, count: gaps.count, into: &all)
            #expect(isWholeRead)
            #expect(all == gaps)
            // Reads mostly go forward, but need not.
            for _ in 0..<12 {
                let first = Int.random(in: 0..<gaps.count, using: &generator)
                let count = Int.random(in: 0...min(20, gaps.count - first), using: &generator)
                var part = [UInt32](repeating: 7, count: count)
                let isPartRead = block.read(first: first, count: count, into: &part)
                #expect(isPartRead)
                var sum: UInt32 = 0
                let expected = gaps[first..<(first + count)].map { gap in
                    sum &+= gap
                    return sum
                }
                #expect(part == expected)
            }
            var start = 0
            while start < gaps.count {
                let count = min(Int.random(in: 1...9, using: &generator), gaps.count - start)
                var part = [UInt32](repeating: 7, count: count)
                let isPartRead = block.readGaps(first: start, count: count, into: &part)
                #expect(isPartRead && part == Array(gaps[start..<(start + count)]))
                start += count + Int.random(in: 0...30, using: &generator)
            }
            var part = [UInt32](repeating: 7, count: gaps.count + 1)
            let isTooFar = block.readGaps(first: 0, count: gaps.count + 1, into: &part)
            #expect(!isTooFar)
            var reader = ByteReader(UnsafeRawBufferPointer(rebasing: bytes[..<writer.count]))
            var run = [UInt32](repeating: 7, count: gaps.count)
            let isRunRead = RunPacking.read(&reader, count: gaps.count, into: &run)
            #expect(isRunRead && run == gaps && reader.remaining == 0)
            for cut in 0..<writer.count {
                var reader = ByteReader(UnsafeRawBufferPointer(rebasing: bytes[..<cut]))
                let isCutRead = RunPacking.read(&reader, count: gaps.count, into: &run)
                #expect(!isCutRead)
            }
        }
    }

    @Test("One of 128 patched numbers is told without the others", arguments: 0..<20)
    func patchedValue(seed: Int) {
        var generator = SeededGenerator(seed: UInt64(seed))
        let wide = Int.random(in: 0...60, using: &generator)
        let values = (0..<128).map { _ in
            let isWide = Int.random(in: 0..<128, using: &generator) < wide
            return UInt32.random(in: 0...(isWide ? 1 << 20 : 9), using: &generator)
        }
        var packed = values
        var writer = ByteWriter()
        let stored = packed.withUnsafeMutableBufferPointer { PatchedPacking.append($0, to: &writer) }
        let padded = writer.bytes + [UInt8](repeating: 0, count: RunPacking.padding)
        padded.withUnsafeBytes { bytes in
            let start = bytes.baseAddress!
            let alone = (0..<128).map {
                PatchedPacking.value(at: $0, in: start, end: start + writer.count, stored: stored)
            }
            #expect(alone == values)
            #expect(PatchedPacking.value(at: 127, in: start, end: start + writer.count - 1, stored: stored) == nil)
            #expect(PatchedPacking.value(at: 128, in: start, end: start + writer.count, stored: stored) == nil)
        }
    }

    @Test("An exception that is one bit too wide takes one byte")
    func narrowExceptions() {
        var values = [UInt32](repeating: 0, count: 128)
        for place in stride(from: 0, to: 128, by: 13) { values[place] = 1 }
        var writer = ByteWriter()
        let stored = values.withUnsafeMutableBufferPointer { PatchedPacking.append($0, to: &writer) }
        #expect(stored == PatchedPacking.mark)
        #expect(writer.count == 11)
    }

    @Test("128 documents survive as bits, and each is told with its place", arguments: [128, 129, 200, 512, 1023])
    func bits(span: UInt32) throws {
        var generator = SeededGenerator(seed: UInt64(span))
        let base: UInt32 = 4000
        var chosen: Set<UInt32> = [base + span]
        while chosen.count < 128 { chosen.insert(base + .random(in: 1...span, using: &generator)) }
        let documents = chosen.sorted()
        var writer = ByteWriter()
        let stored = documents.withUnsafeBufferPointer { DocumentBits.append($0, base: base, to: &writer) }
        let words = try #require(DocumentBits.wordCount(stored))
        #expect(writer.count == words * 8)
        var output = [UInt32](repeating: 7, count: 128 + DocumentBits.spill)
        writer.bytes.withUnsafeBytes { bytes in
            let isRead = DocumentBits.unpack(bytes.baseAddress!, words: words, base: base, into: &output)
            #expect(isRead && output.prefix(128) == documents[...])
            for bit in 0..<(words * 64) {
                let isHeld = documents.contains(base + UInt32(bit))
                #expect(DocumentBits.contains(bit, in: bytes.baseAddress!) == isHeld)
                let before = documents.count { $0 < base + UInt32(bit) }
                #expect(DocumentBits.rank(of: bit, in: bytes.baseAddress!) == before)
            }
        }
    }

    @Test("Bits of more or fewer than 128 documents are damage", arguments: [0, 1, 127, 129, 1024])
    func wrongBits(count: Int) {
        var writer = ByteWriter()
        let documents = (0..<UInt32(count)).map { $0 }
        _ = documents.withUnsafeBufferPointer { DocumentBits.append($0, base: 0, to: &writer) }
        var output = [UInt32](repeating: 7, count: 128 + DocumentBits.spill)
        let isRead = writer.bytes.withUnsafeBytes {
            DocumentBits.unpack($0.baseAddress!, words: $0.count / 8, base: 0, into: &output)
        }
        #expect(!isRead)
    }

    @Test("Only a marked width of 1 to 16 words is one of bits", arguments: 0...UInt8.max)
    func bitsWidth(stored: UInt8) {
        #expect(DocumentBits.wordCount(stored) == ((0x41...0x50).contains(stored) ? Int(stored) - 0x40 : nil))
    }

    @Test("Small lengths are exact, great ones keep their order")
    func lengths() {
        for length in UInt32(0)..<40 { #expect(LengthCodec.decode(LengthCodec.encode(length)) == length) }
        var previous: UInt32 = 0
        for byte in 0...255 {
            let length = LengthCodec.decode(UInt8(byte))
            #expect(LengthCodec.encode(length) == UInt8(byte))
            #expect(byte == 0 || length > previous)
            previous = length
        }
        #expect(LengthCodec.encode(.max) == 255)
    }
}
