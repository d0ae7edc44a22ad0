/// Positions of one posting block: gaps packed side by side at one width, with exceptions for the few wide ones.
///
/// Side by side (not in lanes) because a phrase query reads the positions of a few documents of a block: gap `i`
/// begins at bit `i * width`, found without unpacking its neighbours. Layout: width (1 byte), number of exceptions
/// (LEB128), packed gaps, exceptions as (index gap, high bits) pairs in LEB128. The exceptions follow the scheme of
/// PFOR: M. Zukowski et al., "Super-scalar RAM-CPU cache compression", ICDE 2006, section 3. Fewer than
/// ``smallest`` gaps, as most words of a corpus have, are written as LEB128 one by one.
enum PositionCodec {
    /// Bytes behind the last section byte that a gap read may touch.
    static let padding = 8
    /// From this many gaps on a block is packed.
    static let smallest = 8

    /// Appends the block of `gaps` to `output`.
    static func encode(_ gaps: ArraySlice<UInt32>, into output: inout ByteWriter) {
        guard gaps.count >= smallest else {
            for gap in gaps { output.append(variable: UInt64(gap)) }
            return
        }
        let width = bestWidth(gaps)
        output.append(UInt8(width))
        let mask: UInt32 = width == 32 ? .max : (1 << UInt32(width)) - 1
        output.append(variable: UInt64(gaps.count(where: { $0 > mask })))
        pack(gaps, width: width, mask: mask, into: &output)
        var previous = 0
        for (index, gap) in gaps.enumerated() where gap > mask {
            output.append(variable: UInt64(index - previous))
            output.append(variable: UInt64(gap >> UInt32(width)))
            previous = index
        }
    }

    private static func pack(_ gaps: ArraySlice<UInt32>, width: Int, mask: UInt32, into output: inout ByteWriter) {
        output.append(count: (gaps.count * width + 7) / 8) { address in
            var buffer: UInt64 = 0
            var filled = 0
            var written = 0
            for gap in gaps {
                buffer |= UInt64(gap & mask) << UInt64(filled)
                filled += width
                while filled >= 8 {
                    address.storeBytes(of: UInt8(truncatingIfNeeded: buffer), toByteOffset: written, as: UInt8.self)
                    written += 1
                    buffer >>= 8
                    filled -= 8
                }
            }
            if filled > 0 {
                address.storeBytes(of: UInt8(truncatingIfNeeded: buffer), toByteOffset: written, as: UInt8.self)
            }
        }
    }

    /// The width at which packed gaps and exceptions (two to four bytes each) are smallest together.
    private static func bestWidth(_ gaps: ArraySlice<UInt32>) -> Int {
        withUnsafeTemporaryAllocation(of: Int.self, capacity: 33) { histogram in
            histogram.initialize(repeating: 0)
            for gap in gaps { histogram[BitPacking.width(of: gap)] += 1 }
            var best = 32
            var bestBits = Int.max
            var wider = 0
            for width in stride(from: 32, through: 0, by: -1) {
                let bits = gaps.count * width + wider * 24
                if bits <= bestBits {
                    bestBits = bits
                    best = width
                }
                wider += histogram[width]
            }
            return best
        }
    }
}
