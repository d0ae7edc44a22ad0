internal import InvertedIndex
internal import TextAnalysis

extension QueryPlanner {
    /// The acronyms of a question spelt out as phrases, and acronyms for what it spells out, at a lower weight.
    ///
    /// A phrase scores as all its words together; here it stands for one word, so its weight is divided among them.
    func acronymTerms(_ words: [QueryWord]) -> [IndexQuery] {
        guard profile.acronymWeight > 0, let likeliest = analyzers.first else { return [] }
        var parts: [IndexQuery] = []
        var seen: Set<[[UInt8]]> = []
        for alternative in acronyms.alternatives(for: words.map(\.text), language: likeliest.language) {
            let own = analyzers.first { $0.language == alternative.language } ?? likeliest
            let units = WordAnalysis(alternative.text, analyzers: [own]).units
            // Singular and plural are the same phrase of stems and must not count twice.
            guard let first = units.first, seen.insert(units.map { $0.stems.first?.key ?? $0.exact }).inserted else {
                continue
            }
            if units.count == 1 {
                parts.append(.term(IndexTerm(first.exact, boost: profile.acronymWeight)))
                continue
            }
            // Names are inflected: Конвенции о запрещении химического оружия.
            let slots = units.map { unit in
                IndexPhrase.Slot(keys: [unit.exact] + unit.stems.map(\.key), offset: unit.position - first.position)
            }
            parts.append(.phrase(IndexPhrase(slots: slots, boost: profile.acronymWeight / Float(slots.count))))
        }
        return parts
    }

    /// The terms of a word with less weight where the word only makes a sentence a question.
    func weighed(_ parts: [IndexQuery], as word: QueryWord) throws -> [IndexQuery] {
        var factor = try translation?.ownFactor(of: word.text) ?? 1
        if profile.questionWordWeight != 1, QuestionWords.contains(word.text, languages: analyzers.map(\.language)) {
            factor *= profile.questionWordWeight
        }
        guard factor != 1 else { return parts }
        return parts.map { part in
            guard case .term(var term) = part else { return part }
            term.boost *= factor
            return .term(term)
        }
    }
}
