/// Encodes posting lists.
///
/// A list of fewer than 128 postings is one run of variable bytes:
/// ```
/// flags (u8)
/// per posting: document gap · 4 + code, then what the code says (0: once in the text; 1: text frequency;
/// 2: text, heading and title frequency; 3: once in the title)
/// its position block, if it has positions
/// ```
/// A longer list begins at a multiple of 4:
/// ```
/// flags (u8) · zero (3 bytes) · data length (u32) · offset of its positions (u64) · highest impact (f32)
/// impact of the documents that rank 10th, 100th and 1000th (f32 each, 0 where there are fewer)
/// last document of each block (u32 each) · highest impact of each block (f32 each)
/// highest impact of each window of 4,096 documents (f32 each), if the flags say so
/// entry of each block (12 bytes each, see PostingBlockEntry)
/// data: packed blocks of 128 (document gaps, text, heading, title frequencies), then the tail in variable bytes
/// ```
struct PostingListWriter {
    private(set) var postings = ByteWriter()
    private(set) var positions = ByteWriter()
    private let postingsBase: UInt64
    private let positionsBase: UInt64
    private var packed = [UInt32](repeating: 0, count: BitPacking.blockSize)
    private var impacts: [Float] = []

    /// - Parameters:
    ///   - postingsBase: bytes of the postings section that were written out before.
    ///   - positionsBase: likewise of the positions section.
    init(postingsBase: UInt64, positionsBase: UInt64) {
        self.postingsBase = postingsBase
        self.positionsBase = positionsBase
    }

    /// Encodes a list and gives its dictionary entry.
    mutating func append(_ list: PostingBuffer, model: ImpactModel, documentCount: Int) -> TermEntry {
        let count = list.documents.count
        if count >= BitPacking.blockSize {
            while (postingsBase + UInt64(postings.count)) % 4 != 0 { postings.append(0) }
        }
        let entry = TermEntry(
            documentFrequency: UInt32(count), postingsOffset: postingsBase + UInt64(postings.count))
        if count < BitPacking.blockSize {
            appendShort(list)
        } else {
            appendLong(list, model: model, documentCount: documentCount)
        }
        return entry
    }

    private mutating func appendShort(_ list: PostingBuffer) {
        postings.append(list.flags.rawValue)
        Self.appendVariable(list, 0..<list.documents.count, after: 0, to: &postings)
        if list.flags.contains(.positions) { PositionCodec.encode(list.gaps[...], into: &postings) }
    }

    private mutating func appendLong(_ list: PostingBuffer, model: ImpactModel, documentCount: Int) {
        let count = list.documents.count
        let size = BitPacking.blockSize
        let positionsStart = positionsBase + UInt64(positions.count)
        let positionsLocal = positions.count
        impacts.removeAll(keepingCapacity: true)
        for index in 0..<count { impacts.append(model.impact(of: list, at: index)) }
        var lasts = ByteWriter()
        var blockImpacts = ByteWriter()
        var entries = ByteWriter()
        var data = ByteWriter()
        var gapStart = 0
        var previous: UInt32 = 0
        for start in stride(from: 0, to: count, by: size) {
            let range = start..<min(start + size, count)
            var block = PostingBlockEntry(
                dataOffset: UInt32(data.count), positionsOffset: UInt32(positions.count - positionsLocal),
                documentWidth: 0, textWidth: 0, headingWidth: 0, titleWidth: 0)
            if list.flags.contains(.positions) {
                var occurrences = 0
                for index in range { occurrences += Int(list.text[index] + list.heading[index] + list.title[index]) }
                PositionCodec.encode(list.gaps[gapStart..<(gapStart + occurrences)], into: &positions)
                gapStart += occurrences
            }
            if range.count == size {
                appendPacked(list, range, after: previous, entry: &block, to: &data)
            } else {
                Self.appendVariable(list, range, after: previous, to: &data)
            }
            previous = list.documents[range.upperBound - 1]
            lasts.append(little: previous)
            blockImpacts.append(little: (impacts[range].max() ?? 0).bitPattern)
            block.write(to: &entries)
        }
        let windows = windowImpacts(list, documentCount: documentCount)
        postings.append(list.flags.rawValue | (windows.isEmpty ? 0 : PostingBuffer.Flags.windows.rawValue))
        postings.append([0, 0, 0])
        postings.append(little: UInt32(data.count))
        postings.append(little: positionsStart)
        postings.append(little: (impacts.max() ?? 0).bitPattern)
        for impact in rankImpacts() { postings.append(little: impact.bitPattern) }
        postings.append(lasts.bytes)
        postings.append(blockImpacts.bytes)
        for impact in windows { postings.append(little: impact.bitPattern) }
        postings.append(entries.bytes)
        postings.append(data.bytes)
    }

    /// Worth their room where a search would have to look at several blocks for each window.
    private func windowImpacts(_ list: PostingBuffer, documentCount: Int) -> [Float] {
        let windowCount = PostingList.windowCount(documentCount)
        guard list.documents.count / BitPacking.blockSize > windowCount else { return [] }
        var windows = [Float](repeating: 0, count: windowCount)
        for (document, impact) in zip(list.documents, impacts) {
            let window = Int(document) / PostingList.windowSize
            windows[window] = max(windows[window], impact)
        }
        return windows
    }

    /// The impacts at the ranks of ``PostingList/storedRanks``.
    private func rankImpacts() -> [Float] {
        // A histogram finds the neighbourhood of a rank without sorting: only that is sorted.
        let buckets = 1024
        var histogram = [Int](repeating: 0, count: buckets)
        func bucket(_ impact: Float) -> Int { min(buckets - 1, Int(impact * Float(buckets))) }
        for impact in impacts { histogram[bucket(impact)] += 1 }
        return PostingList.storedRanks.map { rank in
            guard rank <= impacts.count else { return 0 }
            var place = buckets - 1
            var above = 0
            while above + histogram[place] < rank {
                above += histogram[place]
                place -= 1
            }
            let near = impacts.filter { bucket($0) == place }.sorted(by: >)
            return near[rank - above - 1]
        }
    }

    private mutating func appendPacked(
        _ list: PostingBuffer, _ range: Range<Int>, after previous: UInt32, entry: inout PostingBlockEntry,
        to data: inout ByteWriter
    ) {
        var last = previous
        for (index, document) in list.documents[range].enumerated() {
            packed[index] = document - last
            last = document
        }
        entry.documentWidth = appendPackedBlock(to: &data)
        let hasOtherFields = range.contains { list.heading[$0] != 0 || list.title[$0] != 0 }
        // Without other fields every text frequency is at least 1, and a list of ones takes no room at all.
        let isLowered = !hasOtherFields && !list.flags.contains(.impact)
        for (index, frequency) in list.text[range].enumerated() {
            packed[index] = isLowered ? frequency - 1 : frequency
        }
        entry.textWidth = appendPackedBlock(to: &data)
        guard hasOtherFields else { return }
        for (index, frequency) in list.heading[range].enumerated() { packed[index] = frequency }
        entry.headingWidth = appendPackedBlock(to: &data)
        for (index, frequency) in list.title[range].enumerated() { packed[index] = frequency }
        entry.titleWidth = appendPackedBlock(to: &data)
    }

    private func appendPackedBlock(to data: inout ByteWriter) -> UInt8 {
        let width = BitPacking.width(of: packed.reduce(0, |))
        data.append(count: BitPacking.byteCount(width: width)) { output in
            packed.withUnsafeBufferPointer { values in
                if let base = values.baseAddress { BitPacking.pack(base, width: width, into: output) }
            }
        }
        return UInt8(width)
    }

    private static func appendVariable(
        _ list: PostingBuffer, _ range: Range<Int>, after previous: UInt32, to output: inout ByteWriter
    ) {
        var last = previous
        for index in range {
            let gap = UInt64(list.documents[index] - last) << 2
            last = list.documents[index]
            switch (list.text[index], list.heading[index], list.title[index]) {
            case (1, 0, 0):
                output.append(variable: gap)
            case (let text, 0, 0):
                output.append(variable: gap | 1)
                output.append(variable: UInt64(text))
            case (0, 0, 1):
                output.append(variable: gap | 3)
            case (let text, let heading, let title):
                output.append(variable: gap | 2)
                output.append(variable: UInt64(text))
                output.append(variable: UInt64(heading))
                output.append(variable: UInt64(title))
            }
        }
    }
}
