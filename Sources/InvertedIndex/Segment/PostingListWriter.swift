/// Encodes posting lists.
///
/// A list of fewer than 128 postings:
/// ```
/// flags (u8), unless they say no more than that there are positions (the dictionary tells)
/// its postings (see ShortPostings)
/// its position block, if it has positions
/// ```
/// A longer list begins at a multiple of 4:
/// ```
/// flags (u8) · zero (3 bytes) · data length (u32) · offset of its positions (u64) · highest impact (f32)
/// impact of the documents that rank 10th, 100th and 1000th (f32 each, 0 where there are fewer)
/// last document of each block (u32 each) · highest impact of each block (f32 each)
/// highest impact of each window of 4,096 documents (f32 each), if the flags say so
/// entry of each block (see PostingBlockEntry)
/// data: blocks of 128, then the tail (see ShortPostings). A block: document gaps or bits, text frequencies, and where
/// postings lie in other fields stored widths of heading and title frequencies (u8 each) and these
/// ```
struct PostingListWriter: ~Copyable {
    private(set) var postings = ByteWriter()
    private(set) var positions = ByteWriter()
    private let postingsBase: UInt64
    private let positionsBase: UInt64
    /// Room for the numbers of a block, this writer's alone.
    private let packed = UnsafeMutableBufferPointer<UInt32>.allocate(capacity: BitPacking.blockSize)
    private var impacts: [Float] = []
    /// Bytes that patching must save in a block of document gaps.
    private static let leastSaving = 8
    /// Bytes that a block of bits may take more than packed gaps.
    private static let mostBitsSpend = 8

    /// - Parameters:
    ///   - postingsBase: bytes of the postings section that were written out before.
    ///   - positionsBase: likewise of the positions section.
    init(postingsBase: UInt64, positionsBase: UInt64) {
        self.postingsBase = postingsBase
        self.positionsBase = positionsBase
        packed.initialize(repeating: 0)
    }

    deinit { packed.deallocate() }

    /// Encodes a list and gives its dictionary entry.
    mutating func append(_ list: PostingBuffer, model: ImpactModel, documentCount: Int) -> TermEntry {
        let count = list.documents.count
        if count >= BitPacking.blockSize {
            while (postingsBase + UInt64(postings.count)) % 4 != 0 { postings.append(0) }
        }
        let entry = TermEntry(
            documentFrequency: UInt32(count), postingsOffset: postingsBase + UInt64(postings.count),
            isPlain: count < BitPacking.blockSize && list.flags == .positions)
        if count < BitPacking.blockSize {
            list.withView { appendShort($0) }
        } else {
            list.withView { appendLong($0, model: model, documentCount: documentCount) }
        }
        return entry
    }

    /// Encodes the list of a term that stands once in the text of one document.
    mutating func append(document: UInt32, position: UInt32) -> TermEntry {
        let offset = postingsBase + UInt64(postings.count)
        postings.append(variable: UInt64(document) << 2)
        postings.append(variable: UInt64(position))
        return TermEntry(documentFrequency: 1, postingsOffset: offset, isPlain: true)
    }

    private mutating func appendShort(_ list: PostingBuffer.View) {
        if list.flags != .positions { postings.append(list.flags.rawValue) }
        ShortPostings.append(list, 0..<list.count, after: 0, to: &postings)
        if list.flags.contains(.positions) { RunPacking.encode(list.gaps, into: &postings) }
    }

    private mutating func appendLong(_ list: PostingBuffer.View, model: ImpactModel, documentCount: Int) {
        let count = list.count
        let size = BitPacking.blockSize
        let positionsStart = positionsBase + UInt64(positions.count)
        let positionsLocal = positions.count
        if impacts.count < count {
            impacts.append(contentsOf: repeatElement(0, count: count - impacts.count))
        } else {
            impacts.removeLast(impacts.count - count)
        }
        impacts.withUnsafeMutableBufferPointer { impacts in
            if let first = impacts.baseAddress { model.impacts(of: list, into: first) }
        }
        var lasts = ByteWriter()
        var blockImpacts = ByteWriter()
        var blocks: [PostingBlockEntry] = []
        blocks.reserveCapacity(count / size + 1)
        var data = ByteWriter()
        var gapStart = 0
        var hasBits = false
        var previous: UInt32 = 0
        for start in stride(from: 0, to: count, by: size) {
            let range = start..<min(start + size, count)
            var block = PostingBlockEntry(
                dataOffset: UInt32(data.count), positionsOffset: UInt32(positions.count - positionsLocal))
            if list.flags.contains(.positions) {
                var occurrences = 0
                for index in range { occurrences &+= list.occurrences(at: index) }
                let gaps = UnsafeBufferPointer(rebasing: list.gaps[gapStart..<(gapStart + occurrences)])
                RunPacking.encode(gaps, into: &positions)
                gapStart += occurrences
            }
            if range.count == size {
                appendPacked(list, range, after: previous, entry: &block, to: &data)
            } else {
                ShortPostings.append(list, range, after: previous, to: &data)
            }
            if block.documentWidth & DocumentBits.mark != 0 { hasBits = true }
            previous = list.documents[range.upperBound - 1]
            lasts.append(little: previous)
            blockImpacts.append(little: (impacts[range].max() ?? 0).bitPattern)
            blocks.append(block)
        }
        let windows = windowImpacts(list, documentCount: documentCount)
        var flags = list.flags
        if !windows.isEmpty { flags.insert(.windows) }
        if hasBits { flags.insert(.bits) }
        if blocks.contains(where: \.isWide) { flags.insert(.wide) }
        postings.append(flags.rawValue)
        postings.append([0, 0, 0])
        postings.append(little: UInt32(data.count))
        postings.append(little: positionsStart)
        postings.append(little: (impacts.max() ?? 0).bitPattern)
        for impact in RankedImpacts.impacts(impacts, at: PostingList.storedRanks) {
            postings.append(little: impact.bitPattern)
        }
        postings.append(lasts)
        postings.append(blockImpacts)
        for impact in windows { postings.append(little: impact.bitPattern) }
        for block in blocks { block.write(to: &postings, isWide: flags.contains(.wide)) }
        postings.append(data)
    }

    /// Worth their room where a search would have to look at several blocks for each window.
    private func windowImpacts(_ list: PostingBuffer.View, documentCount: Int) -> [Float] {
        let windowCount = PostingList.windowCount(documentCount)
        guard list.count / BitPacking.blockSize > windowCount else { return [] }
        var windows = [Float](repeating: 0, count: windowCount)
        for (document, impact) in zip(list.documents, impacts) {
            let window = Int(document) / PostingList.windowSize
            windows[window] = max(windows[window], impact)
        }
        return windows
    }

    private mutating func appendPacked(
        _ list: PostingBuffer.View, _ range: Range<Int>, after previous: UInt32, entry: inout PostingBlockEntry,
        to data: inout ByteWriter
    ) {
        let documents = UnsafeBufferPointer(rebasing: list.documents[range])
        packed[0] = documents[0] &- previous
        for index in 1..<documents.count { packed[index] = documents[index] &- documents[index &- 1] }
        let last = documents[documents.count - 1]
        let start = data.count
        entry.documentWidth = PatchedPacking.append(packed, leastSaving: Self.leastSaving, to: &data)
        let words = DocumentBits.wordCount(base: previous, last: last)
        if words <= DocumentBits.mostWords, words * 8 < data.count - start + Self.mostBitsSpend {
            data.truncate(to: start)
            entry.documentWidth = DocumentBits.append(documents, base: previous, to: &data)
        }
        let hasOtherFields = list.hasOtherFields(range)
        // Without other fields every text frequency is at least 1, and a list of ones takes no room at all.
        let isLowered = !hasOtherFields && !list.flags.contains(.impact)
        entry.textWidth = appendPacked(list.text, range, less: isLowered ? 1 : 0, to: &data)
        entry.hasOtherFields = hasOtherFields
        guard hasOtherFields else { return }
        let widths = data.count
        data.append([0, 0])
        data.set(appendPacked(list.heading, range, less: 0, to: &data), at: widths)
        data.set(appendPacked(list.title, range, less: 0, to: &data), at: widths + 1)
    }

    /// Appends frequencies, each lowered by `less`; gives the stored width.
    private func appendPacked(
        _ frequencies: UnsafeBufferPointer<UInt32>, _ range: Range<Int>, less: UInt32, to data: inout ByteWriter
    ) -> UInt8 {
        for (place, index) in range.enumerated() { packed[place] = frequencies[index] &- less }
        return PatchedPacking.append(packed, to: &data)
    }
}
