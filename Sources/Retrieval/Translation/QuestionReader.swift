internal import Obligations
internal import TextAnalysis
internal import Translation

/// Finds headwords and concepts of the lexicon in a question of one language.
struct QuestionReader: Sendable {
    /// A part of the question with what it may mean.
    struct Span: Sendable {
        /// UTF-8 range in the question.
        var range: Range<UInt32>
        /// Positions of its words.
        var positions: ClosedRange<UInt32>
        /// Headwords, or concepts, with the share that each has of the span; the shares add up to 1.
        var meanings: [(name: String, share: Float)]
        var section: Lexicon.Section
    }

    private let words: ConceptRecognizer
    private let concepts: ConceptRecognizer
    private let headwords: [Lexicon.Entry]
    private let names: [Lexicon.Entry]
    private let language: String

    /// - Parameter language: primary subtag of the question's language; one of the lexicon's.
    /// - Throws: `TranslationError` where a file of the lexicon is at fault.
    init(lexicon: Lexicon, language: String) throws(TranslationError) {
        self.language = language
        headwords = try lexicon.entries(.words, language)
        names = try lexicon.entries(.concepts, language)
        words = Self.recognizer(of: headwords, language)
        concepts = Self.recognizer(of: names, language)
    }

    private static func recognizer(of entries: [Lexicon.Entry], _ language: String) -> ConceptRecognizer {
        let names = entries.map { $0.translations.map { Concept.Label(text: $0, language: language) } }
        return ConceptRecognizer(names: names) { language in
            let analyzer = Analyzer(language: language)
            return { text, buffer in analyzer.analyze(text, into: &buffer) }
        }
    }

    /// The spans of a question, concepts first.
    func spans(of tokens: TokenBuffer, text: String) -> [Span] {
        spans(concepts.matches(in: tokens, language: language), names, .concepts, text)
            + spans(words.matches(in: tokens, language: language), headwords, .words, text)
    }

    /// Ids of the concepts that a question names.
    func concepts(in tokens: TokenBuffer) -> [String] {
        var ids: [String] = []
        for match in concepts.matches(in: tokens, language: language) {
            let id = names[match.concept].headword
            if !ids.contains(id) { ids.append(id) }
        }
        return ids
    }

    private func spans(
        _ matches: [ConceptMatch], _ entries: [Lexicon.Entry], _ section: Lexicon.Section, _ text: String
    ) -> [Span] {
        var spans: [Span] = []
        for match in matches {
            let entry = entries[match.concept]
            let share = rank(of: Array(text.utf8)[Int(match.range.lowerBound)..<Int(match.range.upperBound)], in: entry)
            if let last = spans.indices.last, spans[last].positions == match.positions {
                spans[last].meanings.append((entry.headword, share))
            } else {
                spans.append(
                    Span(
                        range: match.range, positions: match.positions, meanings: [(entry.headword, share)],
                        section: section))
            }
        }
        for index in spans.indices {
            let sum = spans[index].meanings.reduce(0) { $0 + $1.share }
            for place in spans[index].meanings.indices { spans[index].meanings[place].share /= sum }
        }
        return spans
    }

    /// Meanings of which the word is the first translation are likelier than those where it is the last.
    private func rank(of word: ArraySlice<UInt8>, in entry: Lexicon.Entry) -> Float {
        let word = String(decoding: word, as: UTF8.self).lowercased()
        let place = entry.translations.firstIndex { $0.lowercased().hasPrefix(word.prefix(4)) } ?? 2
        return 1 / Float(1 + place)
    }
}
