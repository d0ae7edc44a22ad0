/// Positions of one posting block: gaps packed side by side at one width, with exceptions for the few wide ones.
///
/// Side by side (not in lanes) because a phrase query reads the positions of a few documents of a block: gap `i`
/// begins at bit `i * width`, found without unpacking its neighbours. Layout: width (1 byte), number of exceptions
/// (LEB128), packed gaps, exceptions as (index gap, high bits) pairs in LEB128. The exceptions follow the scheme of
/// PFOR: M. Zukowski et al., "Super-scalar RAM-CPU cache compression", ICDE 2006, section 3.
enum PositionCodec {
    /// Bytes behind the last section byte that a gap read may touch.
    static let padding = 8

    /// Appends the block of `gaps` to `output`.
    static func encode(_ gaps: [UInt32], into output: inout ByteWriter) {
        let width = bestWidth(gaps)
        output.append(UInt8(width))
        let mask: UInt32 = width == 32 ? .max : (1 << UInt32(width)) - 1
        output.append(variable: UInt64(gaps.count(where: { $0 > mask })))
        var buffer: UInt64 = 0
        var filled = 0
        for gap in gaps {
            buffer |= UInt64(gap & mask) << UInt64(filled)
            filled += width
            while filled >= 8 {
                output.append(UInt8(truncatingIfNeeded: buffer))
                buffer >>= 8
                filled -= 8
            }
        }
        if filled > 0 { output.append(UInt8(truncatingIfNeeded: buffer)) }
        var previous = 0
        for (index, gap) in gaps.enumerated() where gap > mask {
            output.append(variable: UInt64(index - previous))
            output.append(variable: UInt64(gap >> UInt32(width)))
            previous = index
        }
    }

    /// The width at which packed gaps and exceptions (two to four bytes each) are smallest together.
    private static func bestWidth(_ gaps: [UInt32]) -> Int {
        var histogram = [Int](repeating: 0, count: 33)
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

/// A position block opened for reading.
struct PositionBlock {
    private let packed: UnsafeRawPointer
    private let width: Int
    private let mask: UInt32
    private let gapCount: Int
    private let exceptionCount: Int
    private let exceptions: UnsafeRawBufferPointer

    /// Opens the block of `gapCount` gaps at the start of `bytes`, which must be followed by
    /// ``PositionCodec/padding`` readable bytes; nil when it does not fit.
    init?(_ bytes: UnsafeRawBufferPointer, gapCount: Int) {
        var reader = ByteReader(bytes)
        width = Int(reader.byte())
        exceptionCount = Int(truncatingIfNeeded: reader.variable())
        guard !reader.failed, width <= 32, exceptionCount >= 0, exceptionCount <= gapCount else { return nil }
        packed = reader.position
        let packedCount = (gapCount * width + 7) / 8
        guard packedCount <= reader.remaining else { return nil }
        exceptions = UnsafeRawBufferPointer(start: packed + packedCount, count: reader.remaining - packedCount)
        mask = width == 32 ? .max : (1 << UInt32(width)) - 1
        self.gapCount = gapCount
    }

    /// Appends to `output` the positions of the occurrences `first ..< first + count` of the block, added up from 0.
    /// False when the block is damaged.
    func read(first: Int, count: Int, into output: inout [UInt32]) -> Bool {
        let start = output.count
        guard readGaps(first: first, count: count, into: &output) else { return false }
        var sum: UInt32 = 0
        for index in start..<output.count {
            sum &+= output[index]
            output[index] = sum
        }
        return true
    }

    /// Appends the gaps `first ..< first + count` of the block to `output`. False when the block is damaged.
    func readGaps(first: Int, count: Int, into output: inout [UInt32]) -> Bool {
        guard first >= 0, count >= 0, first + count <= gapCount else { return false }
        let start = output.count
        for index in first..<(first + count) {
            let bit = index * width
            // Safe: bit / 8 lies inside the packed bytes, and `padding` bytes behind the section are readable.
            let word = (packed + bit / 8).loadUnaligned(as: UInt64.self)
            output.append(UInt32(truncatingIfNeeded: UInt64(littleEndian: word) >> UInt64(bit % 8)) & mask)
        }
        return exceptionCount == 0 || addExceptions(first: first, count: count, to: &output, start: start)
    }

    private func addExceptions(first: Int, count: Int, to output: inout [UInt32], start: Int) -> Bool {
        var reader = ByteReader(exceptions)
        var index = 0
        for _ in 0..<exceptionCount {
            let gap = reader.variable()
            let high = reader.variable32()
            guard !reader.failed, gap <= UInt64(gapCount) else { return false }
            index += Int(gap)
            guard index < first + count else { return true }
            if index >= first { output[start + index - first] |= high &<< UInt32(width) }
        }
        return true
    }
}
