internal import InvertedIndex
public import Legislation
internal import ProvisionIndex

/// A State that a question names among its words, without a filter.
public struct StateMention: Sendable, Hashable {
    /// What the name stands for: one State, or several for a name that they share, as Korea.
    public var jurisdictions: [Jurisdiction]
    /// The words as written.
    public var text: String
    /// UTF-8 range in the question.
    public var range: Range<Int>
}

extension StateMention {
    /// What the query finds in the States mentioned; nil where none is.
    static func restricting(_ query: IndexQuery, to mentions: [StateMention]) -> IndexQuery? {
        let codes = Set(mentions.flatMap(\.jurisdictions).map(\.code)).sorted()
        guard !codes.isEmpty, query != .nothing else { return nil }
        let terms = codes.map { IndexQuery.term(IndexTerm(TermSpace.keyword.key(FilterKeyword.country($0)))) }
        return .filtered(query, by: terms.count == 1 ? terms[0] : .any(terms))
    }

    /// The best of all provisions where those of the States mentioned score so much more.
    ///
    /// Two searches, one of them filtered, are faster than one that asks for the State of every provision, and find the
    /// same: who is among the best with the bonus is among the best of the State, or of all.
    static func merged(_ all: [IndexHit], preferred: [IndexHit], weight: Float, limit: Int) -> [IndexHit] {
        let raised = preferred.map { IndexHit(document: $0.document, score: $0.score + weight) }
        let documents = Set(raised.map(\.document))
        let others = all.filter { !documents.contains($0.document) }
        // Both are in order, and a stable sort keeps it among equals.
        return Array((raised + others).enumerated().sorted {
            $0.element.score != $1.element.score ? $0.element.score > $1.element.score : $0.offset < $1.offset
        }.prefix(limit).map(\.element))
    }
}
