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
    let wantsOwn: Bool
    /// All that was looked for so far, in every reading.
    private var terms: [Weighted] = []
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
        return terms.isEmpty ? weight : translator.weights.translatedOwn
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
        let weights = translator.weights
        var mass = LanguageMass(languageCount: languages.count)
        var candidates: [(term: TranslatedTerm, words: Int)] = []
        // By words of the question, then language: in how many provisions its commonest translation stands.
        var frequencies: [[Int]] = []
        // Terms of the same words mostly follow each other.
        var last: (positions: ClosedRange<UInt32>, words: Int)?
        for term in try translator.terms(for: text, from: own, reader: reader, tokens: tokens, into: languages) {
            let frequency = term.part.frequency
            guard term.merit >= weights.least,
                !term.isPart || shares.share(of: frequency, in: term.languagePlace) < Self.commonestPart
            else { continue }
            let words =
                last.flatMap { $0.positions == term.positions ? $0.words : nil } ?? mass.place(of: term.positions)
            last = (term.positions, words)
            if words == frequencies.count { frequencies.append([Int](repeating: 0, count: languages.count)) }
            frequencies[words][term.languagePlace] = max(frequencies[words][term.languagePlace], frequency)
            candidates.append((term, words))
        }
        let pooled = frequencies.map { shares.pooled($0) }
        var weighted: [Weighted] = []
        weighted.reserveCapacity(candidates.count)
        for (term, words) in candidates {
            let factor = shares.factor(
                of: term.part.frequency, in: term.languagePlace, pooled: pooled[words],
                pooling: Double(weights.pooling))
            weighted.append((term, weight * term.weight * factor))
            mass.add(
                Double(term.merit * factor) * shares.given(term.part.frequency), at: words, in: term.languagePlace,
                isPart: term.isPart)
        }
        let levels = mass.levels(evenness: Double(weights.evenness))
        // One form may be a word of several languages, or translate several words of the question: its best counts.
        var best: [ObjectIdentifier: Int] = [:]
        best.reserveCapacity(weighted.count)
        for index in weighted.indices {
            weighted[index].boost *= Float(levels[weighted[index].term.languagePlace])
            let (term, boost) = weighted[index]
            guard boost * term.certainty > 0 else { continue }
            if let known = best[ObjectIdentifier(term.part.term)].map({ weighted[$0] }),
                boost * term.certainty <= known.boost * known.term.certainty
            {
                continue
            }
            best[ObjectIdentifier(term.part.term)] = index
        }
        terms += weighted
        var groups: [UInt32: [IndexTerm]] = [:]
        for (index, (term, boost)) in weighted.enumerated() where best[ObjectIdentifier(term.part.term)] == index {
            groups[term.positions.lowerBound, default: []]
                .append(IndexTerm(term.part.term, boost: boost, certainty: term.certainty))
        }
        return groups.sorted { $0.key < $1.key }.map(\.value)
    }

    /// Of the terms looked for so far, those that are a reason to show a provision: both the word of the question and its
    /// translation say something.
    ///
    /// - Throws: `TranslationError` or `IndexError` where a resource or the index is at fault.
    func tellingTerms() throws -> [Weighted] {
        var known: [String: Bool] = [:]
        return try terms.filter { term, _ in
            guard shares.isTelling(term.part.frequency, in: term.languagePlace) else { return false }
            let word = term.source.text
            if let isTelling = known[word] { return isTelling }
            let isTelling = shares.isTelling(try translator.memory.frequency(of: word, in: own), in: nil)
            known[word] = isTelling
            return isTelling
        }
    }
}
