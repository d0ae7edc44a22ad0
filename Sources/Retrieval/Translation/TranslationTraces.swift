internal import ProvisionIndex
internal import TextAnalysis

/// Tells by which translations a provision was reached.
struct TranslationTraces {
    private let terms: [[UInt8]: [QuestionTranslation.Weighted]]

    /// Translations told of one provision.
    private static let limit = 6
    /// A translation of several terms is there when so much of it is; of Han text dictionary words or bigrams do.
    private static let leastShare: Float = 0.49

    init(_ terms: [QuestionTranslation.Weighted]) { self.terms = Dictionary(grouping: terms) { $0.term.part.key } }

    /// The translations that a text holds, the weightiest first, one for each part of the question.
    ///
    /// - Parameter language: primary subtag of the text's language; translations into others are no reason.
    func traces(of tokens: TokenBuffer, language: String) -> [TranslationTrace] {
        var found: [TranslatedTerm.Reading: (share: Float, boost: Float)] = [:]
        var seen: Set<[UInt8]> = []
        for record in tokens.records {
            let start = Int(record.termOffset)
            let space = record.form == .exact ? TermSpace.exact : .stem
            let key = space.key(tokens.termBytes[start..<(start + Int(record.termLength))])
            guard let readings = terms[key], seen.insert(key).inserted else { continue }
            for (term, boost) in readings where term.part.language == language {
                let known = found[term.reading] ?? (0, 0)
                found[term.reading] = (known.share + term.part.share, known.boost + boost)
            }
        }
        var best: [String: (reading: TranslatedTerm.Reading, boost: Float)] = [:]
        for (reading, sums) in found where sums.share > Self.leastShare {
            let known = best[reading.original]
            // Ties are broken by the translation, for the order of a dictionary is not the same twice.
            if let known, (known.boost, reading.translation) >= (sums.boost, known.reading.translation) { continue }
            best[reading.original] = (reading, sums.boost)
        }
        return best.values.sorted {
            $0.boost != $1.boost ? $0.boost > $1.boost : $0.reading.original < $1.reading.original
        }
        .prefix(Self.limit).map {
            TranslationTrace(
                original: $0.reading.original, translation: $0.reading.translation, language: language,
                concept: $0.reading.concept)
        }
    }
}
