/// Terms and postings of a segment in the making.
///
/// A value without copies that its builder keeps behind a pointer: the fields of a class would be guarded against
/// overlapping access at every token, which costs a fifth of the time of indexing.
struct PostingAccumulator: ~Copyable {
    private var table = TermTable()
    private var pool = SlicePool()
    /// Terms of the document that is being added.
    private var documentTerms: UnsafeMutablePointer<UInt32> = .allocate(capacity: 1 << 12)
    private var documentTermCount = 0
    private var documentTermCapacity = 1 << 12

    deinit { documentTerms.deallocate() }

    var byteCount: Int { table.byteCount + pool.byteCount }
    var isNearlyFull: Bool { pool.isNearlyFull }

    /// Adds an occurrence to the current document.
    @inline(__always)
    mutating func add(space: UInt8, term: UnsafeBufferPointer<UInt8>, field: IndexField, position: UInt32) {
        let entry = touch(space, term, flags: PostingBuffer.Flags.positions.rawValue)
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

    /// Adds a term without position: a filter, or with `impact` a score of its own. Added twice, the higher counts.
    mutating func addPlain(space: UInt8, term: UnsafeBufferPointer<UInt8>, impact: UInt8?) {
        let entry = touch(space, term, flags: impact == nil ? 0 : PostingBuffer.Flags.impact.rawValue)
        entry.pointee.text = max(entry.pointee.text, UInt32(max(1, impact ?? 1)))
    }

    /// Finds the term and opens a posting for the document if this is its first occurrence there.
    @inline(__always)
    private mutating func touch(
        _ space: UInt8, _ term: UnsafeBufferPointer<UInt8>, flags: UInt8
    ) -> UnsafeMutablePointer<TermTable.Term> {
        let number = table.number(space: space, term)
        let entry = table.terms + number
        if entry.pointee.text | entry.pointee.heading | entry.pointee.title == 0 {
            entry.pointee.flags = flags
            entry.pointee.field = 0
            entry.pointee.position = 0
            if documentTermCount == documentTermCapacity { growDocumentTerms() }
            documentTerms[documentTermCount] = UInt32(truncatingIfNeeded: number)
            documentTermCount &+= 1
        }
        return entry
    }

    private mutating func growDocumentTerms() {
        let moved = UnsafeMutablePointer<UInt32>.allocate(capacity: documentTermCapacity * 2)
        moved.moveInitialize(from: documentTerms, count: documentTermCount)
        documentTerms.deallocate()
        documentTerms = moved
        documentTermCapacity *= 2
    }

    /// Ends the current document, which is number `document`.
    mutating func endDocument(_ document: UInt32) {
        for index in 0..<documentTermCount { close(table.terms + Int(documentTerms[index]), document) }
        documentTermCount = 0
    }

    /// Writes the document's posting of a term into its stream, in the code of a short posting list.
    @inline(__always)
    private mutating func close(_ entry: UnsafeMutablePointer<TermTable.Term>, _ document: UInt32) {
        let gap = (document &- entry.pointee.previousDocument) << 2
        entry.pointee.previousDocument = document
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
        (entry.pointee.text, entry.pointee.heading, entry.pointee.title) = (0, 0, 0)
    }

    /// Term numbers by ascending key.
    func sortedTerms() -> [Int] { table.sorted() }

    func key(_ number: Int) -> [UInt8] { table.key(number) }

    /// Reads the postings of a term into `list`; `scratch` is room to work in.
    func read(_ number: Int, into list: inout PostingBuffer, scratch: inout [UInt8]) {
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

    mutating func removeAll() {
        table.removeAll()
        pool.removeAll()
        documentTermCount = 0
    }
}
