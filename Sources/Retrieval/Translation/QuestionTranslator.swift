internal import Foundation
internal import InvertedIndex
internal import TextAnalysis
internal import Translation

/// Puts the words of a question into the other languages of the index, as terms to look for.
///
/// The approach is translation of the question by dictionary (D. A. Hull, G. Grefenstette, "Querying across languages",
/// SIGIR 1996), with the thesaurus's names for what is said in several words, and translations learned from parallel
/// laws where there are such. How sure a translation is, by its rank or its probability, is a factor of its frequency
/// (``IndexTerm/certainty``), and terms are looked for one by one: a name of several words is the more found the more of
/// its words are there. Not taken: translating the provisions, which would multiply the index.
struct QuestionTranslator {
    let memory: TranslationMemory
    let weights: TranslationWeights

    /// Learned translations of one word that are remembered.
    private static let learnedLimit = 8

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
        // By language: words whose translation was learned as well, and from much text.
        var learned: [String: Set<UInt32>] = [:]
        let rich = try memory.richLanguages(from: own)
        for record in tokens.records where record.form == .stem && record.end > record.start {
            let original = String(decoding: bytes[Int(record.start)..<Int(record.end)], as: UTF8.self)
            for language in languages {
                let found = try learnedTerms(
                    tokens.term(of: record), at: record.position, original, factor: factor(record.position, language),
                    from: own, into: language)
                if rich.contains(language), found.contains(where: { $0.frequency > 0 }) {
                    learned[language, default: []].insert(record.position)
                }
                terms += found
            }
        }
        for span in spans {
            let original = String(
                decoding: bytes[Int(span.range.lowerBound)..<Int(span.range.upperBound)], as: UTF8.self)
            for language in languages {
                var factor = span.section == .words ? factor(span.positions.lowerBound, language) : 1
                if learned[language]?.contains(span.positions.lowerBound) == true { factor *= weights.besideLearned }
                terms += try self.terms(for: span, original, factor: factor, into: language)
            }
        }
        for language in languages where CompoundBuilder.isCompounding(language) {
            terms += try compoundTerms(spans.filter { $0.section == .words }, text: bytes, into: language)
        }
        return terms
    }

    private func hasName(_ span: QuestionReader.Span, _ language: String) throws -> Bool {
        try span.meanings.contains { try !memory.translations(of: $0.name, .concepts, into: language).isEmpty }
    }

    private func terms(
        for span: QuestionReader.Span, _ original: String, factor: Float, into language: String
    ) throws -> [TranslatedTerm] {
        let weight = factor * (span.section == .concepts ? weights.concept * Float(span.positions.count) : 1)
        var found: [TranslatedTerm] = []
        for meaning in span.meanings {
            for translation in try memory.translations(of: meaning.name, span.section, into: language) {
                let certainty = meaning.share * pow(weights.decay, Float(translation.rank))
                let reading = TranslatedTerm.Reading(
                    original: original, translation: translation.text, language: language,
                    concept: span.section == .concepts ? meaning.name : nil)
                for part in translation.parts {
                    let term = TranslatedTerm(
                        key: part.key, weight: weight * part.share, certainty: certainty,
                        positions: span.positions, share: part.share, frequency: part.frequency, reading: reading)
                    // What several translations share is looked for once.
                    if let place = found.firstIndex(where: { $0.key == part.key }) {
                        if found[place].merit < term.merit { found[place] = term }
                    } else {
                        found.append(term)
                    }
                }
            }
        }
        return found
    }

    /// Compounds of the words of the question that stand near each other.
    private func compoundTerms(
        _ spans: [QuestionReader.Span], text: [UInt8], into language: String
    ) throws -> [TranslatedTerm] {
        let spans = spans.sorted { $0.positions.lowerBound < $1.positions.lowerBound }
        let translations = try spans.map { span in
            try span.meanings.sorted { $0.share > $1.share }
                .flatMap { try memory.translations(of: $0.name, .words, into: language).map(\.text) }
        }
        let compounds = CompoundBuilder(memory: memory)
        var terms: [TranslatedTerm] = []
        func add(
            _ words: [CompoundBuilder.Compound], _ first: QuestionReader.Span, _ last: QuestionReader.Span
        ) throws {
            let range = first.range.lowerBound..<max(first.range.upperBound, last.range.upperBound)
            let original = String(decoding: text[Int(range.lowerBound)..<Int(range.upperBound)], as: UTF8.self)
            let positions = first.positions.lowerBound...max(first.positions.lowerBound, last.positions.upperBound)
            for compound in words {
                let weight = 2 * (compound.isWhole ? weights.compound : weights.looseCompound)
                for part in try memory.parts(of: compound.word, language) {
                    terms.append(
                        TranslatedTerm(
                            key: part.key, weight: weight * part.share, positions: positions, share: part.share,
                            frequency: part.frequency,
                            reading: .init(
                                original: original, translation: compound.word, language: language, concept: nil)))
                }
            }
        }
        for (index, span) in spans.enumerated() {
            for next in spans.indices.dropFirst(index + 1)
            where spans[next].positions.lowerBound <= span.positions.upperBound + Self.compoundReach {
                let words = try compounds.compounds(
                    of: translations[index], translations[next], language: language, isLoose: weights.looseCompound > 0)
                try add(words, span, spans[next])
            }
        }
        return terms
    }

    /// Positions that the words of a compound may be apart in the question.
    private static let compoundReach: UInt32 = 2

    private func learnedTerms(
        _ stem: String, at position: UInt32, _ original: String, factor: Float, from own: String,
        into language: String
    ) throws -> [TranslatedTerm] {
        guard weights.learned > 0 else { return [] }
        return try memory.learned(stem, from: own, into: language, limit: Self.learnedLimit)
            .prefix(Int(weights.learnedCount)).flatMap { translation in
                translation.parts.map { part in
                    TranslatedTerm(
                        key: part.key, weight: factor * weights.learned,
                        certainty: pow(translation.probability, weights.learnedPower), positions: position...position,
                        share: 1, frequency: part.frequency,
                        reading: .init(
                            original: original, translation: translation.text, language: language, concept: nil))
                }
            }
    }
}
