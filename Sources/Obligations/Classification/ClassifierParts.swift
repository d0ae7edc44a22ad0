internal import TextAnalysis
internal import Translation

/// What training and classification share: all that sees, without what was learned.
struct ClassifierParts: Sendable {
    let evidence: EvidenceFinder
    let extractor: FeatureExtractor
    let space: FeatureSpace

    init(
        matrix: ObligationMatrix, thesaurus: Thesaurus, resources: ResourceFolder, lexicon: Lexicon? = nil,
        analysis: @escaping @Sendable (String) -> ConceptRecognizer.Analysis
    ) throws {
        try self.init(
            matrix: matrix, thesaurus: thesaurus, rules: try resources.text(named: RuleTable.fileName),
            lexicon: lexicon ?? Lexicon(),
            // A file of the larger thesaurus that is at fault costs names only; 'concord thesaurus check' tells it.
            supplement: { try? Thesaurus(.complete, resources: resources) }, analysis: analysis)
    }

    init(
        matrix: ObligationMatrix, thesaurus: Thesaurus, rules: String, lexicon: Lexicon,
        supplement: @escaping @Sendable () -> Thesaurus? = { nil },
        analysis: @escaping @Sendable (String) -> ConceptRecognizer.Analysis
    ) throws {
        let table = try RuleTable(text: rules, matrix: matrix, thesaurus: thesaurus)
        let concepts = thesaurus.concepts.map(\.id)
        let headwords = try HeadwordFinder(lexicon: lexicon, analysis: analysis)
        evidence = EvidenceFinder(
            recognizer: ConceptRecognizer(thesaurus: thesaurus, supplement: supplement, analysis: analysis),
            scorer: RuleScorer(table: table, conceptIDs: concepts), headwords: headwords,
            translated: TranslatedNames(thesaurus: thesaurus, finder: headwords, analysis: analysis("en")))
        extractor = FeatureExtractor(contexts: table.contexts.map(\.concepts))
        space = FeatureSpace(concepts: concepts, contexts: table.contexts.map(\.name), heads: headwords.heads)
    }
}
