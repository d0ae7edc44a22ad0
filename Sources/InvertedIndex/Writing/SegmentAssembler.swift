/// Writes a segment file from posting lists that come in the order of their keys.
final class SegmentAssembler {
    private let path: String
    private let file: SegmentFileWriter
    private let statistics: SegmentStatistics
    private let lengths: [UInt8]
    private let model: ImpactModel
    private var dictionary = TermDictionaryWriter()
    private var lists = PostingListWriter(postingsBase: 0, positionsBase: 0)
    private var postingsWritten: UInt64 = 0
    private var positionsWritten: UInt64 = 0
    /// Positions grow while postings are written, and a file has one end: they wait in a file of their own.
    private let positions: OutputFile
    private static let chunk = 1 << 20

    init(path: String, statistics: SegmentStatistics, lengths: [UInt8]) throws(IndexError) {
        self.path = path
        file = try SegmentFileWriter(path: path)
        positions = try OutputFile(path: path + ".positions")
        self.statistics = statistics
        self.lengths = lengths
        model = ImpactModel(
            parameters: statistics.parameters, averageLength: statistics.averageLength, lengths: lengths)
        try file.write(.statistics, statistics.bytes)
        try file.begin(.postings)
    }

    func append(_ key: [UInt8], _ list: PostingBuffer) throws(IndexError) {
        guard !list.documents.isEmpty else { return }
        try append(key, lists.append(list, model: model, documentCount: lengths.count))
    }

    /// Appends a term that stands once in the text of one document.
    func append(_ key: [UInt8], document: UInt32, position: UInt32) throws(IndexError) {
        try append(key, lists.append(document: document, position: position))
    }

    private func append(_ key: [UInt8], _ entry: TermEntry) throws(IndexError) {
        guard dictionary.terms.count < Int(UInt32.max) - 1024 else {
            throw .limit("\(path): more than 4 GiB of terms in one segment. Index into smaller segments")
        }
        dictionary.append(key, entry)
        if lists.postings.count + lists.positions.count > Self.chunk { try spill() }
    }

    private func spill() throws(IndexError) {
        try lists.postings.withUnsafeBytes { bytes throws(IndexError) in try file.write(bytes) }
        try lists.positions.withUnsafeBytes { bytes throws(IndexError) in try positions.write(bytes) }
        postingsWritten += UInt64(lists.postings.count)
        positionsWritten += UInt64(lists.positions.count)
        lists = PostingListWriter(postingsBase: postingsWritten, positionsBase: positionsWritten)
    }

    /// Writes the rest and makes the file durable; gives its size in bytes.
    func finish(columns: [ColumnBuilder], payloads: [UInt8]) throws(IndexError) -> Int {
        try spill()
        try file.begin(.positions)
        try positions.readBack(chunk: Self.chunk) { bytes throws(IndexError) in try file.write(bytes) }
        try file.write(.terms, dictionary.terms.bytes)
        try file.write(.termBlocks, dictionary.blockSection)
        try file.write(.lengths, lengths)
        var section = ByteWriter()
        section.append(little: UInt32(columns.count))
        for column in columns { column.write(to: &section) }
        try file.write(.columns, section.bytes)
        try file.write(.payloads, payloads)
        return try file.finish()
    }
}
