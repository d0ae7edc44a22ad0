public import TextAnalysis

/// The terms of a query as they stand in the index, each with the query word (concept) it stands for.
///
/// A word meets a text in several terms: exact, stemmed, translated. They share one concept, so that a passage gains
/// by each query word once. Lookup does not allocate.
public struct SnippetTerms: Sendable {
    private struct Entry {
        var form: TokenBuffer.Form
        var term: [UInt8]
        var concept: Int
    }

    /// Weight of each concept, by its number.
    public private(set) var weights: [Float] = []
    private var entries: [Entry] = []
    /// Entries by hash of form and term; those of one hash are chained.
    private var heads: [UInt64: Int32] = [:]
    private var links: [Int32] = []

    /// No terms.
    public init() {}

    /// Adds a query word and gives its number. A weight that is negative or no number counts as 0.
    public mutating func addConcept(weight: Float) -> Int {
        weights.append(weight > 0 && weight.isFinite ? weight : 0)
        return weights.count - 1
    }

    /// Adds a term for a concept; where the term stands for one already, the heavier keeps it. A concept that was
    /// never added is passed over.
    public mutating func insert(_ form: TokenBuffer.Form, _ term: some Collection<UInt8>, concept: Int) {
        guard weights.indices.contains(concept) else { return }
        let bytes = Array(term)
        let hash = SnippetTerms.hash(form, bytes[...])
        if let entry = find(hash, form, bytes[...]) {
            if weights[concept] > weights[entries[entry].concept] { entries[entry].concept = concept }
            return
        }
        links.append(heads[hash] ?? -1)
        heads[hash] = Int32(entries.count)
        entries.append(Entry(form: form, term: bytes, concept: concept))
    }

    /// The concept that a token stands for; nil where it stands for none.
    public func concept(of record: TokenBuffer.Record, in buffer: TokenBuffer) -> Int? {
        let start = Int(record.termOffset)
        let end = start + Int(record.termLength)
        guard !entries.isEmpty, end <= buffer.termBytes.count else { return nil }
        let term = buffer.termBytes[start..<end]
        return find(SnippetTerms.hash(record.form, term), record.form, term).map { entries[$0].concept }
    }

    private func find(_ hash: UInt64, _ form: TokenBuffer.Form, _ term: ArraySlice<UInt8>) -> Int? {
        var place = heads[hash] ?? -1
        while place >= 0 {
            let entry = entries[Int(place)]
            if entry.form == form, entry.term.elementsEqual(term) { return Int(place) }
            place = links[Int(place)]
        }
        return nil
    }

    /// FNV-1a.
    private static func hash(_ form: TokenBuffer.Form, _ term: ArraySlice<UInt8>) -> UInt64 {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        hash = (hash ^ UInt64(form.rawValue)) &* 0x100_0000_01b3
        for byte in term { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        return hash
    }
}
