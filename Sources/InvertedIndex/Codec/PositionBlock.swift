/// A position block opened for reading; opened again for the next block, it reuses its memory.
///
/// Memory safety: opening checks that the packed gaps lie inside the bytes given; reads check their range against the
/// number of gaps.
struct PositionBlock: ~Copyable {
    private var packed: UnsafeRawPointer?
    private var width = 0
    private var gapCount = 0
    /// Gaps of a block too small to be packed.
    private var few: [UInt32] = []
    /// The exceptions from the first one on.
    private var exceptions = ByteReader(UnsafeRawBufferPointer(start: nil, count: 0))
    private var exceptionCount = 0
    /// The exceptions from the next one on; read as far as they are needed, for most reads go forward in the block.
    private var rest = ByteReader(UnsafeRawBufferPointer(start: nil, count: 0))
    private var restCount = 0
    /// Index and high bits of the exception read last.
    private var exception = (index: 0, high: UInt32(0))
    private var hasException = false
    /// Behind the last gap that was read: no exception before it was passed over unread for gaps from here on.
    private var frontier = 0

    /// Opens the block of `gapCount` gaps at the start of `bytes`, which must be followed by
    /// ``RunPacking/padding`` readable bytes; false when it does not fit.
    mutating func open(_ bytes: UnsafeRawBufferPointer, gapCount: Int) -> Bool {
        var reader = ByteReader(bytes)
        self.gapCount = gapCount
        exceptionCount = 0
        guard gapCount >= RunPacking.smallest else {
            packed = nil
            few.removeAll(keepingCapacity: true)
            for _ in 0..<gapCount { few.append(reader.variable32()) }
            return !reader.failed
        }
        width = Int(reader.byte())
        exceptionCount = Int(truncatingIfNeeded: reader.variable())
        guard !reader.failed, width <= 32, exceptionCount >= 0, exceptionCount <= gapCount else { return false }
        packed = reader.position
        _ = reader.bytes((gapCount * width + 7) / 8)
        exceptions = reader
        rewind()
        return !reader.failed
    }

    private mutating func rewind() {
        rest = exceptions
        restCount = exceptionCount
        exception = (0, 0)
        hasException = false
        frontier = 0
    }

    /// Goes to the next exception; false when there is none, or it is damaged.
    private mutating func nextException() -> Bool {
        guard restCount > 0 else {
            hasException = false
            return false
        }
        restCount -= 1
        let (gap, high) = RunPacking.exception(&rest)
        hasException = !rest.failed && gap <= UInt64(gapCount)
        guard hasException else {
            restCount = 0
            return false
        }
        exception = (exception.index + Int(gap), high &<< UInt32(truncatingIfNeeded: width))
        return true
    }

    /// Writes to `output` the positions of the occurrences `first ..< first + count` of the block, added up from 0.
    /// False when they are not in the block. `output` must have room for `count` values.
    mutating func read(first: Int, count: Int, into output: UnsafeMutablePointer<UInt32>) -> Bool {
        guard readGaps(first: first, count: count, into: output) else { return false }
        var sum: UInt32 = 0
        for index in 0..<count {
            sum &+= output[index]
            output[index] = sum
        }
        return true
    }

    /// Writes the gaps `first ..< first + count` of the block to `output`. False when they are not in the block, or
    /// damage is met. `output` must have room for `count` values.
    mutating func readGaps(first: Int, count: Int, into output: UnsafeMutablePointer<UInt32>) -> Bool {
        guard first >= 0, count >= 0, first + count <= gapCount else { return false }
        guard let packed else {
            for index in 0..<count { output[index] = few[first + index] }
            return true
        }
        RunPacking.unpack(packed, first: first, count: count, width: width, into: output)
        guard exceptionCount > 0 else { return true }
        if first < frontier { rewind() }
        frontier = first + count
        while restCount > 0, !hasException || exception.index < first { if !nextException() { break } }
        while hasException, exception.index >= first, exception.index < first + count {
            output[exception.index - first] |= exception.high
            if !nextException() { break }
        }
        return !rest.failed
    }
}
