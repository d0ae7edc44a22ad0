public import Catalog
public import InvertedIndex
internal import Legislation
public import Obligations
internal import ProvisionIndex
internal import TextAnalysis
internal import Translation

/// Answers questions about the provisions of one index.
///
/// Holds analyzers, which are not for sharing: each thread makes its own searcher over the same catalog and index.
public final class LawSearcher {
    private let catalog: Catalog
    private let whole: IndexSearcher
    /// The index as the question that is being answered sees it.
    var index: IndexSearcher
    private lazy var views = VersionViews(catalog: catalog, index: whole)
    private let matrix: ObligationMatrix
    private var analyzers: [String: Analyzer] = [:]
    private var memory: TranslationMemory?
    private var provisionCounts: [String: Int] = [:]
    private let snippets = SnippetMaker()
    private let states = StateRecognizer()
    private lazy var acronyms = Result { try AcronymTable() }
    lazy var known = KnownTerms(whole)
    private lazy var speller = SpellingSuggester(index: whole)

    /// Languages in whose stems a question is looked up at most.
    private static let candidateLimit = 6

    /// A searcher over parts that are open already; `index` must be derived from `catalog`.
    public init(catalog: Catalog, index: IndexSearcher, matrix: ObligationMatrix) {
        self.catalog = catalog
        whole = index
        self.index = index
        self.matrix = matrix
    }

    /// Opens the index in `folder` for reading.
    ///
    /// - Throws: `CatalogError`, `IndexError` or `ResourceError` when a part is missing, damaged or of a newer version.
    public convenience init(folder: String) throws {
        let open = try OpenIndex(folder: folder)
        self.init(catalog: open.catalog, index: open.index, matrix: open.matrix)
    }

    /// Answers a question.
    ///
    /// - Throws: ``RetrievalError`` when the question names a country, region or obligation that does not exist;
    ///   `IndexError` or `CatalogError` when damage is met.
    public func search(_ request: SearchRequest) throws -> SearchResult {
        let view = try views.view(request.versions, includesWithdrawn: request.includesWithdrawn)
        index = view.index
        let analyzers = analyzers(for: request)
        var planner = QueryPlanner(
            searcher: index, profile: request.profile,
            filters: FilterPlanner(matrix: matrix, cellWeight: request.profile.cellWeight), analyzers: analyzers)
        if request.profile.acronymWeight > 0 { planner.acronyms = try acronyms.get() }
        let mentions =
            request.profile.stateWeight > 0 ? try states.mentions(in: request.query, analyzers: analyzers) : []
        planner.everyday = try everyday(request, analyzers)
        planner.translation = try translation(request, analyzers)
        var query = try planner.plan(request.query)
        if let language = wantedLanguage(request, analyzers) {
            query = .filtered(query, by: .term(IndexTerm(TermSpace.keyword.key(FilterKeyword.language(language)))))
        }
        let order = try resultOrder(request, analyzers, undated: view.undated)
        let depth = request.limit + ResultOrder.reach
        let found = try PreferringSearch(
            index: index, limit: depth, parameters: request.profile.parameters, known: known
        )
        .hits(query, preferences: try preferences(request, planner, mentions))
        var result = SearchResult(hits: try hits(found, request, planner, order), total: nil, facets: nil)
        result.states = mentions
        if request.wantsFacets || request.wantsTotal {
            let matches = try index.matches(query)
            result.total = matches.reduce(0) { $0 + $1.count }
            if request.wantsFacets { result.facets = SearchFacets(of: matches, in: index, matrix: matrix) }
        }
        if let question = request.spelledQuestion {
            let language = request.language ?? Self.languages(namedIn: request.query.root).first
            let suggestion = try speller.suggestion(for: question, language: language)
            result.suggestion =
                suggestion?.isWorthShowing(hits: result.total ?? result.hits.count) == true
                ? suggestion : nil
        }
        return result
    }

    /// What comes first among provisions that serve as well: the question's language, and the States that it names.
    private func preferences(
        _ request: SearchRequest, _ planner: QueryPlanner, _ mentions: [StateMention]
    ) throws -> [PreferringSearch.Preference] {
        var preferences: [PreferringSearch.Preference] = []
        if request.resultsIn == .ownFirst, let translation = planner.translation {
            let language = IndexTerm(TermSpace.keyword.key(FilterKeyword.language(translation.own)))
            var untranslated = planner
            untranslated.translation = nil
            preferences.append(
                .init(
                    filter: .term(language), raised: { $0 * request.profile.translation.ownLanguage },
                    query: try untranslated.plan(request.query)))
        }
        if let states = StateMention.filter(mentions) {
            preferences.append(.init(filter: states, raised: { $0 + request.profile.stateWeight }))
        }
        return preferences
    }

    // MARK: Languages

    /// The one language that provisions have to be in; nil where there is none.
    private func wantedLanguage(_ request: SearchRequest, _ analyzers: [Analyzer]) -> String? {
        switch request.resultsIn {
        case .ownFirst, .any: nil
        case .same: request.language ?? analyzers.first?.language
        case .only(let tag): tag
        }
    }

    /// What the question is in the words of the law; nil where it has operators, is in a language without a table, or its
    /// own language does not come first: among all languages alike, it would lift its own above the others.
    private func everyday(_ request: SearchRequest, _ analyzers: [Analyzer]) throws -> EverydayReading? {
        guard request.profile.everydayWeight > 0, request.query.root.isPlain,
            let tag = request.language ?? analyzers.first?.language
        else { return nil }
        let lexicon = try Vocabulary.shared().lexicon
        guard let own = lexicon.language(serving: tag), let table = try lexicon.everyday(own) else { return nil }
        switch request.resultsIn {
        case .any: return nil
        case .only(let other) where lexicon.language(serving: other) != own: return nil
        case .only, .same, .ownFirst: break
        }
        return EverydayReading(
            table: table, language: own, analyzer: analyzer(own), known: known, profile: request.profile)
    }

    /// What the question is in other languages; nil where only its own is wanted, or the lexicon does not have it.
    private func translation(_ request: SearchRequest, _ analyzers: [Analyzer]) throws -> QuestionTranslation? {
        // Who writes operators says which words there are to be.
        if request.resultsIn == .same || !request.query.root.isPlain { return nil }
        let vocabulary = try Vocabulary.shared()
        let lexicon = vocabulary.lexicon
        guard let tag = request.language ?? analyzers.first?.language, let own = lexicon.language(serving: tag) else {
            return nil
        }
        var others = lexicon.languages
        if case .only(let tag) = request.resultsIn { others = lexicon.language(serving: tag).map { [$0] } ?? [] }
        let named = Self.languages(namedIn: request.query.root)
        if !named.isEmpty { others = others.filter { named.compactMap(lexicon.language(serving:)).contains($0) } }
        others.removeAll { $0 == own }
        let present = try others.map { (language: $0, count: try provisionCount($0)) }.filter { $0.count > 0 }
        guard !present.isEmpty else { return nil }
        let reader = try vocabulary.reader(own)
        let weights = request.profile.translation
        let memory =
            memory
            ?? TranslationMemory(searcher: whole, terms: known, lexicon: lexicon, learned: vocabulary.learned) {
                [unowned self] in self.analyzer($0)
            }
        self.memory = memory
        return QuestionTranslation(
            reader: reader,
            translator: QuestionTranslator(memory: memory, weights: weights),
            analyzer: analyzer(own), own: own, languages: present.map(\.language),
            shares: LanguageShares(
                all: index.liveDocumentCount, own: try provisionCount(own), counts: present.map(\.count)),
            weight: weights.word(request.resultsIn), wantsOwn: request.resultsIn.wantsOwn)
    }

    /// How many provisions of the index are in a language.
    func provisionCount(_ language: String) throws -> Int {
        if let known = provisionCounts[language] { return known }
        let count = try known.term(TermSpace.keyword.key(FilterKeyword.language(language))).documentFrequency
        provisionCounts[language] = count
        return count
    }

    private func hits(
        _ found: [IndexHit], _ request: SearchRequest, _ planner: QueryPlanner, _ order: ResultOrder
    ) throws -> [SearchHit] {
        let ids = found.map { Int64(index.number(ProvisionSchema.ColumnName.provision, of: $0.document) ?? 0) }
        // The index may be a commit ahead of, or behind, what a writer has just done to the catalog.
        let records = Dictionary(try catalog.provisions(ids: ids).map { ($0.id, $0) }) { first, _ in first }
        let terms = request.wantsSnippets ? try snippetTerms(request, planner) : SnippetTerms()
        let reached =
            request.wantsSnippets
            ? (try planner.translation?.tellingTerms() ?? []) + (planner.everyday?.terms ?? []) : []
        let traces = reached.isEmpty ? nil : TranslationTraces(reached)
        var hits: [SearchHit] = []
        for (hit, id) in zip(found, ids) {
            guard let record = records[id] else { continue }
            let cells = CellTerms.scores(of: index.payload(of: hit.document), matrix: matrix)
            hits.append(
                SearchHit(
                    rank: 0, score: hit.score * order.factor(record, cells: cells), record: record, cells: cells,
                    standing: request.versions.standing(isUndated: order.undated.contains(record.law.id))))
        }
        // Places keep the order of the search among equals.
        let sorted = hits.enumerated().sorted {
            $0.element.score != $1.element.score ? $0.element.score > $1.element.score : $0.offset < $1.offset
        }
        hits = sorted.prefix(request.limit).map(\.element)
        var termsByLanguage: [String: SnippetTerms] = [:]
        for place in hits.indices {
            hits[place].rank = place + 1
            guard request.wantsSnippets else { continue }
            let record = hits[place].record
            let language = textLanguage(record).primary
            let terms = termsByLanguage[language] ?? adding(reached, language, to: terms)
            termsByLanguage[language] = terms
            let tokens = tokens(of: record)
            hits[place].snippet = snippets.snippet(of: record.provision.text, tokens: tokens, terms: terms)
            hits[place].translations = traces?.traces(of: tokens, language: language) ?? []
        }
        return hits
    }

    /// What the question asks for besides its words.
    private func resultOrder(
        _ request: SearchRequest, _ analyzers: [Analyzer], undated: Set<Int64>
    ) throws -> ResultOrder {
        let vocabulary = try Vocabulary.shared()
        let lexicon = vocabulary.lexicon
        var concepts: [String] = []
        let words = request.query.wantedWords.map(\.text).joined(separator: " ")
        if !words.isEmpty, request.profile.intentWeight > 0, let tag = request.language ?? analyzers.first?.language,
            let own = lexicon.language(serving: tag)
        {
            let reader = try vocabulary.reader(own)
            var tokens = TokenBuffer()
            analyzer(own).analyze(words, into: &tokens)
            concepts = reader.concepts(in: tokens)
        }
        return try ResultOrder(
            concepts: concepts, lexicon: lexicon, query: request.query, profile: request.profile, undated: undated)
    }

    /// Analyzers of the languages a question may be in, the likeliest first.
    private func analyzers(for request: SearchRequest) -> [Analyzer] {
        var languages = request.language.map { [$0] } ?? []
        for language in Self.languages(namedIn: request.query.root) where !languages.contains(language) {
            languages.append(language)
        }
        let words = request.query.wantedWords.map(\.text).joined(separator: " ")
        if languages.isEmpty || request.language == nil {
            for language in StemLanguages.candidates(for: words) where !languages.contains(language) {
                languages.append(language)
            }
        }
        return languages.prefix(Self.candidateLimit).map(analyzer)
    }

    private static func languages(namedIn node: QueryNode) -> [String] {
        switch node {
        case .filter(.language(let names), _): names
        case .clauses(let clauses): clauses.filter { $0.occurrence == .must }.flatMap { languages(namedIn: $0.node) }
        case .all(let nodes): nodes.flatMap(languages)
        default: []
        }
    }

    func analyzer(_ language: String) -> Analyzer {
        if let analyzer = analyzers[language] { return analyzer }
        let analyzer = Analyzer(language: language)
        analyzers[language] = analyzer
        return analyzer
    }
}
