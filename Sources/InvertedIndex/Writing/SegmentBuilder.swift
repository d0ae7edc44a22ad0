/// Turns documents into a segment in memory, one pass; written out by ``IndexWriter/add(_:)``.
///
/// Not thread-safe: each thread that indexes has its own. Within a document, occurrences are added field by field in
/// the order text, heading, title, with positions that do not fall.
public final class SegmentBuilder {
    private let postings: UnsafeMutablePointer<PostingAccumulator>
    private var lengths: [UInt8] = []
    private var totalLength: UInt64 = 0
    private var columns: [ColumnBuilder]
    private let schema: [ColumnDefinition]
    private var payloads: [UInt8] = []
    private var payloadEnds: [UInt32] = [0]
    private let parameters: RankingParameters
    private let order: DocumentOrder?

    init(schema: [ColumnDefinition], parameters: RankingParameters, order: DocumentOrder?) {
        self.order = order
        self.schema = schema
        self.parameters = parameters
        columns = schema.map(ColumnBuilder.init)
        postings = .allocate(capacity: 1)
        postings.initialize(to: PostingAccumulator())
    }

    deinit {
        postings.deinitialize(count: 1)
        postings.deallocate()
    }

    /// Documents added so far.
    public var documentCount: Int { lengths.count }

    /// Bytes of memory in use; write the segment out before it grows beyond what there is.
    public var byteCount: Int { postings.pointee.byteCount + payloads.count + lengths.count * 16 }

    /// True when the segment must be written out before another document.
    public var isFull: Bool { postings.pointee.isNearlyFull || lengths.count >= 1 << 30 || payloads.count > 1 << 30 }

    /// Adds an occurrence to the document.
    ///
    /// - Parameters:
    ///   - space: first byte of the key: keeps kinds of terms apart.
    ///   - term: the other bytes of the key, at most 255.
    ///   - word: a number of the caller's for this space and term, from 1 on, by which the term is found without being
    ///     looked up once it was added (see ``use(vocabulary:)``); 0 for none.
    ///   - position: word position within the field.
    @inline(__always)
    public func add(
        space: UInt8, term: UnsafeBufferPointer<UInt8>, word: UInt32 = 0, field: IndexField, position: UInt32
    ) {
        postings.pointee.add(space: space, term: term, word: word, field: field, position: position)
    }

    /// Tells whose numbers the words have that follow: those of one vocabulary stand for the same space and term whenever
    /// they are used with this builder, and those of two vocabularies have nothing to do with each other. There is room for
    /// all numbers up to the highest, so they should lie close.
    public func use(vocabulary: UInt64) { postings.pointee.use(vocabulary: vocabulary) }

    /// Adds a term without position, once a document: for filters.
    public func addKeyword(space: UInt8, _ term: String) {
        withBytes(term) { postings.pointee.addPlain(space: space, term: $0, impact: nil) }
    }

    /// Adds a term whose score is given: `impact` of 1 to 255 stands for 1/255 to 1. Added twice, the higher counts.
    public func addImpact(space: UInt8, _ term: String, impact: UInt8) {
        withBytes(term) { postings.pointee.addPlain(space: space, term: $0, impact: impact) }
    }

    /// Ends the document.
    ///
    /// - Parameters:
    ///   - length: for length normalisation, in words.
    ///   - values: one value for each column of the schema, in its order.
    ///   - payload: bytes to keep with the document.
    public func endDocument(length: UInt32, values: [ColumnValue], payload: [UInt8] = []) {
        postings.pointee.endDocument(UInt32(truncatingIfNeeded: lengths.count))
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

    /// How many terms ahead of their writing the first slices of their postings are fetched, from the first slice on: each says
    /// where the next lies.
    private static let ahead = [9, 6, 3]

    /// Writes the segment to `path` and empties the builder; gives the file's size in bytes.
    func write(to path: String) throws(IndexError) -> Int {
        let statistics = SegmentStatistics(
            documentCount: lengths.count, totalLength: totalLength, parameters: parameters)
        let places = rearrangeDocuments()
        let assembler = try SegmentAssembler(path: path, statistics: statistics, lengths: lengths)
        var list = PostingBuffer()
        var bytes = ByteWriter()
        var sorter = PostingSorter()
        let terms = postings.pointee.sortedTerms()
        for (index, number) in terms.enumerated() {
            for (slice, ahead) in Self.ahead.enumerated() where index + ahead < terms.count {
                postings.pointee.prefetch(terms[index + ahead], slice: slice)
            }
            if let single = postings.pointee.single(number) {
                let document = places?[Int(single.document)] ?? single.document
                try assembler.append(postings.pointee.key(number), document: document, position: single.position)
                continue
            }
            postings.pointee.read(number, places: places, into: &list, scratch: &bytes)
            if places != nil { sorter.sort(&list, documentCount: lengths.count) }
            try assembler.append(postings.pointee.key(number), list)
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
        return Payloads.section(count: documents.count) { place, group in
            let document = documents[place]
            group.append(contentsOf: payloads[Int(payloadEnds[document])..<Int(payloadEnds[document + 1])])
        }
    }

    private func reset() {
        postings.pointee.removeAll()
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
