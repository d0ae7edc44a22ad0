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
