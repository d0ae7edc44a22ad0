/// A position block opened for reading.
///
/// Memory safety: `init` checks that the packed gaps lie inside the bytes given; reads check their range against the
/// number of gaps.
struct PositionBlock {
    /// Gaps of a block too small to be packed.
    private var few: (UInt32, UInt32, UInt32, UInt32, UInt32, UInt32, UInt32, UInt32) = (0, 0, 0, 0, 0, 0, 0, 0)
    private let isPacked: Bool
    private var packed: UnsafeRawPointer
    private var width = 0
    private var mask: UInt32 = 0
    private let gapCount: Int
    /// Which gaps are wide, ascending, and their high bits.
    private var exceptions: [(index: Int, high: UInt32)] = []

    /// Opens the block of `gapCount` gaps at the start of `bytes`, which must be followed by
    /// ``PositionCodec/padding`` readable bytes; nil when it does not fit.
    init?(_ bytes: UnsafeRawBufferPointer, gapCount: Int) {
        var reader = ByteReader(bytes)
        self.gapCount = gapCount
        packed = reader.position
        isPacked = gapCount >= PositionCodec.smallest
        guard isPacked else {
            withUnsafeMutableBytes(of: &few) { room in
                let few = room.bindMemory(to: UInt32.self)
                for index in 0..<gapCount { few[index] = reader.variable32() }
            }
            if reader.failed { return nil }
            return
        }
        width = Int(reader.byte())
        let exceptionCount = Int(truncatingIfNeeded: reader.variable())
        guard !reader.failed, width <= 32, exceptionCount >= 0, exceptionCount <= gapCount else { return nil }
        packed = reader.position
        _ = reader.bytes((gapCount * width + 7) / 8)
        mask = width == 32 ? .max : (1 << UInt32(width)) - 1
        guard exceptionCount > 0 else {
            if reader.failed { return nil }
            return
        }
        // Each takes at least two bytes, so a damaged count cannot ask for more room than the section has bytes.
        guard !reader.failed, exceptionCount * 2 <= reader.remaining else { return nil }
        exceptions.reserveCapacity(exceptionCount)
        var index = 0
        for _ in 0..<exceptionCount {
            let gap = reader.variable()
            let high = reader.variable32()
            guard !reader.failed, gap <= UInt64(gapCount) else { return nil }
            index += Int(gap)
            exceptions.append((index, high &<< UInt32(width)))
        }
    }

    /// Writes to `output` the positions of the occurrences `first ..< first + count` of the block, added up from 0.
    /// False when they are not in the block. `output` must have room for `count` values.
    func read(first: Int, count: Int, into output: UnsafeMutablePointer<UInt32>) -> Bool {
        guard readGaps(first: first, count: count, into: output) else { return false }
        var sum: UInt32 = 0
        for index in 0..<count {
            sum &+= output[index]
            output[index] = sum
        }
        return true
    }

    /// Writes the gaps `first ..< first + count` of the block to `output`. False when they are not in the block.
    /// `output` must have room for `count` values.
    func readGaps(first: Int, count: Int, into output: UnsafeMutablePointer<UInt32>) -> Bool {
        guard first >= 0, count >= 0, first + count <= gapCount else { return false }
        guard isPacked else {
            withUnsafeBytes(of: few) { room in
                for index in 0..<count {
                    output[index] = room.loadUnaligned(fromByteOffset: (first + index) * 4, as: UInt32.self)
                }
            }
            return true
        }
        var bit = first * width
        for index in 0..<count {
            // Safe: bit / 8 lies inside the packed bytes, and `padding` bytes behind the section are readable.
            let word = (packed + bit / 8).loadUnaligned(as: UInt64.self)
            output[index] = UInt32(truncatingIfNeeded: word &>> UInt64(truncatingIfNeeded: bit & 7)) & mask
            bit &+= width
        }
        if !exceptions.isEmpty { addExceptions(first: first, count: count, to: output) }
        return true
    }

    private func addExceptions(first: Int, count: Int, to output: UnsafeMutablePointer<UInt32>) {
        var low = 0
        var high = exceptions.count
        while low < high {
            let middle = (low + high) / 2
            if exceptions[middle].index < first { low = middle + 1 } else { high = middle }
        }
        while low < exceptions.count, exceptions[low].index < first + count {
            output[exceptions[low].index - first] |= exceptions[low].high
            low += 1
        }
    }
}
