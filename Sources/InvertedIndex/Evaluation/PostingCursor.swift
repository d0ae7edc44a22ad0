/// Goes through a posting list, unpacking one block of 128 at a time.
///
/// Memory safety: the buffers have room for 128 values each and are written only here. Widths, offsets and the last
/// document of a block are checked against the list's bounds before a block is used; a block that fails sets
/// ``isDamaged`` and ends the list, so `document` is always below `documentCount` or ``end``.
struct PostingCursor: ~Copyable {
    /// The document number behind the last.
    static let end = UInt32.max

    let list: PostingList
    let documentCount: UInt32
    let documents: UnsafeMutablePointer<UInt32>
    @inline(__always) var text: UnsafeMutablePointer<UInt32> { documents + 128 }
    @inline(__always) var heading: UnsafeMutablePointer<UInt32> { documents + 256 }
    @inline(__always) var title: UnsafeMutablePointer<UInt32> { documents + 384 }
    /// Scores of the block, once ``TermScorer/scoreBlock(_:)`` has filled it.
    let scores: UnsafeMutablePointer<Float>

    /// Block that is unpacked.
    private(set) var block = 0
    /// Postings in that block.
    private(set) var count = 0
    /// The current posting in it.
    private(set) var index = 0
    /// The current document, or ``end``.
    private(set) var document: UInt32 = 0
    /// Whether any posting of the block lies in a heading or title.
    private(set) var hasOtherFields = false
    /// No text frequency of the block is higher.
    private(set) var highestText: UInt32 = .max
    private(set) var isDamaged = false
    /// Whether ``scores`` holds those of this block.
    private(set) var isScored = false
    private var frequenciesReady = false
    /// Block that ``peek(_:isForward:)`` has found.
    private var peeked = 0

    /// Positions of the block, once they were asked for, and where each posting's begin in it.
    private var positions = PositionBlock()
    private var positionsReady = false
    private var positionStarts: UnsafeMutablePointer<UInt32>?
    /// What was read of them last.
    private var positionBuffer: UnsafeMutableBufferPointer<UInt32>?
    /// For a short list: where its positions stand.
    private var inlinePositions: UnsafeRawBufferPointer?

    /// Opens the list and stands on its first document.
    init(_ list: PostingList, documentCount: Int) {
        self.list = list
        self.documentCount = UInt32(documentCount)
        // One piece of memory for all buffers: opening a cursor should cost one allocation.
        documents = .allocate(capacity: 5 * 128)
        scores = UnsafeMutableRawPointer(documents + 4 * 128).bindMemory(to: Float.self, capacity: 128)
        load(0)
    }

    deinit {
        documents.deallocate()
        positionStarts?.deallocate()
        positionBuffer?.deallocate()
    }

    /// Share of the documents that the list holds, about where the cursor stands; 0 at the end.
    @inline(__always)
    var density: Float {
        guard document != Self.end else { return 0 }
        return Float(count) / Float(documents[count &- 1] &- documents[0] &+ 1)
    }

    /// Goes to the next document.
    @inline(__always)
    mutating func next() { move(to: index &+ 1) }

    /// Goes to posting `position` of the block, or to the next block when that is its end.
    @inline(__always)
    mutating func move(to position: Int) {
        index = position
        if index < count {
            document = documents[index]
        } else {
            load(block &+ 1)
        }
    }

    /// Unpacks block `number` and stands on its first document.
    mutating func open(_ number: Int) {
        if number != block || count == 0 { load(number) }
    }

    /// Leaves the block, but not for a document at or behind `end`.
    mutating func passBlock(end: UInt32) {
        // `document` is not `end` here, so the block has at least one posting.
        if documents[count &- 1] < end {
            load(block &+ 1)
        } else {
            advance(to: end)
        }
    }

    /// Goes to the first document that is not below `target`, which must not be below the current one.
    @inline(__always)
    mutating func advance(to target: UInt32) {
        guard document < target else { return }
        // `document` is not `end` here, so the block has at least one posting.
        if documents[count &- 1] < target {
            guard skip(to: target) else { return }
        }
        seek(target)
    }

    /// Goes to the first document that is not below `target`, be it before or behind the current one.
    mutating func reposition(to target: UInt32) {
        if document != Self.end, document <= target { return advance(to: target) }
        guard !isDamaged else { return }
        let found = firstBlock(from: 0, notBelow: target)
        if found == block, count > 0 {
            index = 0
            document = documents[0]
        } else {
            load(found)
        }
        if document < target { advance(to: target) }
    }

    /// The block that may hold `target`, without unpacking it; ``PostingList/blockCount`` when there is none.
    ///
    /// - Parameter isForward: `target` is not below that of the call before, so the search goes on from there.
    @inline(__always)
    mutating func peek(_ target: UInt32, isForward: Bool) -> Int {
        if !isForward { peeked = document <= target ? block : 0 }
        if peeked < list.blockCount, list.last(ofBlock: peeked) < target {
            peeked = firstBlock(from: peeked &+ 1, notBelow: target)
        }
        return peeked
    }

    /// Stands on the first document of the block found by ``peek(_:isForward:)`` that is not below `target`, or on
    /// the one that follows the block.
    @inline(__always)
    mutating func enter(_ target: UInt32) {
        if peeked != block || count == 0 {
            load(peeked)
        } else if document > target {
            index = 0
            document = documents[0]
        }
        if document < target { seek(target) }
    }

    /// Whether the block that was peeked at exists, so that the cursor stands in it or behind it.
    @inline(__always)
    var hasEntered: Bool { peeked < list.blockCount }

    /// The text frequency of the current posting, read alone; for blocks without other fields.
    @inline(__always)
    var textFrequency: UInt32 {
        if frequenciesReady { return text[index] }
        guard let entry = list.entry(ofBlock: block), let data = list.data.baseAddress else { return text[index] }
        // The widths were checked when the block was loaded; a block whose frequencies are not ready is a packed one.
        let address = data + Int(entry.dataOffset) + BitPacking.byteCount(width: Int(entry.documentWidth))
        let value = BitPacking.value(at: index, in: address, width: Int(entry.textWidth))
        return list.flags.contains(.impact) ? value : value &+ 1
    }

    /// Loads the first block that may hold `target`; false when there is none.
    private mutating func skip(to target: UInt32) -> Bool {
        load(firstBlock(from: block + 1, notBelow: target))
        return document != Self.end
    }

    /// The first block from `start` on whose last document is not below `target`: by galloping, for the block wanted
    /// is mostly near, and then halving.
    private func firstBlock(from start: Int, notBelow target: UInt32) -> Int {
        var low = start
        var step = 1
        while low + step <= list.blockCount, list.last(ofBlock: low + step - 1) < target {
            low += step
            step *= 2
        }
        var high = min(low + step, list.blockCount)
        while low < high {
            let middle = (low + high) / 2
            if list.last(ofBlock: middle) < target { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// Finds `target` in the block by a search without branches (seven halvings of 128).
    @inline(__always)
    private mutating func seek(_ target: UInt32) {
        var base = index
        var length = count &- index
        while length > 1 {
            let half = length >> 1
            // Safe: base + half - 1 < count, because half < length and base + length <= count.
            base = documents[base &+ half &- 1] < target ? base &+ half : base
            length &-= half
        }
        if documents[base] < target { base &+= 1 }
        move(to: base)
    }

    private mutating func load(_ number: Int) {
        block = number
        index = 0
        frequenciesReady = false
        isScored = false
        positionsReady = false
        guard number < list.blockCount, !isDamaged else {
            count = 0
            document = Self.end
            return
        }
        let base = number == 0 ? 0 : list.last(ofBlock: number - 1)
        let remaining = list.documentFrequency - number * BitPacking.blockSize
        if remaining >= BitPacking.blockSize, let entry = list.entry(ofBlock: number) {
            loadPacked(entry, base: base)
        } else {
            loadVariable(remaining, base: base, offset: Int(list.entry(ofBlock: number)?.dataOffset ?? 0))
        }
        if isDamaged {
            count = 0
            document = Self.end
        } else {
            document = documents[0]
        }
    }

    private mutating func loadPacked(_ entry: PostingBlockEntry, base: UInt32) {
        let width = Int(entry.documentWidth)
        let others = Int(entry.textWidth) + Int(entry.headingWidth) + Int(entry.titleWidth)
        guard let data = list.data.baseAddress, width <= 25, others <= 96,
            entry.textWidth <= 32, entry.headingWidth <= 32, entry.titleWidth <= 32,
            Int(entry.dataOffset) + BitPacking.byteCount(width: width + others) <= list.data.count,
            list.last(ofBlock: block) < documentCount
        else {
            isDamaged = true
            return
        }
        count = BitPacking.blockSize
        hasOtherFields = entry.headingWidth != 0 || entry.titleWidth != 0
        highestText = entry.textWidth < 32 ? 1 &<< UInt32(entry.textWidth) : .max
        BitPacking.unpackGaps(data + Int(entry.dataOffset), width: width, base: base, into: documents)
        // 128 gaps of 25 bits cannot wrap around, so documents rise; the last one being right bounds them all.
        let last = documents[BitPacking.blockSize - 1]
        if last != list.last(ofBlock: block) || base >= documentCount { isDamaged = true }
    }

    private mutating func loadVariable(_ number: Int, base: UInt32, offset: Int) {
        guard offset <= list.data.count, number <= BitPacking.blockSize else {
            isDamaged = true
            return
        }
        var reader = ByteReader(UnsafeRawBufferPointer(rebasing: list.data[offset...]))
        var last = UInt64(base)
        hasOtherFields = false
        var highest: UInt32 = 1
        for position in 0..<number {
            let value = reader.variable()
            last &+= value >> 2
            guard last < UInt64(documentCount) else {
                isDamaged = true
                return
            }
            documents[position] = UInt32(last)
            (text[position], heading[position], title[position]) = (1, 0, 0)
            switch value & 3 {
            case 0: break
            case 1:
                text[position] = reader.variable32()
                highest = max(highest, text[position])
            case 2:
                text[position] = reader.variable32()
                heading[position] = reader.variable32()
                title[position] = reader.variable32()
                hasOtherFields = true
            default:
                (text[position], title[position]) = (0, 1)
                hasOtherFields = true
            }
        }
        if reader.failed { isDamaged = true }
        count = number
        highestText = highest
        frequenciesReady = true
        if list.entry(ofBlock: block) == nil {
            inlinePositions = UnsafeRawBufferPointer(start: reader.position, count: reader.remaining)
        }
    }

    /// Unpacks the frequencies of the block, once.
    @inline(__always)
    mutating func prepareFrequencies() {
        if !frequenciesReady { unpackFrequencies() }
    }

    private mutating func unpackFrequencies() {
        frequenciesReady = true
        guard count == BitPacking.blockSize, let entry = list.entry(ofBlock: block), let data = list.data.baseAddress
        else { return }
        // The widths were checked when the block was loaded.
        var address = data + Int(entry.dataOffset) + BitPacking.byteCount(width: Int(entry.documentWidth))
        if hasOtherFields {
            BitPacking.unpack(address, width: Int(entry.textWidth), into: text)
            address += BitPacking.byteCount(width: Int(entry.textWidth))
            BitPacking.unpack(address, width: Int(entry.headingWidth), into: heading)
            address += BitPacking.byteCount(width: Int(entry.headingWidth))
            BitPacking.unpack(address, width: Int(entry.titleWidth), into: title)
        } else {
            BitPacking.unpack(
                address, width: Int(entry.textWidth), adding: list.flags.contains(.impact) ? 0 : 1, into: text)
            heading.update(repeating: 0, count: BitPacking.blockSize)
            title.update(repeating: 0, count: BitPacking.blockSize)
        }
    }

    /// Tells that ``scores`` are those of the block. For ``TermScorer`` only.
    @inline(__always)
    mutating func markScored() { isScored = true }

    // MARK: Positions

    /// The positions of the current posting in `field`, ascending; empty when there are none. Valid until the cursor
    /// is used again.
    mutating func readPositions(_ field: IndexField) -> UnsafeBufferPointer<UInt32> {
        let none = UnsafeBufferPointer<UInt32>(start: nil, count: 0)
        guard list.flags.contains(.positions), document != Self.end else { return none }
        prepareFrequencies()
        let own: UInt32
        var before: UInt32 = 0
        switch field {
        case .text: own = text[index]
        case .heading:
            own = heading[index]
            before = text[index]
        case .title:
            own = title[index]
            before = text[index] &+ heading[index]
        }
        guard own > 0, openPositions(), let positionStarts else { return none }
        let first = Int(positionStarts[index]) + Int(before)
        guard first + Int(own) <= Int(positionStarts[count]) else {
            isDamaged = true
            return none
        }
        guard let buffer = buffer(Int(own)), positions.read(first: first, count: Int(own), into: buffer) else {
            isDamaged = true
            return none
        }
        return UnsafeBufferPointer(start: buffer, count: Int(own))
    }

    /// The position gaps of all postings of the block. Valid until the cursor is used again.
    mutating func readBlockGaps() -> UnsafeBufferPointer<UInt32> {
        let none = UnsafeBufferPointer<UInt32>(start: nil, count: 0)
        guard list.flags.contains(.positions), count > 0, openPositions(), let positionStarts else { return none }
        let total = Int(positionStarts[count])
        guard let buffer = buffer(total), positions.readGaps(first: 0, count: total, into: buffer) else {
            isDamaged = true
            return none
        }
        return UnsafeBufferPointer(start: buffer, count: total)
    }

    /// Room for `count` positions.
    private mutating func buffer(_ count: Int) -> UnsafeMutablePointer<UInt32>? {
        if (positionBuffer?.count ?? 0) < count {
            positionBuffer?.deallocate()
            positionBuffer = .allocate(capacity: max(256, count * 2))
        }
        return positionBuffer?.baseAddress
    }

    /// Opens the positions of the block, once; false when they are damaged.
    private mutating func openPositions() -> Bool {
        if positionsReady { return true }
        prepareFrequencies()
        let starts = positionStarts ?? .allocate(capacity: BitPacking.blockSize + 1)
        positionStarts = starts
        var sum: UInt64 = 0
        for posting in 0..<count {
            starts[posting] = UInt32(truncatingIfNeeded: sum)
            sum &+= UInt64(text[posting]) &+ UInt64(heading[posting]) &+ UInt64(title[posting])
        }
        starts[count] = UInt32(truncatingIfNeeded: sum)
        let bytes: UnsafeRawBufferPointer
        if let inlinePositions {
            bytes = inlinePositions
        } else {
            let offset = Int(list.entry(ofBlock: block)?.positionsOffset ?? 0)
            bytes = UnsafeRawBufferPointer(rebasing: list.positions[min(offset, list.positions.count)...])
        }
        // Gaps of width 0 take no room, so the bytes do not bound their number; a damaged frequency must not ask for
        // gigabytes.
        positionsReady = sum <= 1 << 27 && positions.open(bytes, gapCount: Int(sum))
        if !positionsReady { isDamaged = true }
        return positionsReady
    }
}
