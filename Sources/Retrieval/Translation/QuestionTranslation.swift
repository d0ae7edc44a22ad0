internal import InvertedIndex
internal import TextAnalysis
internal import Translation

/// The translation of one question: what each part of it is looked for by in other languages.
final class QuestionTranslation {
    /// A term with the weight of a best match.
    typealias Weighted = (term: TranslatedTerm, boost: Float)

    private let reader: QuestionReader
    private let translator: QuestionTranslator
    private let analyzer: Analyzer
    /// Primary subtag of the question's language.
    let own: String
    private let languages: [String]
    private let shares: LanguageShares
    /// Weight of a word.
    private let weight: Float
    /// Whether provisions in the question's own language are wanted too.
    private let wantsOwn: Bool
    /// All that was looked for so far, in every reading.
    private(set) var terms: [Weighted] = []
    /// Parts of names that more provisions of their language have are articles, prepositions and the like.
    private static let commonestPart = 0.3

    init(
        reader: QuestionReader, translator: QuestionTranslator, analyzer: Analyzer, own: String,
        languages: [String], shares: LanguageShares, weight: Float, wantsOwn: Bool
    ) {
        self.reader = reader
        self.translator = translator
        self.analyzer = analyzer
        self.own = own
        self.languages = languages
        self.shares = shares
        self.weight = weight
        self.wantsOwn = wantsOwn
    }

    /// What a word as it was typed counts for. In provisions of another language it is a name, a number or a word the
    /// languages share, and the less likely what was meant where it has a translation.
    ///
    /// - Throws: `TranslationError`, `LearnedLexiconError` or `IndexError` where a resource or the index is at fault.
    func ownFactor(of word: String) throws -> Float {
        if wantsOwn { return 1 }
        var tokens = TokenBuffer()
        analyzer.analyze(word, into: &tokens)
        let terms = try translator.terms(for: word, from: own, reader: reader, tokens: tokens, into: languages)
        return terms.contains { $0.frequency > 0 } ? translator.weights.translatedOwn : weight
    }

    /// The terms that stand for some words of the question in the other languages, in groups: of the translations of a
    /// word the best in a provision counts. Added up, they would put words that have many before those that say more
    /// (A. Pirkola, "The effects of query structure and dictionary setups in dictionary-based cross-language information
    /// retrieval", SIGIR 1998).
    ///
    /// - Throws: `TranslationError`, `LearnedLexiconError` or `IndexError` where a resource or the index is at fault.
    func groups(for text: String) throws -> [[IndexTerm]] {
        var tokens = TokenBuffer()
        analyzer.analyze(text, into: &tokens)
        var candidates: [(term: TranslatedTerm, frequency: Int)] = []
        // By words of the question: in how many provisions of each language its commonest translation stands.
        var frequencies: [ClosedRange<UInt32>: [String: Int]] = [:]
        for term in try translator.terms(for: text, from: own, reader: reader, tokens: tokens, into: languages) {
            let frequency = term.frequency
            guard frequency > 0, term.merit >= translator.weights.least,
                !term.isPart || shares.share(of: frequency, in: term.reading.language) < Self.commonestPart
            else { continue }
            candidates.append((term, frequency))
            let known = frequencies[term.positions]?[term.reading.language] ?? 0
            frequencies[term.positions, default: [:]][term.reading.language] = max(known, frequency)
        }
        let pooled = frequencies.mapValues(shares.pooled)
        var weighted: [Weighted] = []
        var mass = LanguageMass()
        for (term, frequency) in candidates {
            let factor = shares.factor(
                of: frequency, in: term.reading.language, pooled: pooled[term.positions] ?? 0,
                pooling: Double(translator.weights.pooling))
            weighted.append((term, weight * term.weight * factor))
            mass.add(
                Double(term.merit * factor) * shares.given(frequency), at: term.positions, in: term.reading.language,
                isPart: term.isPart)
        }
        let levels = mass.levels(evenness: Double(translator.weights.evenness))
        var best: [[UInt8]: (boost: Float, certainty: Float, word: UInt32)] = [:]
        for index in weighted.indices {
            weighted[index].boost *= Float(levels[weighted[index].term.reading.language] ?? 1)
            let (term, boost) = weighted[index]
            // One form may be a word of several languages, or translate several words of the question.
            let known = best[term.key]
            if boost * term.certainty > (known?.boost ?? 0) * (known?.certainty ?? 0) {
                best[term.key] = (boost, term.certainty, term.positions.lowerBound)
            }
        }
        terms += weighted
        let words = Dictionary(grouping: best) { $0.value.word }
        return words.sorted { $0.key < $1.key }.map { _, terms in
            terms.sorted { $0.key.lexicographicallyPrecedes($1.key) }
                .map { IndexTerm($0.key, boost: $0.value.boost, certainty: $0.value.certainty) }
        }
    }
}
