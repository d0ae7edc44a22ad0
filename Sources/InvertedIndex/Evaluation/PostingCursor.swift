/// Goes through a posting list, unpacking one block of 128 at a time.
///
/// Memory safety: the buffers have room for 128 values each and are written only here; of a packed list there is one more,
/// for patches, behind them. Widths, offsets and the last document of a block are checked against the list's bounds before
/// a block is used; a block that fails sets ``isDamaged`` and ends the list, so `document` is always below
/// `documentCount` or ``end``.
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
    var isDamaged = false
    /// Whether ``scores`` holds those of this block.
    private(set) var isScored = false
    private var frequenciesReady = false
    /// Where the packed frequencies of the block begin.
    private var frequencies: UnsafeRawPointer?
    /// Block that ``peek(_:isForward:)`` has found.
    private var peeked = 0

    /// Positions of the block, once they were asked for, and how many they are.
    var positions = PositionBlock()
    var positionsReady = false
    var positionCount = 0
    /// What was read of them last.
    var positionBuffer: UnsafeMutableBufferPointer<UInt32>?
    /// The occurrence from which on the buffer has all of the block, added up; none yet where it is the highest number.
    var summedFrom = Int.max
    /// Postings of the block whose positions were read one by one.
    var positionReads = 0
    /// So many occurrences stand in so many postings at the beginning of the block.
    var occurrencesKnown = (postings: 0, sum: 0)
    /// For a short list: where its positions stand.
    private(set) var inlinePositions: UnsafeRawBufferPointer?

    /// Numbers that the buffers take together.
    static let roomCount = 6 * 128
    private let ownsRoom: Bool

    /// Opens the list and stands on its first document.
    ///
    /// - Parameters:
    ///   - isWaiting: stand nowhere yet, as behind the last document; whoever asks for a block or a place goes there.
    ///   - room: ``roomCount`` numbers that nobody else works in while the cursor lives; nil has it take memory of its own.
    init(
        _ list: PostingList, documentCount: Int, isWaiting: Bool = false, room: UnsafeMutablePointer<UInt32>? = nil
    ) {
        self.list = list
        self.documentCount = UInt32(documentCount)
        // One piece of memory for all buffers: opening a cursor should cost one allocation.
        // Patches, which have to be zeros, are of packed blocks only.
        let isPacked = list.lasts != nil
        ownsRoom = room == nil
        documents = room ?? .allocate(capacity: isPacked ? Self.roomCount : 5 * 128)
        if isPacked { (documents + 5 * 128).initialize(repeating: 0, count: 128) }
        scores = UnsafeMutableRawPointer(documents + 4 * 128).bindMemory(to: Float.self, capacity: 128)
        if isWaiting {
            (block, document) = (-1, Self.end)
        } else {
            load(0)
        }
    }

    deinit {
        if ownsRoom { documents.deallocate() }
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

    /// The first place of the block, from the current one on, whose document is not below `end`; ``count`` when there is
    /// none.
    @inline(__always)
    func stop(before end: UInt32) -> Int {
        documents[count &- 1] < end ? count : max(index, BlockSearch.firstIndex(notBelow: end, in: documents))
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
        let found = list.firstBlock(from: 0, notBelow: target)
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
            peeked = list.firstBlock(from: peeked &+ 1, notBelow: target)
        }
        return peeked
    }

    /// The block that may hold `target`, wherever the cursor stands; ``PostingList/blockCount`` when there is none.
    func block(holding target: UInt32) -> Int { list.firstBlock(from: 0, notBelow: target) }

    /// Whether `target` stands in block `number`, whose last document is not below it; then the cursor stands on it,
    /// else within the block or on the first document behind it.
    @inline(__always)
    mutating func find(_ target: UInt32, in number: Int) -> Bool {
        if number != block || count == 0 { load(number) }
        if document > target, index > 0 {
            index = 0
            document = documents[0]
        }
        if document < target, count > 0 { seek(target) }
        return document == target
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

    /// The text frequency of posting `place` of the block, read alone; nil where the block must be unpacked for it.
    @inline(__always)
    func textFrequency(at place: Int) -> UInt32? {
        if frequenciesReady { return text[place] }
        // Patches are gone through for one number; where more are asked for, all are better unpacked at once.
        guard let entry = list.entry(ofBlock: block), entry.textWidth & PatchedPacking.mark == 0,
            let start = frequencies ?? list.data.baseAddress
        else { return nil }
        return list.textFrequency(at: place, in: start, stored: entry.textWidth)
    }

    /// Loads the first block that may hold `target`; false when there is none.
    private mutating func skip(to target: UInt32) -> Bool {
        load(list.firstBlock(from: block + 1, notBelow: target))
        return document != Self.end
    }

    /// Goes to the first posting of the block that is not below `target`, or behind the block.
    @inline(__always)
    private mutating func seek(_ target: UInt32) { move(to: BlockSearch.firstIndex(notBelow: target, in: documents)) }

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
            loadShort(remaining, base: base, offset: Int(list.entry(ofBlock: number)?.dataOffset ?? 0))
        }
        if isDamaged {
            count = 0
            document = Self.end
        } else {
            document = documents[0]
        }
    }

    private mutating func loadPacked(_ entry: PostingBlockEntry, base: UInt32) {
        if entry.documentWidth & DocumentBits.mark != 0 { return loadBits(entry, base: base) }
        guard let data = list.data.baseAddress, Int(entry.dataOffset) <= list.data.count,
            list.last(ofBlock: block) < documentCount,
            let gaps = PatchedPacking.unpackGaps(
                data + Int(entry.dataOffset), end: data + list.data.count, stored: entry.documentWidth, base: base,
                patches: documents + 5 * BitPacking.blockSize, into: documents)
        else {
            isDamaged = true
            return
        }
        count = BitPacking.blockSize
        hasOtherFields = entry.hasOtherFields
        frequencies = gaps.end
        let last = documents[BitPacking.blockSize - 1]
        if last != list.last(ofBlock: block) || base >= documentCount { isDamaged = true }
        // Sums that cannot wrap around rise, and the last one being right bounds them all.
        if gaps.most > UInt64(UInt32.max - base), !Self.isRising(documents) { isDamaged = true }
    }

    private mutating func loadBits(_ entry: PostingBlockEntry, base: UInt32) {
        // Behind the documents there is room, for the frequencies, which are not unpacked yet.
        guard let bits = list.bits(entry), list.last(ofBlock: block) < documentCount,
            DocumentBits.unpack(bits.address, words: bits.words, base: base, into: documents),
            documents[BitPacking.blockSize - 1] == list.last(ofBlock: block), base < documentCount
        else {
            isDamaged = true
            return
        }
        count = BitPacking.blockSize
        hasOtherFields = entry.hasOtherFields
        frequencies = bits.address + bits.words * 8
    }

    private static func isRising(_ documents: UnsafeMutablePointer<UInt32>) -> Bool {
        var falls: UInt32 = 0
        for index in 1..<BitPacking.blockSize { falls |= documents[index] < documents[index - 1] ? 1 : 0 }
        return falls == 0
    }

    private mutating func loadShort(_ number: Int, base: UInt32, offset: Int) {
        guard offset <= list.data.count, number <= BitPacking.blockSize else {
            isDamaged = true
            return
        }
        var reader = ByteReader(UnsafeRawBufferPointer(rebasing: list.data[offset...]))
        let output = ShortPostings.Output(documents: documents, text: text, heading: heading, title: title)
        guard
            let hasFields = ShortPostings.read(
                &reader, count: number, after: base, documentCount: documentCount, into: output)
        else {
            isDamaged = true
            return
        }
        hasOtherFields = hasFields
        // The search within a block looks at 128 documents.
        for position in number..<BitPacking.blockSize { documents[position] = BlockSearch.filler }
        count = number
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
        let start = frequencies ?? data
        let end = data + list.data.count
        if hasOtherFields {
            guard let widths = PatchedPacking.unpack(start, end: end, stored: entry.textWidth, into: text),
                end - widths >= 2
            else { return fail() }
            let (headingWidth, titleWidth) = (widths.load(as: UInt8.self), (widths + 1).load(as: UInt8.self))
            guard let titles = PatchedPacking.unpack(widths + 2, end: end, stored: headingWidth, into: heading),
                PatchedPacking.unpack(titles, end: end, stored: titleWidth, into: title) != nil
            else { return fail() }
        } else {
            let lift: UInt32 = list.flags.contains(.impact) ? 0 : 1
            guard
                PatchedPacking.unpack(start, end: end, stored: entry.textWidth, adding: lift, into: text) != nil
            else { return fail() }
            heading.update(repeating: 0, count: BitPacking.blockSize)
            title.update(repeating: 0, count: BitPacking.blockSize)
        }
    }

    /// Takes damaged frequencies for none; the search will end in an error.
    private mutating func fail() {
        isDamaged = true
        text.update(repeating: 0, count: 3 * BitPacking.blockSize)
    }

    /// Tells that ``scores`` are those of the block. For ``TermScorer`` only.
    @inline(__always)
    mutating func markScored() { isScored = true }
}
