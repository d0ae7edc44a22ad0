/// Bit packing of blocks of 128 integers in the vertical layout of SIMD-BP128: value `i` lies in lane `i % 4`,
/// so that four values are unpacked by one shift and one mask.
///
/// Source: D. Lemire and L. Boytsov, "Decoding billions of integers per second through vectorization",
/// Software: Practice and Experience 45(1), 2015, section 4. Not taken: patched packing (FastPFOR), which is smaller
/// on skewed blocks but needs a second pass over the exceptions.
enum BitPacking {
    /// Values in a block.
    static let blockSize = 128

    /// Bits needed for `maximum`, 0 to 32.
    @inline(__always)
    static func width(of maximum: UInt32) -> Int { 32 - maximum.leadingZeroBitCount }

    /// Bytes of a packed block.
    @inline(__always)
    static func byteCount(width: Int) -> Int { width * 16 }

    /// Packs 128 values of at most `width` bits into `byteCount(width:)` bytes at `output`.
    static func pack(_ values: UnsafePointer<UInt32>, width: Int, into output: UnsafeMutableRawPointer) {
        guard width > 0 else { return }
        let rows = UnsafeRawPointer(values)
        var word = SIMD4<UInt32>(repeating: 0)
        var filled = 0
        var written = 0
        for row in 0..<32 {
            let value = rows.loadUnaligned(fromByteOffset: row * 16, as: SIMD4<UInt32>.self)
            word |= value &<< SIMD4(repeating: UInt32(filled))
            filled += width
            if filled >= 32 {
                output.storeBytes(of: word, toByteOffset: written * 16, as: SIMD4<UInt32>.self)
                written += 1
                filled -= 32
                // `&>>` masks its amount to 0...31, so a row that ended on the border must not be shifted by 32.
                word = filled == 0 ? .zero : value &>> SIMD4(repeating: UInt32(width - filled))
            }
        }
    }

    /// Unpacks 128 values, each with `lift` added. `input` must be readable for `byteCount(width:)` bytes, `output` writable for 128 values;
    /// `width` must be 0 to 32 (callers check it against the file before).
    static func unpack(
        _ input: UnsafeRawPointer, width: Int, adding lift: UInt32 = 0, into output: UnsafeMutablePointer<UInt32>
    ) {
        let rows = UnsafeMutableRawPointer(output)
        let lift = SIMD4<UInt32>(repeating: lift)
        unpackRows(input, width: width) { row, value in
            rows.storeBytes(of: value &+ lift, toByteOffset: row &* 16, as: SIMD4<UInt32>.self)
        }
    }

    /// Unpacks 128 gaps and adds them up: `output[i] = base + gap[0] + ... + gap[i]`, wrapping.
    @inline(__always)
    static func unpackGaps(
        _ input: UnsafeRawPointer, width: Int, base: UInt32, into output: UnsafeMutablePointer<UInt32>
    ) {
        var carry = SIMD4<UInt32>(repeating: base)
        unpackRows(input, width: width) { row, value in store(value, row, &carry, output) }
    }

    /// The same where `patches` holds 128 numbers that are added to the gaps first; they are set to 0.
    @inline(__always)
    static func unpackGaps(
        _ input: UnsafeRawPointer, width: Int, base: UInt32, patches: UnsafeMutablePointer<UInt32>,
        into output: UnsafeMutablePointer<UInt32>
    ) {
        let patches = UnsafeMutableRawPointer(patches)
        var carry = SIMD4<UInt32>(repeating: base)
        unpackRows(input, width: width) { row, value in
            let patch = patches.loadUnaligned(fromByteOffset: row &* 16, as: SIMD4<UInt32>.self)
            patches.storeBytes(of: .zero, toByteOffset: row &* 16, as: SIMD4<UInt32>.self)
            store(value &+ patch, row, &carry, output)
        }
    }

    /// Writes four sums; `carry` is the last before them and becomes the last of them.
    @inline(__always)
    private static func store(
        _ gaps: SIMD4<UInt32>, _ row: Int, _ carry: inout SIMD4<UInt32>, _ output: UnsafeMutablePointer<UInt32>
    ) {
        // Prefix sum inside four lanes in two steps (Lemire and Boytsov, section 3.2, "D1"): within pairs, by
        // shifting each pair as one number, then from the first pair to the second.
        // Safe: both types are sixteen bytes of plain numbers.
        let pairs = unsafeBitCast(gaps, to: SIMD2<UInt64>.self)
        var sum = gaps &+ unsafeBitCast(pairs &<< 32, to: SIMD4<UInt32>.self)
        sum = sum &+ (SIMD4(repeating: sum[1]) & SIMD4(0, 0, .max, .max)) &+ carry
        UnsafeMutableRawPointer(output).storeBytes(of: sum, toByteOffset: row &* 16, as: SIMD4<UInt32>.self)
        carry = SIMD4(repeating: sum[3])
    }

    /// One of 128 packed values. `input` must be readable for `byteCount(width:)` bytes; `index` below 128.
    @inline(__always)
    static func value(at index: Int, in input: UnsafeRawPointer, width: Int) -> UInt32 {
        guard width > 0 else { return 0 }
        // Value `index` lies in lane `index % 4`, whose words stand four apart, `index / 4 · width` bits from its start.
        let bit = (index &>> 2) &* width
        let lane = index & 3
        let word = bit &>> 5
        var pair = UInt64(input.loadUnaligned(fromByteOffset: (word &* 4 &+ lane) &* 4, as: UInt32.self))
        if bit & 31 &+ width > 32 {
            // Safe: the value goes on in the next word, so there is one.
            let next = input.loadUnaligned(fromByteOffset: (word &* 4 &+ 4 &+ lane) &* 4, as: UInt32.self)
            pair |= UInt64(next) &<< 32
        }
        let mask = width == 32 ? UInt64(UInt32.max) : (1 &<< UInt64(truncatingIfNeeded: width)) &- 1
        return UInt32(truncatingIfNeeded: pair &>> UInt64(truncatingIfNeeded: bit & 31) & mask)
    }

    @inline(__always)
    private static func unpackRows(
        _ input: UnsafeRawPointer, width: Int, _ emit: (_ row: Int, _ value: SIMD4<UInt32>) -> Void
    ) {
        guard width > 0 else {
            for row in 0..<32 { emit(row, .zero) }
            return
        }
        let mask = SIMD4<UInt32>(repeating: width == 32 ? .max : (1 &<< UInt32(width)) &- 1)
        var word = input.loadUnaligned(as: SIMD4<UInt32>.self)
        var next = 1
        var shift = 0
        for row in 0..<32 {
            var value = word &>> SIMD4(repeating: UInt32(truncatingIfNeeded: shift))
            shift &+= width
            if shift >= 32 {
                shift &-= 32
                // Safe: rows are read in order and the last of the 32 ends exactly behind word `width - 1`.
                if next < width {
                    word = input.loadUnaligned(fromByteOffset: next &* 16, as: SIMD4<UInt32>.self)
                    next &+= 1
                }
                if shift > 0 {
                    value |= word &<< SIMD4(repeating: UInt32(truncatingIfNeeded: width &- shift))
                }
            }
            emit(row, value & mask)
        }
    }
}
