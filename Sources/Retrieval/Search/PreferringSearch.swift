internal import InvertedIndex
internal import ProvisionIndex

/// The best documents of a question, some of which are preferred, found by several searches that each prune.
///
/// One query that asked of every document whether it is preferred, or that held a phrase among hundreds of terms, would
/// leave the windowed search. Several searches find the same: whatever is among the best with its bonus is among the
/// best of those that have the bonus, or of all; and a document with a phrase is among the best of those with a phrase.
struct PreferringSearch {
    /// Documents that score more than their words give.
    struct Preference {
        /// What they match.
        var filter: IndexQuery
        /// The raised score: not lower, and in the order of the scores given.
        var raised: (Float) -> Float
        /// What of the question such documents are searched for, where that is less than all: nothing else of it counts
        /// in them.
        var query: IndexQuery?
    }

    let index: IndexSearcher
    let limit: Int
    let parameters: RankingParameters?
    let known: KnownTerms

    /// From so many terms on, a disjunction is searched apart from what is no term in it.
    private static let manyTerms = 16

    /// The best documents, best first; ties in the order of the catalog.
    func hits(_ query: IndexQuery, preferences: [Preference]) throws(IndexError) -> [IndexHit] {
        var best: [UInt64: Float] = [:]
        // Every combination, because a document may be preferred twice; the most preferred first, so that of all the
        // others only those are looked for that score more.
        for choice in (0..<(1 << preferences.count)).reversed() {
            let chosen = preferences.indices.filter { choice >> $0 & 1 == 1 }
            let wanted = chosen.lazy.compactMap { preferences[$0].query }.first ?? query
            var restricted = chosen.reduce(wanted) { .filtered($0, by: preferences[$1].filter) }
            for (place, preference) in preferences.enumerated() where !chosen.contains(place) && preference.query != nil
            {
                restricted = .excluding(restricted, preference.filter)
            }
            for hit in try hits(restricted, atLeast: choice == 0 ? lowest(best.values) : 0) {
                let score = chosen.reduce(hit.score) { preferences[$1].raised($0) }
                best[hit.document] = max(best[hit.document] ?? 0, score)
            }
        }
        return ranked(best)
    }

    /// What a document must score to be among the best, where as many are known already; else 0.
    private func lowest(_ scores: some Collection<Float>) -> Float {
        scores.count < limit ? 0 : scores.sorted(by: >)[limit - 1]
    }

    private func hits(_ query: IndexQuery, atLeast least: Float) throws(IndexError) -> [IndexHit] {
        guard let (terms, others) = Self.separated(query) else {
            return try index.search(query, limit: limit, parameters: parameters, atLeast: least, known: known)
        }
        var best: [UInt64: Float] = [:]
        for part in [terms, others] {
            for hit in try index.search(part, limit: limit, parameters: parameters, atLeast: least, known: known) {
                best[hit.document] = max(best[hit.document] ?? 0, hit.score)
            }
        }
        return ranked(best)
    }

    /// A disjunction of many terms and something else, as two queries: the terms alone, and what matches the rest, scored
    /// by both. Nil for any other query.
    ///
    /// - Parameter restricting: what is around the disjunction. It goes around each part of the rest, since a phrase is
    ///   best asked for where its document counts at all.
    private static func separated(
        _ query: IndexQuery, restricting: (IndexQuery) -> IndexQuery = { $0 }
    ) -> (terms: IndexQuery, others: IndexQuery)? {
        switch query {
        case .filtered(let inner, let filter):
            return separated(inner) { restricting(.filtered($0, by: filter)) }
        case .excluding(let inner, let unwanted):
            return separated(inner) { restricting(.excluding($0, unwanted)) }
        case .any(let parts):
            let terms = parts.filter(\.isTerm)
            let others = parts.filter { !$0.isTerm }.map(restricting)
            guard terms.reduce(0, { $0 + $1.termCount }) > manyTerms, let first = others.first else { return nil }
            let words = IndexQuery.any(terms)
            return (restricting(words), .preferring(others.count == 1 ? first : .any(others), words))
        default: return nil
        }
    }

    private func ranked(_ scores: [UInt64: Float]) -> [IndexHit] {
        let rows = scores.map { document, score in
            (
                hit: IndexHit(document: document, score: score),
                tie: index.number(ProvisionSchema.ColumnName.provision, of: document) ?? 0
            )
        }
        return rows.sorted { $0.hit.score != $1.hit.score ? $0.hit.score > $1.hit.score : $0.tie < $1.tie }
            .prefix(limit).map(\.hit)
    }
}

extension IndexQuery {
    /// Whether it is a term, or the best of some.
    fileprivate var isTerm: Bool { termCount > 0 }

    /// How many terms it is the best of; 1 for a term, 0 for anything else.
    fileprivate var termCount: Int {
        switch self {
        case .term: 1
        case .best(let terms): terms.count
        default: 0
        }
    }
}
