/// Blocks of 128 numbers, packed at the width that suits most of them; the few that are wider are patched.
///
/// Layout: the packed low bits (``BitPacking``), then the number of exceptions (1 byte) and for each its index (7 bits)
/// and a bit that is set where its high bits are 1, as most are; else what they are above 2 follows (LEB128). Source:
/// M. Zukowski et al., "Super-scalar RAM-CPU cache compression", ICDE 2006, section 3.
enum PatchedPacking {
    /// Set in a stored width when exceptions follow.
    static let mark: UInt8 = 0x80

    /// The width in a stored width.
    @inline(__always)
    static func width(_ stored: UInt8) -> Int { Int(stored & ~mark) }

    /// Appends 128 `values`; gives the stored width. The values are changed.
    ///
    /// - Parameter leastSaving: bytes that exceptions must save to be worth the time they take.
    static func append(
        _ values: UnsafeMutableBufferPointer<UInt32>, leastSaving: Int = 0, to output: inout ByteWriter
    ) -> UInt8 {
        guard values.count == BitPacking.blockSize, let first = values.baseAddress else {
            preconditionFailure("a block has \(BitPacking.blockSize) values, not \(values.count)")
        }
        let histogram = WidthHistogram(UnsafeBufferPointer(values))
        let highest = histogram.highest
        let handicap = 8 &+ leastSaving &* 8
        let (width, wide) = histogram.bestWidth {
            BitPacking.byteCount(width: $0) &* 8 &+ ($0 < highest ? handicap : 0)
        }
        guard wide > 0 else {
            output.append(count: BitPacking.byteCount(width: width)) { BitPacking.pack(first, width: width, into: $0) }
            return UInt8(width)
        }
        withUnsafeTemporaryAllocation(of: UInt32.self, capacity: BitPacking.blockSize) { highs in
            for index in values.indices {
                highs[index] = values[index] >> UInt32(width)
                values[index] &= (1 << UInt32(width)) - 1
            }
            output.append(count: BitPacking.byteCount(width: width)) { BitPacking.pack(first, width: width, into: $0) }
            output.append(UInt8(wide))
            for index in values.indices where highs[index] > 0 {
                output.append(UInt8(truncatingIfNeeded: index) | (highs[index] == 1 ? isOne : 0))
                if highs[index] > 1 { output.append(variable: UInt64(highs[index] - 2)) }
            }
        }
        return UInt8(width) | mark
    }

    /// Set in the byte of an exception whose high bits are 1.
    private static let isOne: UInt8 = 0x80

    /// The next exception: its place, below 128, and its high bits.
    @inline(__always)
    private static func exception(_ reader: inout ByteReader) -> (index: Int, high: UInt32) {
        let byte = reader.byte()
        return (Int(byte & ~isOne), byte & isOne != 0 ? 1 : reader.variable32() &+ 2)
    }

    /// Unpacks 128 gaps and adds them up, as ``BitPacking/unpackGaps(_:width:base:into:)`` does; nil when `end` comes
    /// before their end.
    ///
    /// - Parameters:
    ///   - patches: 128 zeros; they are zeros again afterwards.
    ///   - output: room for 128 values.
    /// - Returns: the address behind the gaps, and what all of them can add up to at the most.
    static func unpackGaps(
        _ input: UnsafeRawPointer, end: UnsafeRawPointer, stored: UInt8, base: UInt32,
        patches: UnsafeMutablePointer<UInt32>, into output: UnsafeMutablePointer<UInt32>
    ) -> (end: UnsafeRawPointer, most: UInt64)? {
        let width = width(stored)
        let packedEnd = input + BitPacking.byteCount(width: width)
        guard width <= 32, packedEnd <= end else { return nil }
        var most = (UInt64(1) &<< UInt64(width) &- 1) &* UInt64(BitPacking.blockSize)
        guard stored & mark != 0 else {
            BitPacking.unpackGaps(input, width: width, base: base, into: output)
            return (packedEnd, most)
        }
        // The exceptions first: added while the gaps are summed up, they cost the same wherever they stand.
        var reader = ByteReader(UnsafeRawBufferPointer(start: packedEnd, count: end - packedEnd))
        for _ in 0..<reader.byte() {
            let (index, high) = exception(&reader)
            let missing = high &<< UInt32(truncatingIfNeeded: width)
            patches[index] &+= missing
            most &+= UInt64(missing)
        }
        BitPacking.unpackGaps(input, width: width, base: base, patches: patches, into: output)
        return reader.failed ? nil : (reader.position, most)
    }

    /// Unpacks 128 values, each with `lift` added; gives the address behind them, or nil when `end` comes before.
    /// `output` must have room for 128 values, and eight bytes behind `end` must be readable.
    static func unpack(
        _ input: UnsafeRawPointer, end: UnsafeRawPointer, stored: UInt8, adding lift: UInt32 = 0,
        into output: UnsafeMutablePointer<UInt32>
    ) -> UnsafeRawPointer? {
        let width = width(stored)
        let packedEnd = input + BitPacking.byteCount(width: width)
        guard width <= 32, packedEnd <= end else { return nil }
        BitPacking.unpack(input, width: width, adding: lift, into: output)
        guard stored & mark != 0 else { return packedEnd }
        var reader = ByteReader(UnsafeRawBufferPointer(start: packedEnd, count: end - packedEnd))
        for _ in 0..<reader.byte() {
            // Safe: an index has seven bits.
            let (index, high) = exception(&reader)
            output[index] &+= high &<< UInt32(truncatingIfNeeded: width)
        }
        return reader.failed ? nil : reader.position
    }

    /// One of 128 values; nil when `end` comes before their end.
    @inline(__always)
    static func value(
        at place: Int, in input: UnsafeRawPointer, end: UnsafeRawPointer, stored: UInt8
    ) -> UInt32? {
        let width = width(stored)
        let packedEnd = input + BitPacking.byteCount(width: width)
        guard width <= 32, packedEnd <= end, place < BitPacking.blockSize else { return nil }
        let value = BitPacking.value(at: place, in: input, width: width)
        guard stored & mark != 0 else { return value }
        // Exceptions stand in the order of their places.
        var reader = ByteReader(UnsafeRawBufferPointer(start: packedEnd, count: end - packedEnd))
        for _ in 0..<reader.byte() {
            let (index, high) = exception(&reader)
            guard !reader.failed else { return nil }
            if index == place { return value &+ high &<< UInt32(truncatingIfNeeded: width) }
            if index > place { return value }
        }
        return value
    }
}
