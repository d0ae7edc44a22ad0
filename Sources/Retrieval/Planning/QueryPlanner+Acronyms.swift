internal import InvertedIndex
internal import TextAnalysis

extension QueryPlanner {
    /// The acronyms of a question spelt out as phrases, and acronyms for what it spells out, at a lower weight.
    func acronymTerms(_ words: [QueryWord]) -> [IndexQuery] {
        guard profile.acronymWeight > 0, let likeliest = analyzers.first else { return [] }
        return acronyms.alternatives(for: words.map(\.text), language: likeliest.language).compactMap { alternative in
            let own = analyzers.first { $0.language == alternative.language } ?? likeliest
            let analysis = WordAnalysis(alternative.text, analyzers: [own])
            guard let first = analysis.units.first else { return nil }
            if analysis.units.count == 1 {
                return .term(IndexTerm(first.exact, boost: profile.acronymWeight))
            }
            // Names are inflected: Конвенции о запрещении химического оружия.
            let slots = analysis.units.map { unit in
                IndexPhrase.Slot(keys: [unit.exact] + unit.stems.map(\.key), offset: unit.position - first.position)
            }
            return .phrase(IndexPhrase(slots: slots, boost: profile.acronymWeight))
        }
    }

    /// The terms of a word with less weight where the word only makes a sentence a question.
    func weighed(_ parts: [IndexQuery], as word: QueryWord) -> [IndexQuery] {
        guard profile.questionWordWeight != 1,
            QuestionWords.contains(word.text, languages: analyzers.map(\.language))
        else { return parts }
        return parts.map { part in
            guard case .term(var term) = part else { return part }
            term.boost *= profile.questionWordWeight
            return .term(term)
        }
    }
}
