/// A document that was found.
public struct IndexHit: Sendable, Equatable {
    /// Number in the whole index, in document order.
    public var document: UInt64
    /// Score of the ranking function; comparable within one search only.
    public var score: Float

    /// Memberwise.
    public init(document: UInt64, score: Float) {
        self.document = document
        self.score = score
    }
}

/// A segment as it is searched.
struct OpenSegment: Sendable {
    let reader: SegmentReader
    let deleted: DocumentSet?
    let ties: TieBreaker
    /// Binary logarithm of the documents in a window.
    var windowShift: Int
    /// Number of its first document in the whole index.
    var base: UInt64 { ties.base }

    init(reader: SegmentReader, deleted: DocumentSet?, ties: TieBreaker) {
        self.reader = reader
        self.deleted = deleted
        self.ties = ties
        windowShift = WindowClauses.shift(documentCount: reader.documentCount)
    }
}

/// Answers queries on one committed state of the index. Immutable: later commits do not change it.
public final class IndexSearcher: Sendable {
    let segments: [OpenSegment]
    private let readers: [SegmentReader]
    private let saturations: SaturationTable
    private let memories: WindowMemoryPool
    /// Folder that is searched.
    public let directory: String
    /// Commit that is searched.
    public let manifest: Manifest

    /// Opens the newest commit of the index in `directory`.
    ///
    /// - Throws: ``IndexError``.
    public convenience init(directory: String) throws(IndexError) {
        var manifest = try Manifest.read(from: directory)
        while true {
            do throws(IndexError) {
                try self.init(directory: directory, manifest: manifest)
                return
            } catch {
                // A writer may have committed, and cleared away what it replaced, since the manifest was read.
                let newer = try Manifest.read(from: directory)
                guard case .missingFile = error, newer.generation != manifest.generation else { throw error }
                manifest = newer
            }
        }
    }

    init(directory: String, manifest: Manifest) throws(IndexError) {
        self.directory = directory
        self.manifest = manifest
        var segments: [OpenSegment] = []
        var base: UInt64 = 0
        for entry in manifest.segments {
            let reader = try SegmentReader(path: directory + "/" + entry.file)
            guard reader.documentCount == entry.documentCount, reader.file.file.bytes.count == entry.size else {
                throw .corrupt(file: reader.path, place: "size (not the segment that the manifest names)")
            }
            let deleted = try entry.deletions.map { name throws(IndexError) in
                try DeletionFile.read(directory + "/" + name, capacity: entry.documentCount)
            }
            let ties = TieBreaker(base: base, column: manifest.tieColumn.flatMap { reader.columns[$0] })
            segments.append(OpenSegment(reader: reader, deleted: deleted, ties: ties))
            base += UInt64(entry.documentCount)
        }
        self.segments = segments
        readers = segments.map(\.reader)
        let length = readers.reduce(UInt64(0)) { $0 + $1.statistics.totalLength }
        memories = WindowMemoryPool()
        saturations = SaturationTable(
            readers.first?.statistics.parameters ?? .standard,
            averageLength: base == 0 ? 1 : Float(Double(length) / Double(base)))
    }

    /// The same commit, its segments seen otherwise.
    init(_ searcher: IndexSearcher, segments: [OpenSegment]) {
        directory = searcher.directory
        manifest = searcher.manifest
        readers = searcher.readers
        saturations = searcher.saturations
        memories = searcher.memories
        self.segments = segments
    }

    /// The same commit without some documents: they count as deleted. Scores stay as they are.
    ///
    /// - Parameters:
    ///   - column: a column of numbers; documents of segments without it stay.
    ///   - isHidden: whether documents with this number are left out.
    public func hiding(_ column: String, where isHidden: (UInt64) -> Bool) -> IndexSearcher {
        let narrowed = segments.map { segment in
            guard let column = segment.reader.columns[column] else { return segment }
            var deleted = segment.deleted
            var last: (number: UInt64, isHidden: Bool)?
            for document in 0..<UInt32(segment.reader.documentCount) {
                let number = column.value(document)
                // Provisions of a law mostly stand together.
                if last?.number != number { last = (number, isHidden(number)) }
                if last?.isHidden == true {
                    // Only a segment that is touched loses what a segment without deletions may do.
                    deleted = deleted ?? DocumentSet(capacity: segment.reader.documentCount)
                    deleted?.insert(document)
                }
            }
            return OpenSegment(reader: segment.reader, deleted: deleted, ties: segment.ties)
        }
        return IndexSearcher(self, segments: narrowed)
    }

    /// Documents that are not deleted; those that ``hiding(_:where:)`` left out are counted.
    public var liveDocumentCount: Int {
        manifest.segments.reduce(0) { $0 + $1.documentCount - $1.deletedCount }
    }

    /// Numbers of all documents, deleted ones included, are below this.
    public var documentLimit: UInt64 { segments.last.map { $0.base + UInt64($0.reader.documentCount) } ?? 0 }

    /// The `limit` best documents, best first; ties as the index was told to break them. Exact: as if every document had
    /// been scored.
    ///
    /// - Parameters:
    ///   - parameters: ranking function; nil takes the one impacts are stored for, which prunes best.
    ///   - exhaustive: score every match and sort; for comparison.
    ///   - least: documents that score less are of no use; some of them may be found all the same.
    ///   - known: terms of this commit that were looked up before; those of the query are added.
    /// - Throws: ``IndexError/corrupt(file:place:)`` when damage is met on the way.
    public func search(
        _ query: IndexQuery, limit: Int, parameters: RankingParameters? = nil, exhaustive: Bool = false,
        atLeast least: Float = 0, known: KnownTerms? = nil
    ) throws(IndexError) -> [IndexHit] {
        guard limit > 0 else { return [] }
        let plan = try QueryPlan(
            query, segments: readers, standard: saturations, parameters: parameters, known: known)
        var collector = TopCollector(limit: limit)
        if least > 0 { collector.prime(plan.scale.encode(least)) }
        let memory = memories.take()
        for (number, segment) in segments.enumerated() {
            try plan.search(segment, number: number, into: &collector, exhaustive: exhaustive, memory: memory)
        }
        memories.giveBack(memory)
        return collector.ranked.map { IndexHit(document: $0.document, score: plan.scale.decode($0.score)) }
    }

    /// All matching documents that are not deleted, by segment.
    public func matches(_ query: IndexQuery) throws(IndexError) -> [DocumentSet] {
        switch query {
        case .best(let terms): return try matches(.any(terms.map(IndexQuery.term)))
        case .any(let parts) where parts.count > 1:
            // List by list: with hundreds of lists side by side, most of the time goes into finding the next document.
            var sets = try matches(parts[0])
            for part in parts.dropFirst() {
                for (number, set) in try matches(part).enumerated() { sets[number].formUnion(set) }
            }
            return sets
        case .filtered(let inner, let filter):
            var sets = try matches(inner)
            for (number, set) in try matches(filter).enumerated() { sets[number].formIntersection(set) }
            return sets
        default: return try iteratedMatches(query)
        }
    }

    private func iteratedMatches(_ query: IndexQuery) throws(IndexError) -> [DocumentSet] {
        let plan = try QueryPlan(query, segments: readers, standard: saturations, parameters: nil)
        var sets: [DocumentSet] = []
        for (number, segment) in segments.enumerated() {
            var set = DocumentSet(capacity: segment.reader.documentCount)
            let iterator = try plan.iterator(segment.reader, number: number)
            while iterator.document != PostingCursor.end {
                if !(segment.deleted?.contains(iterator.document) ?? false) { set.insert(iterator.document) }
                iterator.next()
            }
            if iterator.isDamaged { throw .corrupt(file: segment.reader.path, place: "section postings") }
            sets.append(set)
        }
        return sets
    }

    /// How often each keyword of a column occurs among documents (as ``matches(_:)`` gives them).
    public func facet(_ column: String, in sets: [DocumentSet]) -> [String: Int] {
        var counts: [String: Int] = [:]
        for (segment, set) in zip(segments, sets) {
            guard let column = segment.reader.columns[column] else { continue }
            var byNumber: [UInt64: Int] = [:]
            set.forEach { byNumber[column.value($0), default: 0] += 1 }
            for (number, count) in byNumber {
                let name =
                    column.definition.kind == .number
                    ? String(number)
                    : (column.dictionary.indices.contains(Int(number)) ? column.dictionary[Int(number)] : "")
                counts[name, default: 0] += count
            }
        }
        return counts
    }

    /// Calls `body` with the payload of each document of the sets.
    public func forEachPayload(in sets: [DocumentSet], _ body: (UnsafeRawBufferPointer) -> Void) {
        for (segment, set) in zip(segments, sets) { set.forEach { segment.reader.payload($0, body) } }
    }

    /// The documents of sets (as ``matches(_:)`` gives them), in their order.
    public func documents(in sets: [DocumentSet]) -> [UInt64] {
        var documents: [UInt64] = []
        for (segment, set) in zip(segments, sets) { set.forEach { documents.append(segment.base + UInt64($0)) } }
        return documents
    }

    /// The number a document has in a column; nil when there is no such document or column.
    public func number(_ column: String, of document: UInt64) -> UInt64? {
        guard let segment = segment(of: document) else { return nil }
        return segment.reader.columns[column]?.value(UInt32(document - segment.base))
    }

    /// The keyword a document has in a column; nil when there is no such document or column.
    public func keyword(_ column: String, of document: UInt64) -> String? {
        guard let segment = segment(of: document) else { return nil }
        return segment.reader.columns[column]?.keyword(UInt32(document - segment.base))
    }

    /// A copy of the bytes kept for a document; empty when there is no such document.
    public func payload(of document: UInt64) -> [UInt8] {
        guard let segment = segment(of: document) else { return [] }
        return segment.reader.payload(UInt32(document - segment.base)) { Array($0) }
    }

    /// In how many documents a term stands, deleted ones included.
    public func documentFrequency(_ key: [UInt8]) throws(IndexError) -> Int {
        var sum = 0
        for segment in segments { sum += Int(try segment.reader.terms.find(key)?.documentFrequency ?? 0) }
        return sum
    }

    /// Calls `body` with each distinct term of the index that begins with `prefix`, segment by segment, with its
    /// document frequency there, until `body` gives false.
    public func forEachTerm(
        prefix: [UInt8], _ body: (_ key: [UInt8], _ documentFrequency: Int) -> Bool
    ) throws(IndexError) {
        for segment in segments {
            var walk = try segment.reader.terms.walk(from: prefix)
            while try walk.next(), walk.key.starts(with: prefix) {
                if !body(walk.key, Int(walk.entry.documentFrequency)) { return }
            }
        }
    }

    /// Bytes of the posting lists, positions aside, of the terms that begin with `prefix`.
    public func size(ofTermsBeginningWith prefix: [UInt8]) throws(IndexError) -> Int {
        var sum = 0
        for segment in segments {
            var walk = try segment.reader.terms.walk(from: prefix)
            guard try walk.next(), walk.key.starts(with: prefix) else { continue }
            // Lists lie in the order of their terms.
            let start = Int(walk.entry.postingsOffset)
            var end = segment.reader.postings.count
            while try walk.next() {
                if !walk.key.starts(with: prefix) {
                    end = Int(walk.entry.postingsOffset)
                    break
                }
            }
            sum += max(0, end - start)
        }
        return sum
    }

    /// Bytes of all segments, and of the payloads in them.
    public func size() throws(IndexError) -> (all: Int, payloads: Int) {
        var (all, payloads) = (0, 0)
        for segment in segments {
            all += segment.reader.file.file.bytes.count
            payloads += try segment.reader.file.section(.payloads).count
        }
        return (all, payloads)
    }

    /// Calls `body` with the dictionary of each segment.
    func forEachDictionary(_ body: (TermDictionary) throws(IndexError) -> Void) throws(IndexError) {
        for segment in segments { try body(segment.reader.terms) }
    }

    /// Calls `body` with each document that is not deleted and the number it has in `column`.
    public func forEachLiveDocument(column: String, _ body: (_ document: UInt64, _ number: UInt64) -> Void) {
        for segment in segments {
            guard let column = segment.reader.columns[column] else { continue }
            for document in 0..<UInt32(segment.reader.documentCount)
            where !(segment.deleted?.contains(document) ?? false) {
                body(segment.base + UInt64(document), column.value(document))
            }
        }
    }

    private func segment(of document: UInt64) -> OpenSegment? {
        segments.first { document >= $0.base && document < $0.base + UInt64($0.reader.documentCount) }
    }
}
