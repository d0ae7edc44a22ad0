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
    /// The provisions of the States mentioned; nil where none is.
    static func filter(_ mentions: [StateMention]) -> IndexQuery? {
        let codes = Set(mentions.flatMap(\.jurisdictions).map(\.code)).sorted()
        let terms = codes.map { IndexQuery.term(IndexTerm(TermSpace.keyword.key(FilterKeyword.country($0)))) }
        return terms.isEmpty ? nil : terms.count == 1 ? terms[0] : .any(terms)
    }
}
