public import Obligations
internal import TextAnalysis

/// The obligations' resources, loaded together.
public struct ObligationAnalysis: Sendable {
    /// The rows and their titles.
    public let matrix: ObligationMatrix
    /// Finds the cells a provision serves; made with ``matrix``. Threads may share it.
    public let classifier: ObligationClassifier

    /// Loads matrix, thesaurus and rules.
    ///
    /// - Throws: `ResourceError` or `ThesaurusError` where a resource is missing or broken.
    public init() throws {
        matrix = try ObligationMatrix()
        classifier = try ObligationClassifier(
            matrix: matrix, thesaurus: Thesaurus(),
            analysis: { language in
                let analyzer = Analyzer(language: language)
                return { text, buffer in analyzer.analyze(text, into: &buffer) }
            })
    }
}
