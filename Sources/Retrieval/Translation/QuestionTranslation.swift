internal import InvertedIndex
internal import TextAnalysis
internal import Translation

/// The translation of one question: what each part of it is looked for by in other languages.
final class QuestionTranslation {
    /// Terms with the weight of a best match.
    typealias Weighted = (term: IndexTerm, reading: TranslatedTerm.Reading)

    private let reader: QuestionReader
    private let translator: QuestionTranslator
    private let analyzer: Analyzer
    private let languages: [String]
    private let shares: LanguageShares
    private let searcher: IndexSearcher
    /// Weight of a word.
    private let weight: Float
    /// All terms given so far.
    private(set) var terms: [Weighted] = []

    init(
        reader: QuestionReader, translator: QuestionTranslator, analyzer: Analyzer, languages: [String],
        shares: LanguageShares, searcher: IndexSearcher, weight: Float
    ) {
        self.reader = reader
        self.translator = translator
        self.analyzer = analyzer
        self.languages = languages
        self.shares = shares
        self.searcher = searcher
        self.weight = weight
    }

    /// The terms that stand for some words of the question in the other languages.
    ///
    /// - Parameter whole: only translations that are one term, for where all of a word has to be there.
    /// - Throws: `TranslationError` or `IndexError` where a resource or the index is at fault.
    func terms(for text: String, whole: Bool = false) throws -> [IndexTerm] {
        var tokens = TokenBuffer()
        analyzer.analyze(text, into: &tokens)
        var best: [[UInt8]: Weighted] = [:]
        for found in try translator.terms(for: text, reader: reader, tokens: tokens, into: languages) {
            if whole, found.isPart { continue }
            let frequency = try searcher.documentFrequency(found.key)
            guard frequency > 0 else { continue }
            let boost = weight * found.weight * shares.factor(of: frequency, in: found.reading.language)
            // One form may be a word of several languages, or translate several words of the question.
            if let known = best[found.key], known.term.boost >= boost { continue }
            best[found.key] = (IndexTerm(found.key, boost: boost), found.reading)
        }
        let sorted = best.values.sorted { $0.term.key.lexicographicallyPrecedes($1.term.key) }
        terms += sorted
        return sorted.map(\.term)
    }
}
