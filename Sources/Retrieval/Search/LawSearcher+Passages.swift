internal import Catalog
internal import InvertedIndex
internal import Legislation
internal import ProvisionIndex
internal import TextAnalysis

extension LawSearcher {
    /// The words of a question to be shown in passages: of one without operators and quotation marks not its articles,
    /// prepositions and the like, unless it has nothing else.
    ///
    /// - Throws: `IndexError` when damage is met.
    func snippetTerms(_ request: SearchRequest, _ planner: QueryPlanner) throws -> SnippetTerms {
        var terms = SnippetTerms()
        let analyses = request.query.wantedWords.map { WordAnalysis($0.text, analyzers: planner.analyzers) }
        let root = request.query.root
        let language = root.isPlain && !root.isQuoting ? request.language ?? planner.analyzers.first?.language : nil
        var telling: Set<[UInt8]> = []
        for unit in analyses.flatMap(\.units) {
            if try language.map({ try isTelling(unit.exact, in: $0) }) ?? true { telling.insert(unit.exact) }
        }
        for analysis in analyses {
            for unit in analysis.units where telling.isEmpty || telling.contains(unit.exact) {
                let concept = terms.addConcept(weight: weight(unit.exact))
                terms.insert(.exact, unit.exact.dropFirst(), concept: concept)
                for stem in unit.stems { terms.insert(.stem, stem.key.dropFirst(), concept: concept) }
            }
            for word in analysis.words {
                terms.insert(.stem, word.key.dropFirst(), concept: terms.addConcept(weight: weight(word.key)))
            }
        }
        for pattern in (try? planner.patternTerms(root)) ?? [] {
            let concept = terms.addConcept(weight: 1)
            for key in pattern { terms.insert(.exact, key.dropFirst(), concept: concept) }
        }
        return terms
    }

    /// Whether a word says what a provision in a language is about.
    private func isTelling(_ key: [UInt8], in language: String) throws -> Bool {
        let shares = LanguageShares(all: index.liveDocumentCount, own: try provisionCount(language), counts: [])
        if shares.isTelling(try known.term(key).documentFrequency, in: nil) { return true }
        // It may stand in other languages as well, and be rare in this one.
        let own = IndexQuery.term(IndexTerm(TermSpace.keyword.key(FilterKeyword.language(language))))
        let holders = try index.matches(.filtered(.term(IndexTerm(key)), by: own))
        return shares.isTelling(holders.reduce(0) { $0 + $1.count }, in: nil)
    }

    /// The terms with those in one language by which provisions were reached: a translation may be an innocent word of
    /// another, as French contrôle is of English.
    func adding(
        _ reached: [QuestionTranslation.Weighted], _ language: String, to terms: SnippetTerms
    ) -> SnippetTerms {
        var terms = terms
        for (term, _) in reached where term.part.language == language {
            let key = term.part.key
            let form: TokenBuffer.Form = key.first == TermSpace.exact.rawValue ? .exact : .stem
            terms.insert(form, key.dropFirst(), concept: terms.addConcept(weight: weight(key)))
        }
        return terms
    }

    /// Rare words say more about why a provision was found.
    private func weight(_ key: [UInt8]) -> Float {
        let frequency = (try? known.term(key).documentFrequency) ?? 0
        return 1 / Float(64 - max(1, frequency + 1).leadingZeroBitCount)
    }

    /// The text as it was indexed.
    func tokens(of record: ProvisionRecord) -> TokenBuffer {
        var tokens = TokenBuffer()
        analyzer(textLanguage(record).tag).analyze(record.provision.text, into: &tokens)
        return tokens
    }

    func textLanguage(_ record: ProvisionRecord) -> LanguageTag {
        record.law.detectedLanguage ?? record.law.law.language
    }
}

extension QueryNode {
    /// Whether a part of it is a phrase.
    fileprivate var isQuoting: Bool {
        switch self {
        case .phrase: true
        case .clauses(let clauses): clauses.contains { $0.node.isQuoting }
        default: false
        }
    }
}
