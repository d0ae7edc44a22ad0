/// A query in the form that the windowed searches take: terms combined in one way, and what restricts them.
struct WindowedQuery {
    enum Form {
        /// Documents with at least one of the terms.
        case disjunction([IndexTerm])
        /// Documents with at least one term; of each group the best term counts.
        case best([[IndexTerm]])
        /// Documents with all of the terms.
        case conjunction([IndexTerm])
        /// Documents with the phrase; one term a place.
        case phrase(IndexPhrase)
    }

    var form: Form
    /// Terms that add to the score of what the form finds.
    var preferred: [IndexTerm] = []
    /// What documents must match besides, without a score.
    var filters: [IndexQuery] = []
    /// What documents must not match.
    var excluded: [IndexQuery] = []

    /// Nil when the query has another form.
    init?(_ query: IndexQuery) {
        switch query {
        case .filtered(let inner, let filter):
            guard let windowed = WindowedQuery(inner) else { return nil }
            self = windowed
            if case .all(let parts) = filter, !parts.isEmpty { filters += parts } else { filters.append(filter) }
        case .excluding(let inner, let unwanted):
            guard let windowed = WindowedQuery(inner) else { return nil }
            self = windowed
            excluded.append(unwanted)
        case .preferring(let required, let preferred):
            guard let terms = required.disjunctiveTerms, let others = preferred.disjunctiveTermsOfAnyFields else {
                return nil
            }
            form = .disjunction(terms)
            self.preferred = others
        case .all(let parts):
            let terms = parts.compactMap { $0.disjunctiveTerms?.first }
            let isPlain = parts.allSatisfy { if case .term = $0 { true } else { false } }
            guard isPlain, terms.count == parts.count, !terms.isEmpty else { return nil }
            form = .conjunction(terms)
        case .phrase(let phrase):
            guard case .exact = phrase.proximity, phrase.slots.allSatisfy({ $0.keys.count == 1 }),
                !phrase.slots.isEmpty
            else { return nil }
            form = .phrase(phrase)
        default:
            if let groups = query.termGroupsOfAnyFields {
                form = .best(groups)
            } else if let terms = query.disjunctiveTermsOfAnyFields, !terms.isEmpty {
                form = .disjunction(terms)
            } else {
                return nil
            }
            // What matches is then told by its score.
            if isLimited, terms.contains(where: { $0.boost <= 0 }) { return nil }
        }
    }

    /// Whether the lists may hold documents that do not match, because a term counts in some fields only. Such documents
    /// score nothing, and all others something.
    var isLimited: Bool {
        switch form {
        case .disjunction(let terms): terms.contains { $0.fields != .all }
        case .best(let groups): groups.contains { $0.contains { $0.fields != .all } }
        case .conjunction, .phrase: false
        }
    }

    /// The terms whose lists the search goes through.
    var terms: [IndexTerm] {
        switch form {
        case .disjunction(let terms), .conjunction(let terms): terms
        case .best(let groups): groups.flatMap { $0 }
        case .phrase(let phrase): phrase.slots.map { IndexTerm($0.keys[0], fields: phrase.fields) }
        }
    }
}

extension IndexQuery {
    /// Groups of terms, when the query is a disjunction of terms and of bests of terms that count in all fields; nil also
    /// for terms alone.
    var termGroups: [[IndexTerm]]? { groups { $0.fields == .all } }

    /// The terms, when the query is a disjunction of terms that count in all fields.
    var disjunctiveTerms: [IndexTerm]? { terms { $0.fields == .all } }

    /// ``termGroups``, whatever fields their terms count in.
    fileprivate var termGroupsOfAnyFields: [[IndexTerm]]? { groups { _ in true } }

    /// ``disjunctiveTerms``, whatever fields they count in.
    fileprivate var disjunctiveTermsOfAnyFields: [IndexTerm]? { terms { _ in true } }

    private func groups(where counts: (IndexTerm) -> Bool) -> [[IndexTerm]]? {
        let parts: [IndexQuery]
        switch self {
        case .any(let several): parts = several
        case .best: parts = [self]
        default: return nil
        }
        var groups: [[IndexTerm]] = []
        var isGrouped = false
        for part in parts {
            if case .best(let terms) = part {
                guard terms.allSatisfy(counts) else { return nil }
                isGrouped = true
                groups.append(terms)
            } else {
                guard case .term(let term) = part, counts(term) else { return nil }
                groups.append([term])
            }
        }
        return isGrouped ? groups : nil
    }

    private func terms(where counts: (IndexTerm) -> Bool) -> [IndexTerm]? {
        switch self {
        case .term(let term): return counts(term) ? [term] : nil
        case .any(let parts):
            var terms: [IndexTerm] = []
            for part in parts {
                guard case .term(let term) = part, counts(term) else { return nil }
                terms.append(term)
            }
            return terms
        default: return nil
        }
    }
}
