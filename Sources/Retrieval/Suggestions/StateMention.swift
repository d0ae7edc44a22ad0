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
}
