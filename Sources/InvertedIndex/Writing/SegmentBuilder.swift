/// Turns documents into a segment in memory, one pass; written out by ``IndexWriter/add(_:)``.
///
/// Not thread-safe: each thread that indexes has its own. Within a document, occurrences are added field by field in
/// the order text, heading, title, with positions that do not fall.
public final class SegmentBuilder {
    private var table = TermTable()
    private var pool = SlicePool()
    private var lengths: [UInt8] = []
    private var totalLength: UInt64 = 0
    private var columns: [ColumnBuilder]
    private let schema: [ColumnDefinition]
    private var payloads: [UInt8] = []
    private var payloadEnds: [UInt32] = [0]
    private let parameters: RankingParameters
    private let order: DocumentOrder?
    /// Terms of the document that is being added.
    private var documentTerms: [Int] = []

    init(schema: [ColumnDefinition], parameters: RankingParameters, order: DocumentOrder?) {
        self.order = order
        self.schema = schema
        self.parameters = parameters
        columns = schema.map(ColumnBuilder.init)
    }

    /// Documents added so far.
    public var documentCount: Int { lengths.count }

    /// Bytes of memory in use; write the segment out before it grows beyond what there is.
    public var byteCount: Int { table.byteCount + pool.byteCount + payloads.count + lengths.count * 16 }

    /// True when the segment must be written out before another document.
    public var isFull: Bool { pool.isNearlyFull || lengths.count >= 1 << 30 || payloads.count > 1 << 30 }

    /// Adds an occurrence to the document.
    ///
    /// - Parameters:
    ///   - space: first byte of the key: keeps kinds of terms apart.
    ///   - term: the other bytes of the key, at most 255.
    ///   - position: word position within the field.
    @inline(__always)
    public func add(space: UInt8, term: UnsafeBufferPointer<UInt8>, field: IndexField, position: UInt32) {
        let number = touch(space, term, flags: PostingBuffer.Flags.positions.rawValue)
        let entry = table.terms + number
        if entry.pointee.field != field.rawValue {
            entry.pointee.field = field.rawValue
            entry.pointee.position = 0
        }
        switch field {
        case .text: entry.pointee.text &+= 1
        case .heading: entry.pointee.heading &+= 1
        case .title: entry.pointee.title &+= 1
        }
        pool.append(variable: position &- entry.pointee.position, to: &entry.pointee.positions)
        entry.pointee.position = position
    }

    /// Adds a term without position, once a document: for filters.
    public func addKeyword(space: UInt8, _ term: String) {
        withBytes(term) { table.terms[touch(space, $0, flags: 0)].text = 1 }
    }

    /// Adds a term whose score is given: `impact` of 1 to 255 stands for 1/255 to 1. Added twice, the higher counts.
    public func addImpact(space: UInt8, _ term: String, impact: UInt8) {
        withBytes(term) {
            let number = touch(space, $0, flags: PostingBuffer.Flags.impact.rawValue)
            table.terms[number].text = max(table.terms[number].text, UInt32(max(1, impact)))
        }
    }

    /// Ends the document.
    ///
    /// - Parameters:
    ///   - length: for length normalisation, in words.
    ///   - values: one value for each column of the schema, in its order.
    ///   - payload: bytes to keep with the document.
    public func endDocument(length: UInt32, values: [ColumnValue], payload: [UInt8] = []) {
        for number in documentTerms { close(number) }
        documentTerms.removeAll(keepingCapacity: true)
        lengths.append(LengthCodec.encode(length))
        totalLength += UInt64(length)
        for index in columns.indices {
            switch index < values.count ? values[index] : .number(0) {
            case .number(let number): columns[index].append(number: number)
            case .keyword(let keyword): columns[index].append(keyword: keyword)
            }
        }
        payloads.append(contentsOf: payload)
        payloadEnds.append(UInt32(truncatingIfNeeded: payloads.count))
    }

    private func withBytes(_ term: String, _ body: (UnsafeBufferPointer<UInt8>) -> Void) {
        var term = String(decoding: term.utf8.prefix(255), as: UTF8.self)
        term.withUTF8(body)
    }

    /// Finds the term and opens a posting for the document if this is its first occurrence there.
    @inline(__always)
    private func touch(_ space: UInt8, _ term: UnsafeBufferPointer<UInt8>, flags: UInt8) -> Int {
        let number = table.number(space: space, term)
        let entry = table.terms + number
        let document = UInt32(truncatingIfNeeded: lengths.count)
        if entry.pointee.document != document {
            entry.pointee.document = document
            entry.pointee.flags = flags
            entry.pointee.field = 0
            entry.pointee.position = 0
            (entry.pointee.text, entry.pointee.heading, entry.pointee.title) = (0, 0, 0)
            documentTerms.append(number)
        }
        return number
    }

    /// Writes the document's posting of a term into its stream, in the code of a short posting list.
    private func close(_ number: Int) {
        let entry = table.terms + number
        let gap = (entry.pointee.document &- entry.pointee.previousDocument) << 2
        entry.pointee.previousDocument = entry.pointee.document
        entry.pointee.documentFrequency += 1
        switch (entry.pointee.text, entry.pointee.heading, entry.pointee.title) {
        case (1, 0, 0): pool.append(variable: gap, to: &entry.pointee.postings)
        case (let text, 0, 0):
            pool.append(variable: gap | 1, to: &entry.pointee.postings)
            pool.append(variable: text, to: &entry.pointee.postings)
        case (0, 0, 1): pool.append(variable: gap | 3, to: &entry.pointee.postings)
        case (let text, let heading, let title):
            pool.append(variable: gap | 2, to: &entry.pointee.postings)
            pool.append(variable: text, to: &entry.pointee.postings)
            pool.append(variable: heading, to: &entry.pointee.postings)
            pool.append(variable: title, to: &entry.pointee.postings)
        }
    }

    /// Writes the segment to `path` and empties the builder; gives the file's size in bytes.
    func write(to path: String) throws(IndexError) -> Int {
        let statistics = SegmentStatistics(
            documentCount: lengths.count, totalLength: totalLength, parameters: parameters)
        let places = rearrangeDocuments()
        let assembler = try SegmentAssembler(path: path, statistics: statistics, lengths: lengths)
        var list = PostingBuffer()
        var bytes: [UInt8] = []
        var sorter = PostingSorter()
        for number in table.sorted() {
            read(number, into: &list, scratch: &bytes)
            if let places {
                for index in list.documents.indices { list.documents[index] = places[Int(list.documents[index])] }
                sorter.sort(&list, documentCount: lengths.count)
            }
            try assembler.append(Array(table.key(number)), list)
        }
        let size = try assembler.finish(columns: columns, payloads: payloadSection(places))
        reset()
        return size
    }

    /// Brings lengths and columns into the order of the index; gives the documents' new places.
    private func rearrangeDocuments() -> [UInt32]? {
        guard let order else { return nil }
        let ranks = order.clusters.compactMap { name in columns.first { $0.definition.name == name }?.ranks }
        let places = DocumentOrder.places(lengths: lengths, clusterRanks: ranks)
        let old = lengths
        for (document, place) in places.enumerated() { lengths[Int(place)] = old[document] }
        for index in columns.indices { columns[index].rearrange(places) }
        return places
    }

    private func payloadSection(_ places: [UInt32]?) -> [UInt8] {
        var documents = Array(lengths.indices)
        if let places { for (document, place) in places.enumerated() { documents[Int(place)] = document } }
        var ends = ByteWriter()
        var bytes: [UInt8] = []
        bytes.reserveCapacity(payloads.count)
        ends.append(little: UInt32(0))
        for document in documents {
            bytes += payloads[Int(payloadEnds[document])..<Int(payloadEnds[document + 1])]
            ends.append(little: UInt32(truncatingIfNeeded: bytes.count))
        }
        return ends.bytes + bytes
    }

    private func read(_ number: Int, into list: inout PostingBuffer, scratch: inout [UInt8]) {
        list.removeAll()
        let term = table.terms[number]
        list.flags = PostingBuffer.Flags(rawValue: term.flags)
        scratch.removeAll(keepingCapacity: true)
        pool.copy(term.postings, to: &scratch)
        scratch.withUnsafeBytes { bytes in
            var reader = ByteReader(bytes)
            var document: UInt32 = 0
            for _ in 0..<term.documentFrequency {
                let value = reader.variable32()
                document &+= value >> 2
                switch value & 3 {
                case 0: list.append(document: document, text: 1, heading: 0, title: 0)
                case 1: list.append(document: document, text: reader.variable32(), heading: 0, title: 0)
                case 3: list.append(document: document, text: 0, heading: 0, title: 1)
                default:
                    let (text, heading, title) = (reader.variable32(), reader.variable32(), reader.variable32())
                    list.append(document: document, text: text, heading: heading, title: title)
                }
            }
        }
        guard list.flags.contains(.positions) else { return }
        scratch.removeAll(keepingCapacity: true)
        pool.copy(term.positions, to: &scratch)
        scratch.withUnsafeBytes { bytes in
            var reader = ByteReader(bytes)
            while reader.remaining > 0 { list.gaps.append(reader.variable32()) }
        }
    }

    private func reset() {
        table.removeAll()
        pool.removeAll()
        lengths.removeAll(keepingCapacity: true)
        totalLength = 0
        columns = schema.map(ColumnBuilder.init)
        payloads.removeAll(keepingCapacity: true)
        payloadEnds = [0]
    }
}

/// A document's value in a column.
public enum ColumnValue: Sendable, Equatable {
    case number(UInt64)
    case keyword(String)
}
