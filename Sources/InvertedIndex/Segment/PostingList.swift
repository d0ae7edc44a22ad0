/// A posting list found in a segment: where its parts lie, checked against the section's bounds.
struct PostingList {
    let documentFrequency: Int
    let flags: PostingBuffer.Flags
    /// Highest impact of the list, in 1/65535.
    let impact: UInt16
    /// Last document of each block; nil for a short list.
    let lasts: UnsafeRawPointer?
    let entries: UnsafeRawPointer?
    let blockCount: Int
    /// Packed blocks and tail; for a short list its variable bytes.
    let data: UnsafeRawBufferPointer
    /// The list's positions, up to the end of the section.
    let positions: UnsafeRawBufferPointer

    /// - Throws: ``IndexError/corrupt(file:place:)`` when the list does not lie inside its section.
    init(
        _ entry: TermEntry, postings: UnsafeRawBufferPointer, positions: UnsafeRawBufferPointer,
        documentCount: Int, file: String
    ) throws(IndexError) {
        let damaged = IndexError.corrupt(file: file, place: "posting list at \(entry.postingsOffset)")
        guard entry.postingsOffset < UInt64(postings.count), entry.documentFrequency > 0,
            Int(entry.documentFrequency) <= documentCount
        else { throw damaged }
        documentFrequency = Int(entry.documentFrequency)
        var reader = ByteReader(UnsafeRawBufferPointer(rebasing: postings[Int(entry.postingsOffset)...]))
        flags = PostingBuffer.Flags(rawValue: reader.byte())
        let positionsOffset: UInt64
        if documentFrequency < BitPacking.blockSize {
            impact = reader.little(UInt16.self)
            positionsOffset = flags.contains(.positions) ? reader.variable() : 0
            blockCount = 1
            lasts = nil
            entries = nil
            data = reader.bytes(reader.remaining)
        } else {
            _ = reader.byte()
            impact = reader.little(UInt16.self)
            let dataLength = reader.little(UInt32.self)
            positionsOffset = reader.little(UInt64.self)
            blockCount = (documentFrequency + BitPacking.blockSize - 1) / BitPacking.blockSize
            lasts = reader.bytes(blockCount * 4).baseAddress
            entries = reader.bytes(blockCount * PostingBlockEntry.byteCount).baseAddress
            data = reader.bytes(Int(dataLength))
        }
        guard !reader.failed, positionsOffset <= UInt64(positions.count) else { throw damaged }
        self.positions = UnsafeRawBufferPointer(rebasing: positions[Int(positionsOffset)...])
    }

    /// Last document of block `block`; for a short list nothing is known before it is read.
    @inline(__always)
    func last(ofBlock block: Int) -> UInt32 {
        guard let lasts else { return .max - 1 }
        return (lasts + block &* 4).loadUnaligned(as: UInt32.self)
    }

    @inline(__always)
    func entry(ofBlock block: Int) -> PostingBlockEntry? {
        entries.map { PostingBlockEntry(at: $0 + block &* PostingBlockEntry.byteCount) }
    }

    @inline(__always)
    func impact(ofBlock block: Int) -> UInt16 {
        guard let entries else { return impact }
        return (entries + block &* PostingBlockEntry.byteCount).loadUnaligned(fromByteOffset: 12, as: UInt16.self)
    }
}
