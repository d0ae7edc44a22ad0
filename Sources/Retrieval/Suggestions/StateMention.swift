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
    /// The query, with a score added to provisions of the States mentioned; it finds what it found before.
    static func preferring(_ query: IndexQuery, _ mentions: [StateMention], weight: Float) -> IndexQuery {
        let codes = Set(mentions.flatMap(\.jurisdictions).map(\.code)).sorted()
        guard weight > 0, !codes.isEmpty, query != .nothing else { return query }
        let terms = codes.map { IndexQuery.term(IndexTerm(TermSpace.keyword.key(FilterKeyword.country($0)))) }
        return .preferring(query, .constant(.any(terms), score: weight))
    }
}
