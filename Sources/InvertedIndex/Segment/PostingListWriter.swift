/// Encodes posting lists.
///
/// A list of fewer than 128 postings is one run of variable bytes:
/// ```
/// flags (u8) · highest impact (u16) · offset of its position block (LEB128, if it has positions)
/// per posting: document gap · 4 + code, then what the code says (0: once in the text; 1: text frequency;
/// 2: text, heading and title frequency; 3: once in the title)
/// ```
/// A longer list begins at a multiple of 4:
/// ```
/// flags (u8) · zero (u8) · highest impact (u16) · data length (u32) · offset of its positions (u64)
/// last document of each block (u32 each) · entry of each block (16 bytes each, see PostingBlockEntry)
/// data: packed blocks of 128 (document gaps, text, heading, title frequencies), then the tail in variable bytes
/// ```
struct PostingListWriter {
    private(set) var postings = ByteWriter()
    private(set) var positions = ByteWriter()
    private let postingsBase: UInt64
    private let positionsBase: UInt64
    private var packed = [UInt32](repeating: 0, count: BitPacking.blockSize)

    /// - Parameters:
    ///   - postingsBase: bytes of the postings section that were written out before.
    ///   - positionsBase: likewise of the positions section.
    init(postingsBase: UInt64, positionsBase: UInt64) {
        self.postingsBase = postingsBase
        self.positionsBase = positionsBase
    }

    /// Encodes a list and gives its dictionary entry.
    mutating func append(_ list: PostingBuffer, model: ImpactModel) -> TermEntry {
        let count = list.documents.count
        if count >= BitPacking.blockSize {
            while (postingsBase + UInt64(postings.count)) % 4 != 0 { postings.append(0) }
        }
        let entry = TermEntry(
            documentFrequency: UInt32(count), postingsOffset: postingsBase + UInt64(postings.count))
        if count < BitPacking.blockSize {
            appendShort(list, model: model)
        } else {
            appendLong(list, model: model)
        }
        return entry
    }

    private mutating func appendShort(_ list: PostingBuffer, model: ImpactModel) {
        let all = 0..<list.documents.count
        postings.append(list.flags.rawValue)
        postings.append(little: highestImpact(list, all, model))
        if list.flags.contains(.positions) {
            postings.append(variable: positionsBase + UInt64(positions.count))
            PositionCodec.encode(list.gaps, into: &positions)
        }
        Self.appendVariable(list, all, after: 0, to: &postings)
    }

    private mutating func appendLong(_ list: PostingBuffer, model: ImpactModel) {
        let count = list.documents.count
        let size = BitPacking.blockSize
        let positionsStart = positionsBase + UInt64(positions.count)
        let positionsLocal = positions.count
        var lasts = ByteWriter()
        var entries = ByteWriter()
        var data = ByteWriter()
        var highest: UInt16 = 0
        var gapStart = 0
        var previous: UInt32 = 0
        for start in stride(from: 0, to: count, by: size) {
            let range = start..<min(start + size, count)
            let impact = highestImpact(list, range, model)
            highest = max(highest, impact)
            var block = PostingBlockEntry(
                dataOffset: UInt32(data.count), positionsOffset: UInt32(positions.count - positionsLocal),
                documentWidth: 0, textWidth: 0, headingWidth: 0, titleWidth: 0, impact: impact)
            if list.flags.contains(.positions) {
                let occurrences = range.reduce(0) { $0 + Int(list.text[$1] + list.heading[$1] + list.title[$1]) }
                PositionCodec.encode(Array(list.gaps[gapStart..<(gapStart + occurrences)]), into: &positions)
                gapStart += occurrences
            }
            if range.count == size {
                appendPacked(list, range, after: previous, entry: &block, to: &data)
            } else {
                Self.appendVariable(list, range, after: previous, to: &data)
            }
            previous = list.documents[range.upperBound - 1]
            lasts.append(little: previous)
            block.write(to: &entries)
        }
        postings.append(list.flags.rawValue)
        postings.append(0)
        postings.append(little: highest)
        postings.append(little: UInt32(data.count))
        postings.append(little: positionsStart)
        postings.append(lasts.bytes)
        postings.append(entries.bytes)
        postings.append(data.bytes)
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
        for (index, frequency) in list.text[range].enumerated() {
            packed[index] = hasOtherFields || list.flags.contains(.impact) ? frequency : frequency - 1
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

    private func highestImpact(_ list: PostingBuffer, _ range: Range<Int>, _ model: ImpactModel) -> UInt16 {
        range.reduce(0) { max($0, model.impact(of: list, at: $1)) }
    }
}
