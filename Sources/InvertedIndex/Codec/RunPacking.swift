/// Runs of numbers packed side by side at one width, with exceptions for the few wide ones: the position gaps of a posting
/// block, and the postings of a list or tail too short for blocks of 128.
///
/// Side by side (not in lanes) because a phrase query reads the positions of a few documents of a block: number `i`
/// begins at bit `i * width`, found without unpacking its neighbours. Layout: width (1 byte), number of exceptions
/// (LEB128), packed numbers, exceptions: twice the index gap, and one more where the high bits are not 1; then what they
/// are above 2 (LEB128). The exceptions follow the scheme of PFOR: M. Zukowski et al., "Super-scalar RAM-CPU cache
/// compression", ICDE 2006, section 3. Fewer than ``smallest`` numbers, as most words of a corpus have, are written as
/// LEB128 one by one. Not taken for short lists: Rice codes, which suit documents that lie evenly, not those that lie in
/// crowds, as the ones of a language do.
enum RunPacking {
    /// Bytes behind the last section byte that a read may touch.
    static let padding = 8
    /// From this many numbers on a run is packed.
    static let smallest = 8

    /// Appends the run `values` to `output`.
    static func encode(_ values: UnsafeBufferPointer<UInt32>, into output: inout ByteWriter) {
        guard values.count >= smallest else {
            for value in values { output.append(variable: UInt64(value)) }
            return
        }
        let (width, wide) = bestWidth(values)
        output.append(UInt8(width))
        output.append(variable: UInt64(wide))
        let mask: UInt32 = width == 32 ? .max : (1 << UInt32(width)) - 1
        pack(values, width: width, mask: mask, into: &output)
        guard wide > 0 else { return }
        var previous = 0
        for (index, value) in values.enumerated() where value > mask {
            let high = value >> UInt32(width)
            output.append(variable: UInt64(index - previous) << 1 | (high == 1 ? 0 : 1))
            if high > 1 { output.append(variable: UInt64(high - 2)) }
            previous = index
        }
    }

    /// The next exception: how far it stands behind the one before, and its high bits.
    @inline(__always)
    static func exception(_ reader: inout ByteReader) -> (gap: UInt64, high: UInt32) {
        let place = reader.variable()
        return (place >> 1, place & 1 == 0 ? 1 : reader.variable32() &+ 2)
    }

    /// Reads a run of `count` numbers; false when damage is met. The bytes must be followed by ``padding`` readable bytes.
    ///
    /// - Parameter output: room for `count` numbers.
    static func read(_ reader: inout ByteReader, count: Int, into output: UnsafeMutablePointer<UInt32>) -> Bool {
        guard count >= smallest else {
            for index in 0..<count { output[index] = reader.variable32() }
            return !reader.failed
        }
        let width = Int(reader.byte())
        let exceptionCount = reader.variable()
        let packed = reader.position
        guard width <= 32, exceptionCount <= UInt64(count) else { return false }
        _ = reader.bytes((count * width + 7) / 8)
        guard !reader.failed else { return false }
        unpack(packed, first: 0, count: count, width: width, into: output)
        var index: UInt64 = 0
        for _ in 0..<exceptionCount {
            let (gap, high) = exception(&reader)
            index &+= gap
            guard index < UInt64(count) else { return false }
            output[Int(index)] |= high &<< UInt32(truncatingIfNeeded: width)
        }
        return !reader.failed
    }

    /// Unpacks the low bits of the numbers `first ..< first + count`. They lie inside the bytes at `packed`, which are
    /// followed by ``padding`` readable ones; `width` is 0 to 32.
    @inline(__always)
    static func unpack(
        _ packed: UnsafeRawPointer, first: Int, count: Int, width: Int, into output: UnsafeMutablePointer<UInt32>
    ) {
        let mask: UInt32 = width == 32 ? .max : (1 &<< UInt32(truncatingIfNeeded: width)) &- 1
        var bit = first &* width
        var index = 0
        if width <= 14 {
            // Four of at most 14 bits lie in one word, wherever in a byte the first begins.
            let step = UInt64(truncatingIfNeeded: width)
            while index &+ 4 <= count {
                // Safe: bit / 8 lies inside the packed bytes, or behind them where `width` is 0.
                var word = (packed + bit &>> 3).loadUnaligned(as: UInt64.self) &>> UInt64(truncatingIfNeeded: bit & 7)
                output[index] = UInt32(truncatingIfNeeded: word) & mask
                word = word &>> step
                output[index &+ 1] = UInt32(truncatingIfNeeded: word) & mask
                word = word &>> step
                output[index &+ 2] = UInt32(truncatingIfNeeded: word) & mask
                word = word &>> step
                output[index &+ 3] = UInt32(truncatingIfNeeded: word) & mask
                index &+= 4
                bit &+= 4 &* width
            }
        }
        while index < count {
            // Safe: as above.
            let word = (packed + bit &>> 3).loadUnaligned(as: UInt64.self)
            output[index] = UInt32(truncatingIfNeeded: word &>> UInt64(truncatingIfNeeded: bit & 7)) & mask
            index &+= 1
            bit &+= width
        }
    }

    private static func pack(
        _ values: UnsafeBufferPointer<UInt32>, width: Int, mask: UInt32, into output: inout ByteWriter
    ) {
        output.append(count: (values.count * width + 7) / 8) { address in
            // Safe: a word is written where its first bit belongs, so that it ends less than eight bytes behind the last.
            var buffer: UInt64 = 0
            var filled = 0
            var written = 0
            for value in values {
                buffer |= UInt64(value & mask) &<< UInt64(truncatingIfNeeded: filled)
                filled &+= width
                if filled >= 32 {
                    address.storeBytes(
                        of: UInt32(truncatingIfNeeded: buffer).littleEndian, toByteOffset: written, as: UInt32.self)
                    written &+= 4
                    buffer &>>= 32
                    filled &-= 32
                }
            }
            if filled > 0 {
                address.storeBytes(
                    of: UInt32(truncatingIfNeeded: buffer).littleEndian, toByteOffset: written, as: UInt32.self)
            }
        }
    }

    /// The width at which packed numbers and exceptions are smallest together, and how many exceptions there are then.
    private static func bestWidth(_ values: UnsafeBufferPointer<UInt32>) -> (width: Int, exceptions: Int) {
        WidthHistogram(values).bestWidth { values.count &* $0 }
    }
}
