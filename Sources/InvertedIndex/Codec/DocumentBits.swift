/// The 128 documents of a dense block as bits: bit `d − base`, where `base` is the last document of the block before.
///
/// Where every fourth document holds a term, bits take no more room than packed gaps, and whether a document is among
/// them, and at which place, is told without unpacking the others. Source: J. S. Culpepper and A. Moffat, "Efficient set
/// intersection for inverted indexing", ACM TOIS 29(1), 2010, section 5 (bit vectors for dense lists); here by block, so
/// that lists dense in one language only have them too.
enum DocumentBits {
    /// Set in a stored width that is a number of words.
    static let mark: UInt8 = 0x40
    /// Words of 64 bits that a block may have.
    static let mostWords = 16

    /// Words of the block behind a stored width, 1 to ``mostWords``; nil when it is not made of bits.
    @inline(__always)
    static func wordCount(_ stored: UInt8) -> Int? {
        let words = Int(stored & ~mark)
        return stored & mark != 0 && words >= 1 && words <= mostWords ? words : nil
    }

    /// Words for documents up to `last`.
    static func wordCount(base: UInt32, last: UInt32) -> Int { Int(last - base) / 64 + 1 }

    /// Appends the bits of `documents`, all at or above `base`; gives the stored width.
    static func append(
        _ documents: UnsafeBufferPointer<UInt32>, base: UInt32, to output: inout ByteWriter
    ) -> UInt8 {
        let count = wordCount(base: base, last: documents.last ?? base)
        withUnsafeTemporaryAllocation(of: UInt64.self, capacity: count) { words in
            words.initialize(repeating: 0)
            for document in documents { words[Int(document - base) / 64] |= 1 << UInt64((document - base) % 64) }
            for word in words { output.append(little: word) }
        }
        return UInt8(count) | mark
    }

    /// Writes the documents to `output`, which has room for 128 and ``spill`` more; false when they are not 128.
    ///
    /// Byte by byte: a table gives the places of a byte's bits, all eight are written, and as many are kept as there are
    /// bits. Not taken: a loop over the bits of a word, which ends where nobody can foresee.
    ///
    /// - Parameter input: readable for `words` words.
    static func unpack(
        _ input: UnsafeRawPointer, words: Int, base: UInt32, into output: UnsafeMutablePointer<UInt32>
    ) -> Bool {
        let places = places
        let rows = UnsafeMutableRawPointer(output)
        var count = 0
        var first = SIMD8<UInt32>(repeating: base)
        for index in 0..<(words &* 8) {
            // Safe: at most 128 are kept before a write of eight.
            guard count <= BitPacking.blockSize else { return false }
            let byte = Int(input.load(fromByteOffset: index, as: UInt8.self))
            let offsets = places.loadUnaligned(fromByteOffset: byte &* 8, as: SIMD8<UInt8>.self)
            rows.storeBytes(
                of: first &+ SIMD8<UInt32>(truncatingIfNeeded: offsets), toByteOffset: count &* 4,
                as: SIMD8<UInt32>.self)
            count &+= Int(places.load(fromByteOffset: 256 &* 8 &+ byte, as: UInt8.self))
            first &+= 8
        }
        return count == BitPacking.blockSize
    }

    /// Numbers behind the 128 that ``unpack(_:words:base:into:)`` may overwrite.
    static let spill = 8

    /// For each byte the places of its bits, eight bytes each; then for each how many they are.
    // Written once, on the first use, and never freed.
    nonisolated(unsafe) private static let places: UnsafeRawPointer = {
        let table = UnsafeMutableRawPointer.allocate(byteCount: 256 * 9, alignment: 8)
        for byte in 0..<256 {
            var bits = (0..<8).filter { byte >> $0 & 1 == 1 }
            table.storeBytes(of: UInt8(bits.count), toByteOffset: 256 * 8 + byte, as: UInt8.self)
            bits += [Int](repeating: 0, count: 8 - bits.count)
            for (place, bit) in bits.enumerated() {
                table.storeBytes(of: UInt8(bit), toByteOffset: byte * 8 + place, as: UInt8.self)
            }
        }
        return UnsafeRawPointer(table)
    }()

    /// Whether `bit` is set. `input` is readable for more than `bit` bits.
    @inline(__always)
    static func contains(_ bit: Int, in input: UnsafeRawPointer) -> Bool {
        word(input, bit &>> 6) &>> UInt64(truncatingIfNeeded: bit & 63) & 1 == 1
    }

    /// How many documents stand before `bit`. `input` is readable for more than `bit` bits.
    @inline(__always)
    static func rank(of bit: Int, in input: UnsafeRawPointer) -> Int {
        let place = bit &>> 6
        let below = (UInt64(1) &<< UInt64(truncatingIfNeeded: bit & 63)) &- 1
        var rank = (word(input, place) & below).nonzeroBitCount
        for before in 0..<place { rank &+= word(input, before).nonzeroBitCount }
        return rank
    }

    @inline(__always)
    private static func word(_ input: UnsafeRawPointer, _ index: Int) -> UInt64 {
        UInt64(littleEndian: input.loadUnaligned(fromByteOffset: index &* 8, as: UInt64.self))
    }
}
