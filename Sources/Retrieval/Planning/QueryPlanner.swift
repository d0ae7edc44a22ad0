internal import InvertedIndex
internal import ProvisionIndex
internal import TextAnalysis

/// Turns a parsed question into a query of terms and numbers.
struct QueryPlanner {
    let searcher: IndexSearcher
    let profile: RankingProfile
    let filters: FilterPlanner
    /// Analyzers of the languages the question may be in, the likeliest first.
    let analyzers: [Analyzer]
    /// Acronyms that a best match looks for beside their expansions, and the other way round.
    var acronyms = AcronymTable.empty
    /// Puts everyday words into those of the law; nil where no table of the question's language is there.
    var everyday: EverydayReading?
    /// Puts words into the other languages of the index; nil where provisions of one language are wanted.
    var translation: QuestionTranslation?
    private let planned = OwnParts()

    init(searcher: IndexSearcher, profile: RankingProfile, filters: FilterPlanner, analyzers: [Analyzer]) {
        self.searcher = searcher
        self.profile = profile
        self.filters = filters
        self.analyzers = analyzers
    }

    func plan(_ query: Query) throws -> IndexQuery { try plan(query.root, fields: .all) }

    private func plan(_ node: QueryNode, fields: IndexFieldSet) throws -> IndexQuery {
        switch node {
        case .words(let words):
            let words = Citation.joined(words)
            let own = try ownParts(words, fields: fields)
            // Who cites a provision wants that one, which is in one language.
            let others = own.citesProvision ? [] : try translated(words, fields: fields)
            return Self.flatten(own.parts, beside: others)
        case .phrase(let word): return phrase(word, fields: fields)
        case .prefix(let word): return try expanded(prefixTerms(word), fields: fields, boost: 1)
        case .fuzzy(let word, let edits): return try expanded(fuzzyTerms(word, edits: edits), fields: fields, boost: 1)
        case .near(let left, let right, let distance):
            return try near(left, right, distance: UInt32(distance), fields: fields)
        case .scoped(let field, let inner): return try plan(inner, fields: Self.fieldSet(field))
        case .filter(let filter, _): return try filters.query(filter)
        case .not(let inner): return .excluding(.everything, try plan(inner, fields: fields))
        case .any(let nodes): return Self.flatten(try nodes.map { try required($0, fields: fields) })
        case .all(let nodes):
            return try clauses(
                nodes.map { node in
                    if case .not(let inner) = node { return QueryClause(.mustNot, inner) }
                    return QueryClause(.must, node)
                }, fields: fields)
        case .clauses(let list): return try clauses(list, fields: fields)
        }
    }

    /// What an operand of AND or OR stands for: all tokens of a word, where a best match would take any of them.
    func required(_ node: QueryNode, fields: IndexFieldSet) throws -> IndexQuery {
        guard case .words(let words) = node else { return try plan(node, fields: fields) }
        let parts = words.compactMap { requiredWord($0, fields: fields) }
        // Several words in one operand are a best match of their own.
        return parts.isEmpty ? .nothing : parts.count == 1 ? parts[0] : .any(parts)
    }

    /// The words of a best match in other languages. Operands of AND, OR, NOT and + are taken as typed: who writes
    /// operators says which words there are to be.
    private func translated(_ words: [QueryWord], fields: IndexFieldSet) throws -> [[IndexTerm]] {
        guard let translation else { return [] }
        let groups = try translation.groups(for: words.map(\.text).joined(separator: " "))
        if fields == .all { return groups }
        return groups.map { group in
            group.map { term in
                var term = term
                term.fields = fields
                return term
            }
        }
    }

    /// What the law says in place of everyday words.
    private func everydayTerms(_ words: [QueryWord], besides parts: [IndexQuery]) throws -> [IndexQuery] {
        guard let everyday else { return [] }
        let own = parts.compactMap { part -> [UInt8]? in
            if case .term(let term) = part { return term.key }
            return nil
        }
        return try everyday.terms(for: words.map(\.text).joined(separator: " "), besides: Set(own))
    }

    private func clauses(_ list: [QueryClause], fields: IndexFieldSet) throws -> IndexQuery {
        var ranked: [IndexQuery] = []
        var restricting: [IndexQuery] = []
        var preferred: [IndexQuery] = []
        var excluded: [IndexQuery] = []
        var cells: [QueryFilter] = []
        for clause in list {
            switch clause.occurrence {
            case .must:
                if case .filter(let filter, _) = clause.node {
                    switch filter {
                    case .obligation, .weapon, .aspect: cells.append(filter)
                    default: restricting.append(try filters.query(filter))
                    }
                } else if clause.node.isFilter {
                    restricting.append(try plan(clause.node, fields: fields))
                } else {
                    ranked.append(try required(clause.node, fields: fields))
                }
            case .should: preferred.append(try plan(clause.node, fields: fields))
            case .mustNot: excluded.append(try required(clause.node, fields: fields))
            }
        }
        if !cells.isEmpty { ranked.append(try filters.cells(cells)) }
        var result: IndexQuery
        if ranked.isEmpty {
            result = preferred.isEmpty ? .everything : Self.flatten(preferred)
            if !restricting.isEmpty, preferred.isEmpty {
                result = restricting.removeFirst()
            }
        } else {
            result = ranked.count == 1 ? ranked[0] : .all(ranked)
            if !preferred.isEmpty { result = .preferring(result, Self.flatten(preferred)) }
        }
        if !excluded.isEmpty { result = .excluding(result, excluded.count == 1 ? excluded[0] : .any(excluded)) }
        if !restricting.isEmpty {
            result = .filtered(result, by: restricting.count == 1 ? restricting[0] : .all(restricting))
        }
        return result
    }

    // MARK: Words

    /// What was planned of a question's words as they were typed: it is the same whether the words are translated or not.
    private final class OwnParts {
        struct Key: Hashable {
            var words: [QueryWord]
            var fields: IndexFieldSet
        }

        var known: [Key: (parts: [IndexQuery], citesProvision: Bool)] = [:]
    }

    /// What the words of a best match are looked for by in the question's own language.
    private func ownParts(
        _ words: [QueryWord], fields: IndexFieldSet
    ) throws -> (parts: [IndexQuery], citesProvision: Bool) {
        let key = OwnParts.Key(words: words, fields: fields)
        // Where the question's own language is not wanted, words with a translation count less.
        let isShared = translation?.wantsOwn ?? true
        if isShared, let known = planned.known[key] { return known }
        var parts = try words.flatMap { try weighed(wordTerms($0, fields: fields), as: $0) }
        let citations = fields == .all ? citationTerms(words) : []
        if fields == .all { parts += citations + acronymTerms(words) }
        if citations.isEmpty, fields == .all { parts += try everydayTerms(words, besides: parts) }
        let own = (parts, !citations.isEmpty)
        if isShared { planned.known[key] = own }
        return own
    }

    /// The scored alternatives of a word in a best match.
    private func wordTerms(_ word: QueryWord, fields: IndexFieldSet) -> [IndexQuery] {
        let analysis = WordAnalysis(word.text, analyzers: analyzers)
        var parts: [IndexQuery] = []
        for unit in analysis.units {
            parts += terms(unit, analysis, fields: fields)
            parts += compoundParts(unit, fields: fields)
        }
        for word in analysis.words {
            parts.append(.term(IndexTerm(word.key, boost: profile.hanWordWeight, fields: fields)))
        }
        if analysis.hasBigrams, analysis.units.count == 1 { parts += singleCharacter(analysis, fields: fields) }
        if analysis.units.count > 1, !analysis.hasBigrams {
            parts.append(.phrase(Self.phrase(analysis, boost: profile.compoundWeight, fields: fields)))
        }
        return parts
    }

    /// The parts of a compound, in the likeliest language, as exact forms and stems.
    private func compoundParts(_ unit: WordAnalysis.Unit, fields: IndexFieldSet) -> [IndexQuery] {
        guard profile.partWeight > 0, let analyzer = analyzers.first else { return [] }
        return CompoundSplitter(searcher: searcher).parts(of: unit.exact, language: analyzer.language).flatMap { part in
            let word = String(decoding: part.dropFirst(), as: UTF8.self)
            return WordAnalysis(word, analyzers: [analyzer]).units.flatMap { unit in
                unit.stems.map { IndexQuery.term(IndexTerm($0.key, boost: profile.partWeight, fields: fields)) }
            }
        }
    }

    /// What a question adds when it cites a provision, as 刑法第一百二十五条 or "code de la défense L. 2342-3": the
    /// number must stand in the heading, for many other provisions cite it, and the other words name the law.
    private func citationTerms(_ words: [QueryWord]) -> [IndexQuery] {
        let references = words.map { Citation.references(in: $0.text) }
        guard references.contains(where: { !$0.isEmpty }) else { return [] }
        var parts: [IndexQuery] = []
        for (word, found) in zip(words, references) {
            for reference in found {
                // Numerals are frequent one by one; only the whole says which provision is meant.
                let whole = WordAnalysis(reference, analyzers: Array(analyzers.prefix(1)))
                parts.append(Self.whole(whole, boost: profile.referenceWeight, fields: .heading))
            }
            guard found.first != word.text else { continue }
            for unit in WordAnalysis(word.text, analyzers: Array(analyzers.prefix(1))).units {
                parts.append(.term(IndexTerm(unit.exact, boost: profile.lawNameWeight, fields: .title)))
            }
        }
        return parts
    }

    private func terms(
        _ unit: WordAnalysis.Unit, _ analysis: WordAnalysis, fields: IndexFieldSet
    ) -> [IndexQuery] {
        let exactWeight = analysis.hasBigrams ? profile.bigramWeight : profile.exactWeight
        var parts = [IndexQuery.term(IndexTerm(unit.exact, boost: exactWeight, fields: fields))]
        for stem in unit.stems {
            let weight =
                analysis.hasBigrams
                ? profile.hanWordWeight : stem.isFirst ? profile.stemWeight : profile.otherStemWeight
            parts.append(.term(IndexTerm(stem.key, boost: weight, fields: fields)))
        }
        return parts
    }

    /// A character alone is a term of its own only at the end of a run; elsewhere bigrams begin with it.
    private func singleCharacter(_ analysis: WordAnalysis, fields: IndexFieldSet) -> [IndexQuery] {
        guard let unit = analysis.units.first, let terms = try? expansion.terms(startingWith: unit.exact) else {
            return []
        }
        return [.constant(.termSet(terms), score: 0.1)]
    }

    /// A word all of whose tokens must be there: next to each other, or else as dictionary words.
    private func requiredWord(_ word: QueryWord, fields: IndexFieldSet) -> IndexQuery? {
        let analysis = WordAnalysis(word.text, analyzers: analyzers)
        guard let first = analysis.units.first else { return nil }
        if analysis.units.count == 1, !analysis.hasBigrams {
            let alternatives = terms(first, analysis, fields: fields)
            guard analysis.words.count > 1 else { return .any(alternatives) }
            // A compound that the text writes as several words.
            let parts = analysis.words.map {
                IndexQuery.term(IndexTerm($0.key, boost: profile.hanWordWeight, fields: fields))
            }
            return .any(alternatives + [.all(parts)])
        }
        let whole = IndexQuery.phrase(Self.phrase(analysis, boost: profile.compoundWeight, fields: fields))
        guard !analysis.hasBigrams else {
            let words = analysis.words + analysis.units.flatMap(\.stems)
            guard !words.isEmpty else { return whole }
            let all = IndexQuery.all(
                words.map { .term(IndexTerm($0.key, boost: profile.hanWordWeight, fields: fields)) })
            return .any([whole, all])
        }
        let all = IndexQuery.all(analysis.units.map { .any(terms($0, analysis, fields: fields)) })
        return .preferring(all, whole)
    }

    private func phrase(_ word: QueryWord, fields: IndexFieldSet) -> IndexQuery {
        // What is quoted is meant as it stands: one language's tokens, exact forms only.
        let analysis = WordAnalysis(word.text, analyzers: Array(analyzers.prefix(1)))
        guard let first = analysis.units.first else { return .nothing }
        if analysis.units.count == 1, let only = word.text.unicodeScalars.first,
            word.text.unicodeScalars.count == 1, only.value >= 0x2E80,
            let terms = try? expansion.terms(startingWith: first.exact)
        {
            return .constant(.termSet(terms), score: 1)
        }
        return Self.whole(analysis, boost: 1, fields: fields)
    }

    /// All of an analysis side by side; of a single unit its term, which is found without its positions.
    private static func whole(_ analysis: WordAnalysis, boost: Float, fields: IndexFieldSet) -> IndexQuery {
        guard analysis.units.count == 1, let unit = analysis.units.first else {
            return .phrase(phrase(analysis, boost: boost, fields: fields))
        }
        return .term(IndexTerm(unit.exact, boost: boost, fields: fields))
    }

    private static func phrase(_ analysis: WordAnalysis, boost: Float, fields: IndexFieldSet) -> IndexPhrase {
        let start = analysis.units.first?.position ?? 0
        return IndexPhrase(
            slots: analysis.units.map { .init(keys: [$0.exact], offset: $0.position - start) }, boost: boost,
            fields: fields)
    }

    // MARK: Patterns

    private var expansion: TermExpansion { TermExpansion(searcher: searcher) }

    /// The terms that each pattern of a question stands for, for showing what was found.
    func patternTerms(_ node: QueryNode) throws -> [[[UInt8]]] {
        switch node {
        case .prefix(let word): [Array(try prefixTerms(word).prefix(Self.shownTerms))]
        case .fuzzy(let word, let edits): [Array(try fuzzyTerms(word, edits: edits).prefix(Self.shownTerms))]
        case .near(let left, let right, _): try patternTerms(left) + patternTerms(right)
        case .scoped(_, let inner): try patternTerms(inner)
        case .all(let nodes), .any(let nodes): try nodes.flatMap(patternTerms)
        case .clauses(let clauses):
            try clauses.filter { $0.occurrence != .mustNot }.flatMap { try patternTerms($0.node) }
        case .words, .phrase, .filter, .not: []
        }
    }

    private static let shownTerms = 1024

    func prefixTerms(_ word: QueryWord) throws -> [[UInt8]] {
        let analysis = WordAnalysis(word.text, analyzers: Array(analyzers.prefix(1)))
        guard let last = analysis.units.last else { return [] }
        return try expansion.terms(startingWith: last.exact)
    }

    func fuzzyTerms(_ word: QueryWord, edits: Int) throws -> [[UInt8]] {
        let analysis = WordAnalysis(word.text, analyzers: Array(analyzers.prefix(1)))
        guard let last = analysis.units.last else { return [] }
        return try expansion.terms(near: last.exact, edits: edits)
    }

    private func expanded(_ terms: [[UInt8]], fields: IndexFieldSet, boost: Float) throws -> IndexQuery {
        guard terms.count > TermExpansion.rankedTerms, fields == .all else {
            return .any(terms.prefix(1024).map { .term(IndexTerm($0, boost: boost, fields: fields)) })
        }
        return .constant(.termSet(terms), score: boost)
    }

    // MARK: Small things

    private static func fieldSet(_ field: QueryField) -> IndexFieldSet {
        switch field {
        case .heading: .heading
        case .title: .title
        case .text: .text
        }
    }
}
