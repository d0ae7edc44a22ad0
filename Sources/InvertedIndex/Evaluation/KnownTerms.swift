internal import Foundation
internal import Synchronization

/// Terms of one commit that were looked up before. Of one thread.
///
/// Questions repeat terms: one question is several searches, and those of a question in many languages look for hundreds
/// of terms each, most of which the questions before looked for as well.
public final class KnownTerms {
    private let segments: [SegmentReader]
    private let documentCount: Int
    private var terms: [Key: KnownTerm] = [:]
    private let home = KnownTerm.Home()
    /// Terms that are remembered; then it starts anew.
    private static let capacity = 200_000
    /// Terms whose outlines are remembered, and the postings and windows of all these.
    private var outlined: [KnownTerm] = []
    private(set) var outlineSize = 0
    private let outlineLimit: Int
    /// Postings and windows of some 50 MB.
    public static let usualOutlineLimit = 4_000_000

    /// Bytes that are hashed at once, where those of an array are hashed one by one.
    private struct Key: Hashable {
        var bytes: [UInt8]

        func hash(into hasher: inout Hasher) { bytes.withUnsafeBytes { hasher.combine(bytes: $0) } }
    }

    /// Remembers terms of the commit that `searcher` searches, or of a part of its documents.
    ///
    /// - Parameter outlineLimit: postings and windows that are remembered of terms in searches for many; above it, all of
    ///   them are forgotten.
    public init(_ searcher: IndexSearcher, outlineLimit: Int = usualOutlineLimit) {
        self.outlineLimit = outlineLimit
        segments = searcher.segments.map(\.reader)
        documentCount = segments.reduce(0) { $0 + $1.documentCount }
    }

    /// What the index knows of a term.
    ///
    /// - Throws: ``IndexError/corrupt(file:place:)`` when damage is met.
    public func term(_ key: [UInt8]) throws(IndexError) -> KnownTerm {
        let place = Key(bytes: key)
        if let known = terms[place] { return known }
        let term = KnownTerm(
            key: key, entries: try segments.map { segment throws(IndexError) in try segment.terms.find(key) },
            documentCount: documentCount, home: home)
        if terms.count >= Self.capacity { terms.removeAll(keepingCapacity: true) }
        terms[place] = term
        return term
    }

    /// Keeps the outline of a term of these in segment number `segment`.
    func keep(_ outline: TermOutline, of term: KnownTerm, segment: Int) {
        if outlineSize > outlineLimit {
            for term in outlined { term.outlines.withLock { $0 = [] } }
            outlined.removeAll()
            outlineSize = 0
        }
        term.outlines.withLock { outlines in
            if outlines.isEmpty { outlines = Array(repeating: nil, count: segments.count) }
            outlines[segment] = outline
        }
        outlined.append(term)
        outlineSize += outline.documents.count + outline.windows.count
    }

    /// Whether these are the segments whose terms it knows.
    func isOf(_ segments: [SegmentReader]) -> Bool {
        segments.count == self.segments.count && zip(segments, self.segments).allSatisfy { $0 === $1 }
    }

    /// Whether `term` is one of these.
    func isHome(of term: KnownTerm) -> Bool { term.home === home }
}

/// What an index knows of a term: where it stands, and what it weighs.
public final class KnownTerm: Sendable {
    /// The bytes under which it was indexed.
    public let key: [UInt8]
    /// In how many documents it stands, deleted ones included.
    public let documentFrequency: Int
    /// By segment; nil where it does not occur.
    let entries: [TermEntry?]
    /// Its idf; 0 when no document holds it.
    public let weight: Double
    fileprivate let home: Home
    /// By segment; nothing, or nil, where none is kept.
    fileprivate let outlines = Mutex<[TermOutline?]>([])

    /// Tells the terms of one ``KnownTerms`` from those of others.
    fileprivate final class Home: Sendable {}

    fileprivate init(key: [UInt8], entries: [TermEntry?], documentCount: Int, home: Home) {
        self.key = key
        self.entries = entries
        self.home = home
        documentFrequency = entries.reduce(0) { $0 + Int($1?.documentFrequency ?? 0) }
        weight = Self.weight(documentFrequency, of: documentCount)
    }

    /// The outline in segment number `segment`, if one is kept.
    func outline(segment: Int) -> TermOutline? { outlines.withLock { $0.isEmpty ? nil : $0[segment] } }

    /// Robertson and Sparck Jones' weight in the form that is never negative (as in Lucene).
    static func weight(_ frequency: Int, of documentCount: Int) -> Double {
        frequency == 0 ? 0 : log1p((Double(documentCount - frequency) + 0.5) / (Double(frequency) + 0.5))
    }
}
