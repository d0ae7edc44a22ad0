internal import CMemory

/// A posting list found in a segment: where its parts lie, checked against the section's bounds.
struct PostingList {
    /// Ranks of which a long list stores the score, so that a search may begin with a threshold.
    static let storedRanks = [10, 100, 1000]

    let documentFrequency: Int
    let flags: PostingBuffer.Flags
    /// Highest impact of the list, 0 to 1; 1 for a short list, of which nothing is known before it is read.
    let impact: Float
    let blockCount: Int
    /// Last document of each block; nil for a short list.
    let lasts: UnsafePointer<UInt32>?
    /// Highest impact of each block.
    let impacts: UnsafePointer<Float>?
    /// Highest impact in each window of ``windowSize`` documents; stored where a list has more blocks than there are
    /// windows.
    let windowImpacts: UnsafePointer<Float>?
    private let entries: UnsafeRawPointer?
    private let rankImpacts: UnsafePointer<Float>?
    /// Blocks and tail; for a short list its postings and then its positions, up to the section's end.
    let data: UnsafeRawBufferPointer
    /// The list's positions, up to the end of the section; empty for a short list.
    let positions: UnsafeRawBufferPointer

    /// Documents in a window of ``windowImpacts``.
    static let windowSize = 1 << windowShift
    /// Binary logarithm of ``windowSize``.
    static let windowShift = 12

    static func windowCount(_ documentCount: Int, shift: Int = windowShift) -> Int {
        (documentCount + (1 << shift) - 1) >> shift
    }

    /// - Throws: ``IndexError/corrupt(file:place:)`` when the list does not lie inside its section.
    init(
        _ entry: TermEntry, postings: UnsafeRawBufferPointer, positions: UnsafeRawBufferPointer,
        documentCount: Int, file: String
    ) throws(IndexError) {
        func damaged() -> IndexError { .corrupt(file: file, place: "posting list at \(entry.postingsOffset)") }
        guard entry.postingsOffset < UInt64(postings.count), entry.documentFrequency > 0,
            Int(entry.documentFrequency) <= documentCount
        else { throw damaged() }
        documentFrequency = Int(entry.documentFrequency)
        var reader = ByteReader(UnsafeRawBufferPointer(rebasing: postings[Int(entry.postingsOffset)...]))
        flags = entry.isPlain ? .positions : PostingBuffer.Flags(rawValue: reader.byte())
        guard documentFrequency >= BitPacking.blockSize else {
            impact = 1
            blockCount = 1
            (lasts, impacts, windowImpacts, entries, rankImpacts) = (nil, nil, nil, nil, nil)
            data = reader.bytes(reader.remaining)
            self.positions = UnsafeRawBufferPointer(start: nil, count: 0)
            return
        }
        // Long lists begin at a multiple of 4 of a section that is aligned, so the arrays are aligned as well.
        guard entry.postingsOffset % 4 == 0 else { throw damaged() }
        _ = reader.bytes(3)
        let dataLength = reader.little(UInt32.self)
        let positionsOffset = reader.little(UInt64.self)
        impact = Float(bitPattern: reader.little(UInt32.self))
        blockCount = (documentFrequency + BitPacking.blockSize - 1) / BitPacking.blockSize
        rankImpacts = reader.array(Float.self, Self.storedRanks.count)
        lasts = reader.array(UInt32.self, blockCount)
        impacts = reader.array(Float.self, blockCount)
        windowImpacts =
            flags.contains(.windows) ? reader.array(Float.self, Self.windowCount(documentCount)) : nil
        entries = reader.bytes(blockCount * PostingBlockEntry.byteCount(isWide: flags.contains(.wide))).baseAddress
        data = reader.bytes(Int(dataLength))
        guard !reader.failed, positionsOffset <= UInt64(positions.count) else { throw damaged() }
        self.positions = UnsafeRawBufferPointer(rebasing: positions[Int(positionsOffset)...])
    }

    /// Last document of block `block`; for a short list nothing is known before it is read.
    @inline(__always)
    func last(ofBlock block: Int) -> UInt32 { lasts.map { $0[block] } ?? .max - 1 }

    /// The first block from `start` on whose last document is not below `target`; ``blockCount`` when there is none.
    ///
    /// By interpolation between the block at `start` and the last one, then galloping from there and halving: where
    /// documents lie evenly the guess is right to a few blocks, so that one or two lines of memory are read. Source:
    /// W. W. Peterson, "Addressing for random-access storage", IBM Journal 1(2), 1957; J. Bentley and A. Yao, "An
    /// almost optimal algorithm for unbounded searching", IPL 5(3), 1976.
    func firstBlock(from start: Int, notBelow target: UInt32) -> Int {
        guard let lasts, start < blockCount else { return start < blockCount && target == .max ? start + 1 : start }
        let end = blockCount - 1
        let (first, last) = (lasts[start], lasts[end])
        if first >= target { return start }
        if last < target { return blockCount }
        // Mostly lists are gone through forward, and the next blocks share a line of memory.
        let near = min(start + 8, end)
        if lasts[near] >= target {
            var block = start + 1
            while lasts[block] < target { block += 1 }
            return block
        }
        // Damage may have them in any order; whatever is guessed, the search stays within `start + 1 ... end`.
        let share = Float(target &- first) / Float(max(last &- first, 1))
        let guess = min(end, start + 1 + Int(max(0, min(1, share)) * Float(end - start - 1)))
        var low = start + 1
        var high = end
        var step = 1
        if lasts[guess] < target {
            low = guess + 1
            while low + step <= high, lasts[low + step - 1] < target {
                low += step
                step *= 2
            }
            high = min(low + step - 1, high)
        } else {
            high = guess
            while high - step >= low, lasts[high - step] >= target {
                high -= step
                step *= 2
            }
            low = max(high - step + 1, low)
        }
        while low < high {
            let middle = (low + high) / 2
            if lasts[middle] < target { low = middle + 1 } else { high = middle }
        }
        return low
    }

    @inline(__always)
    func entry(ofBlock block: Int) -> PostingBlockEntry? {
        let isWide = flags.contains(.wide)
        return entries.map {
            PostingBlockEntry(at: $0 + block &* PostingBlockEntry.byteCount(isWide: isWide), isWide: isWide)
        }
    }

    /// Asks for the memory of a block's entry, which must be one of the list's.
    @inline(__always)
    func prefetchEntry(ofBlock block: Int) {
        guard let entries else { return }
        cmemory_prefetch_for_reading(
            entries + block &* PostingBlockEntry.byteCount(isWide: flags.contains(.wide)))
    }

    /// Asks for the memory of a block's documents and text frequencies.
    @inline(__always)
    func prefetchData(ofBlock block: Int) {
        guard let entry = entry(ofBlock: block), let base = data.baseAddress, Int(entry.dataOffset) < data.count
        else { return }
        // Of the tail of a list the entry says nothing, and what a damaged one says may be wrong: asking never faults.
        let documents =
            DocumentBits.wordCount(entry.documentWidth).map { $0 &* 8 }
            ?? BitPacking.byteCount(width: PatchedPacking.width(entry.documentWidth))
        let size = documents &+ BitPacking.byteCount(width: PatchedPacking.width(entry.textWidth))
        for offset in stride(from: 0, through: size, by: Self.cacheLine) {
            cmemory_prefetch_for_reading(base + Int(entry.dataOffset) + offset)
        }
    }

    private static let cacheLine = 64

    @inline(__always)
    func impact(ofBlock block: Int) -> Float { impacts.map { $0[block] } ?? impact }

    /// The impact of the document that ranks at place `rank`, or at one below it, among the list's; 0 when unknown.
    func impact(atRank rank: Int) -> Float {
        guard let rankImpacts, let place = Self.storedRanks.firstIndex(where: { $0 >= rank }) else { return 0 }
        return rankImpacts[place]
    }
}
