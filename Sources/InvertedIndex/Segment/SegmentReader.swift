/// One segment opened for searching. Opening reads the directory, the figures and the columns' dictionaries; all
/// else is touched when a query needs it.
final class SegmentReader: Sendable {
    let file: SegmentFile
    let statistics: SegmentStatistics
    let terms: TermDictionary
    let columns: [String: Column]
    // These point into `file`'s mapping, which lives as long as this object and is never written, and into `runs`.
    nonisolated(unsafe) let postings: UnsafeRawBufferPointer
    nonisolated(unsafe) let positions: UnsafeRawBufferPointer
    nonisolated(unsafe) let lengths: DocumentLengths
    private let runs: DocumentLengths.Runs
    private let payloads: Payloads

    var documentCount: Int { statistics.documentCount }
    var path: String { file.path }

    init(path: String) throws(IndexError) {
        file = try SegmentFile(path: path)
        statistics = try SegmentStatistics(try file.section(.statistics), file: path)
        terms = try TermDictionary(file)
        postings = try file.section(.postings)
        positions = try file.section(.positions)
        let lengthBytes = try file.section(.lengths)
        guard lengthBytes.count == statistics.documentCount, let base = lengthBytes.baseAddress else {
            throw .corrupt(file: path, place: "section lengths")
        }
        let each = base.assumingMemoryBound(to: UInt8.self)
        runs = DocumentLengths.Runs(each, count: lengthBytes.count)
        lengths = DocumentLengths(each, runs)
        columns = try Column.readAll(file, documentCount: statistics.documentCount)
        guard let payloads = Payloads(try file.section(.payloads), documentCount: statistics.documentCount) else {
            throw .corrupt(file: path, place: "section payloads")
        }
        self.payloads = payloads
    }

    /// The posting list of a term, or nil when the segment does not hold it.
    func postingList(_ key: [UInt8]) throws(IndexError) -> PostingList? {
        guard let entry = try terms.find(key) else { return nil }
        return try postingList(entry)
    }

    func postingList(_ entry: TermEntry) throws(IndexError) -> PostingList {
        try PostingList(
            entry, postings: postings, positions: positions, documentCount: documentCount, file: path)
    }

    /// Calls `body` with the bytes kept for a document.
    func payload<Result>(_ document: UInt32, _ body: (UnsafeRawBufferPointer) throws -> Result) rethrows -> Result {
        try payloads.read(document, body)
    }
}
