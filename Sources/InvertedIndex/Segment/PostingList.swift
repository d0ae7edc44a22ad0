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
    /// Packed blocks and tail; for a short list its variable bytes and then its positions, up to the section's end.
    let data: UnsafeRawBufferPointer
    /// The list's positions, up to the end of the section; empty for a short list.
    let positions: UnsafeRawBufferPointer

    /// Documents in a window of ``windowImpacts``.
    static let windowSize = 4096

    static func windowCount(_ documentCount: Int) -> Int { (documentCount + windowSize - 1) / windowSize }

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
        flags = PostingBuffer.Flags(rawValue: reader.byte())
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
        entries = reader.bytes(blockCount * PostingBlockEntry.byteCount).baseAddress
        data = reader.bytes(Int(dataLength))
        guard !reader.failed, positionsOffset <= UInt64(positions.count) else { throw damaged() }
        self.positions = UnsafeRawBufferPointer(rebasing: positions[Int(positionsOffset)...])
    }

    /// Last document of block `block`; for a short list nothing is known before it is read.
    @inline(__always)
    func last(ofBlock block: Int) -> UInt32 { lasts.map { $0[block] } ?? .max - 1 }

    @inline(__always)
    func entry(ofBlock block: Int) -> PostingBlockEntry? {
        entries.map { PostingBlockEntry(at: $0 + block &* PostingBlockEntry.byteCount) }
    }

    @inline(__always)
    func impact(ofBlock block: Int) -> Float { impacts.map { $0[block] } ?? impact }

    /// The impact of the document that ranks at place `rank`, or at one below it, among the list's; 0 when unknown.
    func impact(atRank rank: Int) -> Float {
        guard let rankImpacts, let place = Self.storedRanks.firstIndex(where: { $0 >= rank }) else { return 0 }
        return rankImpacts[place]
    }
}
