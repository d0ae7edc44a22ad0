internal import TextAnalysis
public import Translation

extension ObligationClassifier {
    /// Makes a classifier whose names go through ``TextAnalysis/Analyzer``, as indexed texts do.
    ///
    /// - Throws: as ``init(matrix:thesaurus:resources:lexicon:analysis:)``.
    public init(
        matrix: ObligationMatrix, thesaurus: Thesaurus, resources: ResourceFolder = ResourceFolder(),
        lexicon: Lexicon? = nil
    ) throws {
        try self.init(
            matrix: matrix, thesaurus: thesaurus, resources: resources, lexicon: lexicon,
            analysis: ConceptRecognizer.analysis(for:))
    }
}

extension ConceptRecognizer {
    /// Makes a recogniser whose names go through ``TextAnalysis/Analyzer``, as indexed texts do.
    public init(thesaurus: Thesaurus) {
        self.init(thesaurus: thesaurus, analysis: ConceptRecognizer.analysis(for:))
    }

    /// The analysis of one language; not to be shared between threads.
    @Sendable
    static func analysis(for language: String) -> Analysis {
        let analyzer = Analyzer(language: language)
        return { text, buffer in analyzer.analyze(text, into: &buffer) }
    }
}
