import TextAnalysis
import Translation

/// How far learned translations carry questions that nothing was learned from to the provisions that answer them.
struct HeldOutWords {
    /// Different words of the questions, counted once a question, without those that stand in more than a tenth of the
    /// provisions: they tell no provision from another.
    private(set) var words = 0
    /// Words that have a learned translation.
    private(set) var translated = 0
    /// Words of which one of the best three translations stands in the provision asked for.
    private(set) var met = 0

    /// Looks up the words of questions in one language, and their translations in provisions of the other.
    ///
    /// - Throws: ``LearnedLexiconError`` where the lexicon's file is damaged.
    init(
        _ questions: [(question: [String: String], provision: [String: String])], lexicon: LearnedLexicon,
        from first: String, to second: String
    ) throws {
        let (source, target) = (Analyzer(language: first), Analyzer(language: second))
        var frequencies: [String: Int] = [:]
        for item in questions {
            for stem in Self.stems(item.provision[first] ?? "", source) { frequencies[stem, default: 0] += 1 }
        }
        for item in questions {
            let answer = Self.stems(item.provision[second] ?? "", target)
            for stem in Self.stems(item.question[first] ?? "", source)
            where frequencies[stem, default: 0] * 10 <= questions.count {
                words += 1
                let translations = try lexicon.translations(of: stem, from: first, to: second)
                if !translations.isEmpty { translated += 1 }
                if translations.prefix(3).contains(where: { answer.contains($0.stem) }) { met += 1 }
            }
        }
    }

    private static func stems(_ text: String, _ analyzer: Analyzer) -> Set<String> {
        var buffer = TokenBuffer()
        analyzer.analyze(text, into: &buffer)
        let stems = buffer.records.filter { $0.form == .stem }.map { buffer.term(of: $0) }
        return Set(stems.filter { $0.count > 1 && $0.contains(where: \.isLetter) })
    }
}
