/// A position block opened for reading; opened again for the next block, it reuses its memory.
///
/// Memory safety: opening checks that the packed gaps lie inside the bytes given; reads check their range against the
/// number of gaps.
struct PositionBlock: ~Copyable {
    private var packed: UnsafeRawPointer?
    private var width = 0
    private var mask: UInt32 = 0
    private var gapCount = 0
    /// Gaps of a block too small to be packed.
    private var few: [UInt32] = []
    /// Which gaps are wide, ascending, and their high bits.
    private var exceptions: [(index: Int, high: UInt32)] = []

    /// Opens the block of `gapCount` gaps at the start of `bytes`, which must be followed by
    /// ``PositionCodec/padding`` readable bytes; false when it does not fit.
    mutating func open(_ bytes: UnsafeRawBufferPointer, gapCount: Int) -> Bool {
        var reader = ByteReader(bytes)
        self.gapCount = gapCount
        exceptions.removeAll(keepingCapacity: true)
        guard gapCount >= PositionCodec.smallest else {
            packed = nil
            few.removeAll(keepingCapacity: true)
            for _ in 0..<gapCount { few.append(reader.variable32()) }
            return !reader.failed
        }
        width = Int(reader.byte())
        let exceptionCount = Int(truncatingIfNeeded: reader.variable())
        guard !reader.failed, width <= 32, exceptionCount >= 0, exceptionCount <= gapCount else { return false }
        packed = reader.position
        _ = reader.bytes((gapCount * width + 7) / 8)
        mask = width == 32 ? .max : (1 << UInt32(width)) - 1
        // Each exception takes at least two bytes, so a damaged count cannot ask for more room than there are bytes.
        guard !reader.failed, exceptionCount * 2 <= reader.remaining || exceptionCount == 0 else { return false }
        var index = 0
        for _ in 0..<exceptionCount {
            let gap = reader.variable()
            let high = reader.variable32()
            guard !reader.failed, gap <= UInt64(gapCount) else { return false }
            index += Int(gap)
            exceptions.append((index, high &<< UInt32(width)))
        }
        return true
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
        guard let packed else {
            for index in 0..<count { output[index] = few[first + index] }
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
