internal import InvertedIndex
internal import ProvisionIndex
internal import TextAnalysis
internal import Translation

/// Puts the words of a question into the other languages of the index, as terms to look for.
///
/// The approach is translation of the question by dictionary (D. A. Hull, G. Grefenstette, "Querying across languages",
/// SIGIR 1996), with the thesaurus's names for what is said in several words. Alternatives of one word are weighted by
/// rank, and terms are looked for one by one: a name of several words is the more found the more of its words are there.
/// Not taken: translating the provisions, which would multiply the index.
struct QuestionTranslator {
    let lexicon: Lexicon
    let weights: TranslationWeights
    /// Gives the analyzer of a language.
    let analyzer: (String) -> Analyzer

    /// The terms for a question in the given languages.
    ///
    /// - Throws: `TranslationError` where a file of the lexicon is at fault.
    func terms(
        for text: String, reader: QuestionReader, tokens: TokenBuffer, into languages: [String]
    ) throws(TranslationError) -> [TranslatedTerm] {
        let spans = reader.spans(of: tokens, text: text)
        let covered = spans.filter { $0.section == .concepts && $0.positions.count > 1 }.map(\.positions)
        let bytes = Array(text.utf8)
        var terms: [TranslatedTerm] = []
        for span in spans {
            let original = String(decoding: bytes[Int(span.range.lowerBound)..<Int(span.range.upperBound)], as: UTF8.self)
            var weight = span.section == .concepts ? weights.concept * Float(span.positions.count) : 1
            if span.section == .words, covered.contains(where: { $0.contains(span.positions.lowerBound) }) {
                weight *= weights.covered
            }
            for language in languages {
                var found: [[UInt8]: TranslatedTerm] = [:]
                for meaning in span.meanings {
                    let translations = try lexicon.translations(of: meaning.name, span.section, into: language)
                    var rank = weight * meaning.share
                    for translation in translations {
                        let reading = TranslatedTerm.Reading(
                            original: original, translation: translation, language: language,
                            concept: span.section == .concepts ? meaning.name : nil)
                        for (key, share) in keys(of: translation, language) {
                            // What several translations share is looked for once.
                            if let known = found[key], known.weight >= rank * share { continue }
                            found[key] = TranslatedTerm(key: key, weight: rank * share, isPart: share < 1, reading: reading)
                        }
                        rank *= weights.decay
                    }
                }
                terms += found.values.sorted { $0.key.lexicographicallyPrecedes($1.key) }
            }
        }
        return terms
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
