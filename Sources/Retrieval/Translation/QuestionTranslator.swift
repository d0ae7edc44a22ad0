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
    /// By the rank of a translation.
    private let decays: [Float]

    init(memory: TranslationMemory, weights: TranslationWeights) {
        self.memory = memory
        self.weights = weights
        decays = (0..<8).map { pow(weights.decay, Float($0)) }
    }

    /// Terms of most questions at most; more are found as well.
    private static let usualCount = 1024

    private func decay(_ rank: Int) -> Float {
        rank < decays.count ? decays[rank] : pow(weights.decay, Float(rank))
    }

    /// The terms for a question in the given languages; each key once for a span of words and a language.
    ///
    /// - Throws: `TranslationError` or `LearnedLexiconError` where a resource is at fault.
    func terms(
        for text: String, from own: String, reader: QuestionReader, tokens: TokenBuffer, into tags: [String]
    ) throws -> [TranslatedTerm] {
        let languages = tags.map(memory.language)
        let spans = reader.spans(of: tokens, text: text).map { span in
            (span: span, headwords: span.meanings.map { memory.headword($0.name, span.section) })
        }
        // By language: words that a concept with a name in it takes in.
        var covered = [[ClosedRange<UInt32>]](repeating: [], count: languages.count)
        for (span, headwords) in spans where span.section == .concepts && weights.covered != 1 {
            for (place, language) in languages.enumerated()
            where try headwords.contains(where: { try !memory.translations(of: $0, into: language).isEmpty }) {
                covered[place].append(span.positions)
            }
        }
        func factor(_ position: UInt32, _ place: Int) -> Float {
            covered[place].contains { $0.contains(position) } ? weights.covered : 1
        }
        let bytes = Array(text.utf8)
        func source(_ range: Range<UInt32>, concept: String? = nil) -> TranslatedTerm.Source {
            let original = bytes[Int(range.lowerBound)..<Int(range.upperBound)]
            return TranslatedTerm.Source(String(decoding: original, as: UTF8.self), concept: concept)
        }
        var terms: [TranslatedTerm] = []
        terms.reserveCapacity(Self.usualCount)
        // By language: words whose translation was learned as well, and from much text.
        var learned = [Set<UInt32>](repeating: [], count: languages.count)
        let rich = try memory.richLanguages(from: own)
        let taught = languages.indices.filter { memory.hasLearned(from: own, into: tags[$0]) }
        for record in tokens.records where record.form == .stem && record.end > record.start && !taught.isEmpty {
            let source = source(record.start..<record.end)
            let stem = memory.stem(tokens.term(of: record), of: own)
            for place in taught {
                let before = terms.count
                try addLearned(
                    stem, at: record.position, source, factor: factor(record.position, place),
                    into: languages[place], place, to: &terms)
                if terms.count > before, rich.contains(tags[place]) { learned[place].insert(record.position) }
            }
        }
        for (span, headwords) in spans {
            let sources = span.meanings.map { source(span.range, concept: span.section == .concepts ? $0.name : nil) }
            for (place, language) in languages.enumerated() {
                var factor = span.section == .words ? factor(span.positions.lowerBound, place) : 1
                if learned[place].contains(span.positions.lowerBound) { factor *= weights.besideLearned }
                try add(span, headwords, sources, factor: factor, into: language, place, to: &terms)
            }
        }
        let words = spans.filter { $0.span.section == .words }
            .sorted { $0.span.positions.lowerBound < $1.span.positions.lowerBound }
        for (place, language) in languages.enumerated() where language.isCompounding {
            try addCompounds(of: words, into: language, place, to: &terms) { source($0) }
        }
        return terms
    }

    /// - Parameters:
    ///   - headwords: of each meaning of the span.
    ///   - sources: of each meaning of the span.
    ///   - place: of the language among those that the question is put into.
    private func add(
        _ span: QuestionReader.Span, _ headwords: [TranslationMemory.Headword], _ sources: [TranslatedTerm.Source],
        factor: Float, into language: TranslationMemory.Language, _ place: Int, to terms: inout [TranslatedTerm]
    ) throws {
        let weight = factor * (span.section == .concepts ? weights.concept * Float(span.positions.count) : 1)
        let first = terms.count
        for (number, meaning) in span.meanings.enumerated() {
            let translations = try memory.translations(of: headwords[number], into: language)
            // By their numbers: a copy of each would take four references and give them back.
            for index in translations.indices {
                let certainty = meaning.share * decay(translations[index].rank)
                for part in translations[index].parts {
                    let term = TranslatedTerm(
                        part: part, weight: weight * part.share, certainty: certainty, positions: span.positions,
                        languagePlace: place, source: sources[number])
                    // What several translations share is looked for once.
                    if let known = terms[first...].firstIndex(where: { $0.part.term === part.term }) {
                        if terms[known].merit < term.merit { terms[known] = term }
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
        of words: [(span: QuestionReader.Span, headwords: [TranslationMemory.Headword])],
        into language: TranslationMemory.Language, _ place: Int, to terms: inout [TranslatedTerm],
        source: (Range<UInt32>) -> TranslatedTerm.Source
    ) throws {
        let spans = words.map(\.span)
        let parts = try words.map { span, headwords in
            var parts: [CompoundPart] = []
            for number in span.meanings.indices.sorted(by: { span.meanings[$0].share > span.meanings[$1].share }) {
                let translations = try memory.translations(of: headwords[number], into: language)
                for index in translations.indices where parts.count < CompoundBuilder.partLimit {
                    if let part = translations[index].compoundPart { parts.append(part) }
                }
            }
            return parts
        }
        let builder = CompoundBuilder(memory: memory)
        for (index, span) in spans.enumerated() {
            for other in spans.indices.dropFirst(index + 1)
            where spans[other].positions.lowerBound <= span.positions.upperBound + Self.compoundReach {
                let compounds = try builder.compounds(
                    of: parts[index], parts[other], language: language.tag,
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
                                part: part, weight: weight * part.share, positions: positions, languagePlace: place,
                                source: source))
                    }
                }
            }
        }
    }

    /// Positions that the words of a compound may be apart in the question.
    private static let compoundReach: UInt32 = 2

    private func addLearned(
        _ stem: TranslationMemory.Headword, at position: UInt32, _ source: TranslatedTerm.Source, factor: Float,
        into language: TranslationMemory.Language, _ place: Int, to terms: inout [TranslatedTerm]
    ) throws {
        guard weights.learned > 0 else { return }
        let translations = try memory.translations(of: stem, into: language)
        for translation in translations.prefix(Int(weights.learnedCount)) {
            for part in translation.parts {
                terms.append(
                    TranslatedTerm(
                        part: part, weight: factor * weights.learned,
                        certainty: pow(translation.probability, weights.learnedPower), positions: position...position,
                        languagePlace: place, source: source))
            }
        }
    }
}
