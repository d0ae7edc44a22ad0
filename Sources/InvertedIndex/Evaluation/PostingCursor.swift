/// Goes through a posting list, unpacking one block of 128 at a time.
///
/// Memory safety: `documents` and the frequency buffers have room for 128 values and are written only here. Widths,
/// offsets and the last document of a block are checked against the list's bounds before a block is used; a block
/// that fails sets ``isDamaged`` and ends the list, so `document` is always below `documentCount` or ``end``.
struct PostingCursor: ~Copyable {
    /// The document number behind the last.
    static let end = UInt32.max

    let list: PostingList
    let documentCount: UInt32
    let documents: UnsafeMutablePointer<UInt32>
    var text: UnsafeMutablePointer<UInt32> { documents + 128 }
    var heading: UnsafeMutablePointer<UInt32> { documents + 256 }
    var title: UnsafeMutablePointer<UInt32> { documents + 384 }

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
    private(set) var isDamaged = false
    private var frequenciesReady = false

    /// Opens the list and stands on its first document.
    init(_ list: PostingList, documentCount: Int) {
        self.list = list
        self.documentCount = UInt32(documentCount)
        documents = .allocate(capacity: 512)
        documents.initialize(repeating: 0, count: 512)
        load(0)
    }

    deinit { documents.deallocate() }

    /// Goes to the next document.
    @inline(__always)
    mutating func next() {
        index &+= 1
        if index < count {
            document = documents[index]
        } else {
            load(block &+ 1)
        }
    }

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

    /// Loads the first block that may hold `target`; false when there is none.
    private mutating func skip(to target: UInt32) -> Bool {
        // Gallop, then halve: the block wanted is mostly near.
        var low = block + 1
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
        load(low)
        return document != Self.end
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
        if base < count {
            index = base
            document = documents[base]
        } else {
            load(block &+ 1)
        }
    }

    private mutating func load(_ number: Int) {
        block = number
        index = 0
        frequenciesReady = false
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
            case 1: text[position] = reader.variable32()
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
        frequenciesReady = true
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
        BitPacking.unpack(address, width: Int(entry.textWidth), into: text)
        if hasOtherFields {
            address += BitPacking.byteCount(width: Int(entry.textWidth))
            BitPacking.unpack(address, width: Int(entry.headingWidth), into: heading)
            address += BitPacking.byteCount(width: Int(entry.headingWidth))
            BitPacking.unpack(address, width: Int(entry.titleWidth), into: title)
        } else {
            let lift: UInt32 = list.flags.contains(.impact) ? 0 : 1
            for position in 0..<BitPacking.blockSize { text[position] &+= lift }
            heading.update(repeating: 0, count: BitPacking.blockSize)
            title.update(repeating: 0, count: BitPacking.blockSize)
        }
    }

    /// Appends the positions of the current posting in `field`, ascending; false when there are none.
    mutating func readPositions(_ field: IndexField, into output: inout [UInt32]) -> Bool {
        guard list.flags.contains(.positions), document != Self.end else { return false }
        prepareFrequencies()
        let own: UInt32
        var first = 0
        switch field {
        case .text: own = text[index]
        case .heading:
            own = heading[index]
            first = Int(text[index])
        case .title:
            own = title[index]
            first = Int(text[index]) + Int(heading[index])
        }
        guard own > 0 else { return false }
        for before in 0..<index {
            first += Int(text[before]) + Int(heading[before]) + Int(title[before])
        }
        var total = 0
        for posting in 0..<count { total += Int(text[posting]) + Int(heading[posting]) + Int(title[posting]) }
        guard let positions = positionBlock(gapCount: total),
            positions.read(first: first, count: Int(own), into: &output)
        else {
            isDamaged = true
            return false
        }
        return true
    }

    /// Appends the position gaps of all postings of the block to `output`.
    mutating func readBlockGaps(into output: inout [UInt32]) {
        guard list.flags.contains(.positions), count > 0 else { return }
        prepareFrequencies()
        var total = 0
        for posting in 0..<count { total += Int(text[posting]) + Int(heading[posting]) + Int(title[posting]) }
        guard let positions = positionBlock(gapCount: total), positions.readGaps(first: 0, count: total, into: &output)
        else {
            isDamaged = true
            return
        }
    }

    private func positionBlock(gapCount: Int) -> PositionBlock? {
        let offset = Int(list.entry(ofBlock: block)?.positionsOffset ?? 0)
        // Gaps of width 0 take no room, so the bytes do not bound their number; a damaged frequency must not ask for
        // gigabytes.
        guard offset <= list.positions.count, gapCount <= 1 << 27 else { return nil }
        return PositionBlock(UnsafeRawBufferPointer(rebasing: list.positions[offset...]), gapCount: gapCount)
    }
}
