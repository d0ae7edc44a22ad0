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
        // By language: words that a concept with a name in it takes in.
        var covered: [String: [ClosedRange<UInt32>]] = [:]
        for span in spans where span.section == .concepts && weights.covered != 1 {
            for language in languages where try hasName(span, language) {
                covered[language, default: []].append(span.positions)
            }
        }
        func factor(_ position: UInt32, _ language: String) -> Float {
            (covered[language] ?? []).contains { $0.contains(position) } ? weights.covered : 1
        }
        let bytes = Array(text.utf8)
        func source(_ range: Range<UInt32>, concept: String? = nil) -> TranslatedTerm.Source {
            let original = bytes[Int(range.lowerBound)..<Int(range.upperBound)]
            return TranslatedTerm.Source(String(decoding: original, as: UTF8.self), concept: concept)
        }
        var terms: [TranslatedTerm] = []
        // By language: words whose translation was learned as well, and from much text.
        var learned: [String: Set<UInt32>] = [:]
        let rich = try memory.richLanguages(from: own)
        for record in tokens.records where record.form == .stem && record.end > record.start {
            let source = source(record.start..<record.end)
            let stem = tokens.term(of: record)
            for language in languages where memory.hasLearned(from: own, into: language) {
                let before = terms.count
                try addLearned(
                    stem, at: record.position, source, factor: factor(record.position, language), from: own,
                    into: language, to: &terms)
                if terms.count > before, rich.contains(language) {
                    learned[language, default: []].insert(record.position)
                }
            }
        }
        for span in spans {
            let sources = span.meanings.map { source(span.range, concept: span.section == .concepts ? $0.name : nil) }
            for language in languages {
                var factor = span.section == .words ? factor(span.positions.lowerBound, language) : 1
                if learned[language]?.contains(span.positions.lowerBound) == true { factor *= weights.besideLearned }
                try add(span, sources, factor: factor, into: language, to: &terms)
            }
        }
        let words = spans.filter { $0.section == .words }
            .sorted { $0.positions.lowerBound < $1.positions.lowerBound }
        for language in languages where CompoundBuilder.isCompounding(language) {
            try addCompounds(of: words, into: language, to: &terms) { source($0) }
        }
        return terms
    }

    private func hasName(_ span: QuestionReader.Span, _ language: String) throws -> Bool {
        try span.meanings.contains { try !memory.translations(of: $0.name, .concepts, into: language).isEmpty }
    }

    /// - Parameter sources: of each meaning of the span.
    private func add(
        _ span: QuestionReader.Span, _ sources: [TranslatedTerm.Source], factor: Float, into language: String,
        to terms: inout [TranslatedTerm]
    ) throws {
        let weight = factor * (span.section == .concepts ? weights.concept * Float(span.positions.count) : 1)
        let first = terms.count
        for (meaning, source) in zip(span.meanings, sources) {
            for translation in try memory.translations(of: meaning.name, span.section, into: language) {
                let certainty = meaning.share * pow(weights.decay, Float(translation.rank))
                for part in translation.parts {
                    let term = TranslatedTerm(
                        part: part, weight: weight * part.share, certainty: certainty, positions: span.positions,
                        source: source)
                    // What several translations share is looked for once.
                    if let place = terms[first...].firstIndex(where: { $0.part.term === part.term }) {
                        if terms[place].merit < term.merit { terms[place] = term }
                    } else {
                        terms.append(term)
                    }
                }
            }
        }
    }

    /// Compounds of the words of the question that stand near each other.
    ///
    /// - Parameter spans: words, by position.
    private func addCompounds(
        of spans: [QuestionReader.Span], into language: String, to terms: inout [TranslatedTerm],
        source: (Range<UInt32>) -> TranslatedTerm.Source
    ) throws {
        let parts = try spans.map { span in
            try span.meanings.sorted { $0.share > $1.share }
                .flatMap { try memory.translations(of: $0.name, .words, into: language).compactMap(\.compoundPart) }
                .prefix(CompoundBuilder.partLimit)
        }
        let builder = CompoundBuilder(memory: memory)
        for (index, span) in spans.enumerated() {
            for other in spans.indices.dropFirst(index + 1)
            where spans[other].positions.lowerBound <= span.positions.upperBound + Self.compoundReach {
                let compounds = try builder.compounds(
                    of: Array(parts[index]), Array(parts[other]), language: language,
                    isLoose: weights.looseCompound > 0)
                guard !compounds.isEmpty else { continue }
                let next = spans[other]
                let source = source(
                    span.range.lowerBound..<max(span.range.upperBound, next.range.upperBound))
                let positions = span.positions.lowerBound...max(span.positions.lowerBound, next.positions.upperBound)
                for compound in compounds {
                    let weight = 2 * (compound.isWhole ? weights.compound : weights.looseCompound)
                    for part in try memory.compound(compound.word, language)?.parts ?? [] {
                        terms.append(
                            TranslatedTerm(
                                part: part, weight: weight * part.share, positions: positions, source: source))
                    }
                }
            }
        }
    }

    /// Positions that the words of a compound may be apart in the question.
    private static let compoundReach: UInt32 = 2

    private func addLearned(
        _ stem: String, at position: UInt32, _ source: TranslatedTerm.Source, factor: Float, from own: String,
        into language: String, to terms: inout [TranslatedTerm]
    ) throws {
        guard weights.learned > 0 else { return }
        let translations = try memory.learned(stem, from: own, into: language, limit: Self.learnedLimit)
        for translation in translations.prefix(Int(weights.learnedCount)) {
            for part in translation.parts {
                terms.append(
                    TranslatedTerm(
                        part: part, weight: factor * weights.learned,
                        certainty: pow(translation.probability, weights.learnedPower), positions: position...position,
                        source: source))
            }
        }
    }
}
