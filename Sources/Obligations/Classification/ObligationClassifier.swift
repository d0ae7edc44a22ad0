public import TextAnalysis
public import Translation

/// Tells which cells of the matrix a provision serves.
///
/// The names of concepts are found in the law's title, the headings and the text, and words are taken to the English
/// headwords they translate; rules (`rules.tsv`) score combinations of concepts. A model (`model.tsv`) that was
/// trained on judged provisions weighs all of these. A classifier is immutable: threads may share one.
public struct ObligationClassifier: Sendable {
    /// Rows given for one provision at most.
    public static let maximumCodes = 8
    /// Cells below this confidence are left out.
    public static let minimumConfidence = 0.03

    let evidence: EvidenceFinder
    let extractor: FeatureExtractor
    let space: FeatureSpace
    let model: ObligationModel
    let decision: CellDecision

    /// Finds the concepts; may be used on its own.
    public var recognizer: ConceptRecognizer { evidence.recognizer }

    /// Makes a classifier.
    ///
    /// - Parameters:
    ///   - lexicon: the words of other languages; nil for the one that comes with the program.
    ///   - analysis: makes the analysis of names for a language; it must be the one that the texts go through.
    /// - Throws: ``ResourceError`` where the rules or the model are missing, damaged, or name what matrix or thesaurus
    ///   do not have; `TranslationError` where the lexicon is missing.
    public init(
        matrix: ObligationMatrix, thesaurus: Thesaurus, resources: ResourceFolder = ResourceFolder(),
        lexicon: Lexicon? = nil, analysis: @escaping @Sendable (String) -> ConceptRecognizer.Analysis
    ) throws {
        let parts = try ClassifierParts(
            matrix: matrix, thesaurus: thesaurus, resources: resources, lexicon: lexicon, analysis: analysis)
        let file = ObligationModelFile(matrix: matrix, space: parts.space)
        self.init(
            matrix: matrix, parts: parts, model: try file.model(from: resources.text(named: ObligationModel.fileName)))
    }

    init(matrix: ObligationMatrix, parts: ClassifierParts, model: ObligationModel) {
        evidence = parts.evidence
        extractor = parts.extractor
        space = parts.space
        self.model = model
        decision = CellDecision(matrix: matrix)
    }

    /// The cells that a provision serves.
    ///
    /// - Parameters:
    ///   - title: title of the law: context at lower weight.
    ///   - heading: headings above the provision and its own.
    ///   - language: BCP 47 tag of the text; only the primary subtag counts.
    /// - Returns: cells by falling confidence, then in cell order; at most ``maximumCodes`` different rows. From a
    ///   confidence of 0.5 on a row counts as given.
    public func classify(
        title: TokenBuffer, heading: TokenBuffer, text: TokenBuffer, language: String
    ) -> [CellScore] {
        // Nothing is telling in an unknown language, without words, or where they have nothing to do with the matrix.
        guard let seen = telling(title: title, heading: heading, text: text, language: language) else { return [] }
        let logits = model.logits(model.vocabulary.row(extractor.features(of: seen)))
        let probabilities = model.probabilities(
            logits: logits, rules: seen.rules, context: PooledFeatures.Context(seen, table: evidence.scorer.table))
        return decision.cells(
            model, logits: logits, probabilities: probabilities, maximumRows: Self.maximumCodes,
            minimum: Self.minimumConfidence)
    }

    /// What is seen in a provision; nil where it tells that no cell is served.
    func telling(title: TokenBuffer, heading: TokenBuffer, text: TokenBuffer, language: String) -> ProvisionEvidence? {
        evidence.evidence(
            title: title, heading: heading, text: text, language: language,
            isHopeless: { model.isHopeless(model.vocabulary.row(extractor.features(of: $0))) })
    }
}
