internal import InvertedIndex
internal import ProvisionIndex
internal import TextAnalysis

/// Tells by which translations a provision was reached.
struct TranslationTraces {
    private let terms: [[UInt8]: QuestionTranslation.Weighted]

    /// Translations told of one provision.
    private static let limit = 6

    init(_ terms: [QuestionTranslation.Weighted]) {
        self.terms = Dictionary(terms.map { ($0.term.key, $0) }) { first, second in
            first.term.boost >= second.term.boost ? first : second
        }
    }

    /// The translations that a text holds, the weightiest first, one for each part of the question.
    func traces(of tokens: TokenBuffer) -> [TranslationTrace] {
        var best: [String: QuestionTranslation.Weighted] = [:]
        for record in tokens.records {
            let start = Int(record.termOffset)
            let space = record.form == .exact ? TermSpace.exact : .stem
            let key = space.key(tokens.termBytes[start..<(start + Int(record.termLength))])
            guard let found = terms[key] else { continue }
            if let known = best[found.reading.original], known.term.boost >= found.term.boost { continue }
            best[found.reading.original] = found
        }
        return best.values.sorted {
            $0.term.boost != $1.term.boost
                ? $0.term.boost > $1.term.boost : $0.reading.original < $1.reading.original
        }
        .prefix(Self.limit).map {
            TranslationTrace(
                original: $0.reading.original, translation: $0.reading.translation, language: $0.reading.language,
                concept: $0.reading.concept)
        }
    }
}
