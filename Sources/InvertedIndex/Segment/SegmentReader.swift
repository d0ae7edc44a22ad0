/// One segment opened for searching. Opening reads the directory, the figures and the columns' dictionaries; all
/// else is touched when a query needs it.
final class SegmentReader: Sendable {
    let file: SegmentFile
    let statistics: SegmentStatistics
    let terms: TermDictionary
    let columns: [String: Column]
    // The four buffers point into `file`'s mapping, which lives as long as this object and is never written.
    nonisolated(unsafe) let postings: UnsafeRawBufferPointer
    nonisolated(unsafe) let positions: UnsafeRawBufferPointer
    nonisolated(unsafe) let lengths: UnsafePointer<UInt8>
    nonisolated(unsafe) private let payloads: UnsafeRawBufferPointer

    var documentCount: Int { statistics.documentCount }
    var path: String { file.path }

    init(path: String) throws(IndexError) {
        file = try SegmentFile(path: path)
        statistics = try SegmentStatistics(try file.section(.statistics), file: path)
        terms = try TermDictionary(file)
        postings = try file.section(.postings)
        positions = try file.section(.positions)
        payloads = try file.section(.payloads)
        let lengthBytes = try file.section(.lengths)
        guard lengthBytes.count == statistics.documentCount, let base = lengthBytes.baseAddress else {
            throw .corrupt(file: path, place: "section lengths")
        }
        lengths = base.assumingMemoryBound(to: UInt8.self)
        columns = try Column.readAll(
            try file.section(.columns), documentCount: statistics.documentCount, file: path)
        guard payloads.count >= (statistics.documentCount + 1) * 4 else {
            throw .corrupt(file: path, place: "section payloads")
        }
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

    /// The bytes kept for a document.
    func payload(_ document: UInt32) -> UnsafeRawBufferPointer {
        let none = UnsafeRawBufferPointer(start: nil, count: 0)
        guard document < documentCount else { return none }
        let start = Int(payloads.loadUnaligned(fromByteOffset: Int(document) * 4, as: UInt32.self))
        let end = Int(payloads.loadUnaligned(fromByteOffset: Int(document) * 4 + 4, as: UInt32.self))
        let base = (documentCount + 1) * 4
        guard start <= end, base + end <= payloads.count else { return none }
        return UnsafeRawBufferPointer(rebasing: payloads[(base + start)..<(base + end)])
    }
}

/// Figures of a segment.
struct SegmentStatistics: Sendable {
    var documentCount: Int
    /// Sum of the documents' lengths, before they were put into one byte.
    var totalLength: UInt64
    /// Parameters and average length that the impacts were computed with.
    var parameters: RankingParameters
    var averageLength: Float

    init(documentCount: Int, totalLength: UInt64, parameters: RankingParameters) {
        self.documentCount = documentCount
        self.totalLength = totalLength
        self.parameters = parameters
        averageLength = documentCount == 0 ? 1 : Float(Double(totalLength) / Double(documentCount))
    }

    init(_ section: UnsafeRawBufferPointer, file: String) throws(IndexError) {
        var reader = ByteReader(section)
        let count = reader.little(UInt64.self)
        totalLength = reader.little(UInt64.self)
        var floats: [Float] = []
        for _ in 0..<7 { floats.append(Float(bitPattern: reader.little(UInt32.self))) }
        guard !reader.failed, count < UInt64(UInt32.max >> 1), floats.allSatisfy(\.isFinite) else {
            throw .corrupt(file: file, place: "section statistics")
        }
        documentCount = Int(count)
        parameters = RankingParameters(
            k1: floats[0], b: floats[1], fieldWeights: [floats[2], floats[3], floats[4], floats[5]])
        averageLength = floats[6]
    }

    var bytes: [UInt8] {
        var writer = ByteWriter()
        writer.append(little: UInt64(documentCount))
        writer.append(little: totalLength)
        let weights = parameters.fieldWeights
        for value in [parameters.k1, parameters.b, weights[0], weights[1], weights[2], weights[3], averageLength] {
            writer.append(little: value.bitPattern)
        }
        return writer.bytes
    }
}
