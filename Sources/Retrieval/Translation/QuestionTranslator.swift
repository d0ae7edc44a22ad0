internal import InvertedIndex
internal import ProvisionIndex
internal import TextAnalysis
internal import Translation

/// Puts the words of a question into the other languages of the index, as terms to look for.
///
/// The approach is translation of the question by dictionary (D. A. Hull, G. Grefenstette, "Querying across languages",
/// SIGIR 1996), with the thesaurus's names for what is said in several words, and translations learned from parallel
/// laws where there are such. Alternatives of one word are weighted by rank, and terms are looked for one by one: a name
/// of several words is the more found the more of its words are there. Not taken: translating the provisions, which
/// would multiply the index.
struct QuestionTranslator {
    let lexicon: Lexicon
    let learned: LearnedLexicon
    let compounds: CompoundBuilder
    let weights: TranslationWeights
    /// Gives the analyzer of a language.
    let analyzer: (String) -> Analyzer

    /// Learned translations of one word that are looked for.
    private static let learnedLimit = 3

    /// The terms for a question in the given languages; each key once for a span of words and a language.
    ///
    /// - Throws: `TranslationError` or `LearnedLexiconError` where a resource is at fault.
    func terms(
        for text: String, from own: String, reader: QuestionReader, tokens: TokenBuffer, into languages: [String]
    ) throws -> [TranslatedTerm] {
        let spans = reader.spans(of: tokens, text: text)
        let concepts = spans.filter { $0.section == .concepts }
        // By language: words that a concept with a name in it takes in.
        var covered: [String: [ClosedRange<UInt32>]] = [:]
        for span in concepts {
            for language in languages where try hasName(span, language) {
                covered[language, default: []].append(span.positions)
            }
        }
        func factor(_ position: UInt32, _ language: String) -> Float {
            (covered[language] ?? []).contains { $0.contains(position) } ? weights.covered : 1
        }
        let bytes = Array(text.utf8)
        var terms: [TranslatedTerm] = []
        for span in spans {
            let original = String(
                decoding: bytes[Int(span.range.lowerBound)..<Int(span.range.upperBound)], as: UTF8.self)
            for language in languages {
                let factor = span.section == .words ? factor(span.positions.lowerBound, language) : 1
                terms += try self.terms(for: span, original, factor: factor, into: language)
            }
        }
        for language in languages where CompoundBuilder.isCompounding(language) {
            terms += try compoundTerms(spans.filter { $0.section == .words }, text: bytes, into: language)
        }
        for record in tokens.records where record.form == .stem && record.end > record.start {
            let original = String(decoding: bytes[Int(record.start)..<Int(record.end)], as: UTF8.self)
            for language in languages {
                terms += try learnedTerms(
                    tokens.term(of: record), at: record.position, original, factor: factor(record.position, language),
                    from: own, into: language)
            }
        }
        return terms
    }

    private func hasName(_ span: QuestionReader.Span, _ language: String) throws -> Bool {
        try span.meanings.contains { try !lexicon.translations(of: $0.name, .concepts, into: language).isEmpty }
    }

    private func terms(
        for span: QuestionReader.Span, _ original: String, factor: Float, into language: String
    ) throws -> [TranslatedTerm] {
        let weight = factor * (span.section == .concepts ? weights.concept * Float(span.positions.count) : 1)
        var found: [[UInt8]: TranslatedTerm] = [:]
        for meaning in span.meanings {
            var rank = weight * meaning.share
            for translation in try lexicon.translations(of: meaning.name, span.section, into: language) {
                let reading = TranslatedTerm.Reading(
                    original: original, translation: translation, language: language,
                    concept: span.section == .concepts ? meaning.name : nil)
                for (key, share) in keys(of: translation, language) {
                    // What several translations share is looked for once.
                    if let known = found[key], known.weight >= rank * share { continue }
                    found[key] = TranslatedTerm(
                        key: key, weight: rank * share, positions: span.positions, share: share, reading: reading)
                }
                rank *= weights.decay
            }
        }
        return found.values.sorted { $0.key.lexicographicallyPrecedes($1.key) }
    }

    /// Compounds of the words of the question that stand near each other.
    private func compoundTerms(
        _ spans: [QuestionReader.Span], text: [UInt8], into language: String
    ) throws -> [TranslatedTerm] {
        let spans = spans.sorted { $0.positions.lowerBound < $1.positions.lowerBound }
        let translations = try spans.map { span in
            try span.meanings.sorted { $0.share > $1.share }
                .flatMap { try lexicon.translations(of: $0.name, .words, into: language) }
        }
        var terms: [TranslatedTerm] = []
        func add(_ words: [String], _ first: QuestionReader.Span, _ last: QuestionReader.Span, _ weight: Float) {
            let range = first.range.lowerBound..<max(first.range.upperBound, last.range.upperBound)
            let original = String(decoding: text[Int(range.lowerBound)..<Int(range.upperBound)], as: UTF8.self)
            let positions = first.positions.lowerBound...max(first.positions.lowerBound, last.positions.upperBound)
            for word in words {
                for (key, share) in keys(of: word, language) {
                    terms.append(
                        TranslatedTerm(
                            key: key, weight: weight * share, positions: positions, share: share,
                            reading: .init(original: original, translation: word, language: language, concept: nil)))
                }
            }
        }
        for (index, span) in spans.enumerated() {
            for next in spans.indices.dropFirst(index + 1)
            where spans[next].positions.lowerBound <= span.positions.upperBound + Self.compoundReach {
                add(
                    try compounds.compounds(of: translations[index], translations[next], language: language), span,
                    spans[next], weights.compound * 2)
            }
        }
        return terms
    }

    /// Positions that the words of a compound may be apart in the question.
    private static let compoundReach: UInt32 = 2

    private func learnedTerms(
        _ stem: String, at position: UInt32, _ original: String, factor: Float, from own: String, into language: String
    ) throws -> [TranslatedTerm] {
        guard weights.learned > 0 else { return [] }
        let found = try learned.translations(of: stem, from: own, to: language).prefix(Self.learnedLimit)
        guard let best = found.map(\.probability).max(), best > 0 else { return [] }
        return found.map { translation in
            TranslatedTerm(
                key: TermSpace.stem.key(translation.stem),
                weight: factor * weights.learned * Float(translation.probability / best),
                positions: position...position, share: 1,
                reading: .init(
                    original: original, translation: translation.reading, language: language, concept: nil))
        }
    }

    /// The keys of a translation, with the share that each has of it: its stems; of Han and Kana the bigrams too.
    private func keys(of translation: String, _ language: String) -> [(key: [UInt8], share: Float)] {
        let analysis = WordAnalysis(translation, analyzers: [analyzer(language)])
        let stems = analysis.units.flatMap { $0.stems.map(\.key) } + analysis.words.map(\.key)
        guard analysis.hasBigrams else { return stems.map { ($0, 1 / Float(stems.count)) } }
        let bigrams = analysis.units.map(\.exact)
        return stems.map { ($0, 0.5 / Float(stems.count)) } + bigrams.map { ($0, 0.5 / Float(bigrams.count)) }
    }
}
