public import Catalog

/// A question and what is wanted of the answer.
public struct SearchRequest: Sendable {
    /// The question.
    public var query: Query
    /// Provisions at most.
    public var limit: Int
    /// Language of the question as a BCP 47 tag; nil when it is to be found from the words.
    public var language: String?
    /// In which languages provisions are wanted.
    public var resultsIn = ResultLanguages.ownFirst
    /// Which expressions of the laws are asked.
    public var versions = VersionScope.newest
    /// Whether laws that were withdrawn are asked too.
    public var includesWithdrawn = false
    /// Whether to count all matches by country, language, obligation and year.
    public var wantsFacets = false
    /// Whether to count all matches.
    public var wantsTotal = false
    /// Whether hits come with a passage of their text.
    public var wantsSnippets = true
    /// The question as typed, where its spelling is to be looked at; nil where it is not.
    public var spelledQuestion: String?
    /// Weights of the forms of words.
    public var profile = RankingProfile()

    /// A request for the `limit` best provisions, without counts and with passages.
    public init(_ query: Query, limit: Int = 10, language: String? = nil) {
        self.query = query
        self.limit = limit
        self.language = language
    }

    /// Restricts the question further.
    public mutating func restrict(_ filters: [QueryFilter]) {
        guard !filters.isEmpty else { return }
        var clauses = [QueryClause(.must, query.root)]
        switch query.root {
        case .clauses(let own): clauses = own
        case .filter, .not, .all, .any, .scoped, .near, .phrase, .prefix, .fuzzy: break
        // Words stay a best match: `must` would ask for all tokens of a reference.
        case .words: clauses = [QueryClause(.should, query.root)]
        }
        query = Query(.clauses(clauses + filters.map { QueryClause(.must, .filter($0, .none)) }))
    }
}

extension VersionScope {
    /// What a hit's law is on the day that is asked for; nil when none is.
    func standing(isUndated: Bool) -> Standing? {
        if case .asOf = self { isUndated ? .unknown : .applied } else { nil }
    }
}
