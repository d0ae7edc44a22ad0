import Foundation
import TextAnalysis
import Translation

/// How often the best learned translation of a word is one that a lexicon made by hand gives.
struct HandAgreement {
    /// What was counted in one direction.
    struct Count {
        /// Words compared: the most frequent in the training texts of those that the hand lexicon has.
        var words = 0
        /// Words whose best learned translation the hand lexicon gives.
        var best = 0
        /// Words with such a one among the best three.
        var amongThree = 0
        /// The others, with what was learned.
        var others: [(word: String, learned: [String])] = []
    }

    /// From the first language to the second, and back.
    private(set) var forward = Count()
    private(set) var backward = Count()

    /// Compares.
    ///
    /// - Parameters:
    ///   - path: a hand lexicon: an English headword, a tab, translations separated by `|`.
    ///   - words: how many words are compared in each direction.
    /// - Throws: ``LearningError`` where the file is missing or has a bad line; where the pair is not of English, too.
    init(_ learning: PairLearning, lexicon: LearnedLexicon, hand path: String, words: Int) throws {
        guard learning.first == "en" || learning.second == "en" else {
            throw LearningError("\(path): its headwords are English, and the pair has no English.")
        }
        let other = learning.first == "en" ? learning.second : learning.first
        let (english, foreign) = (Analyzer(language: "en"), Analyzer(language: other))
        var fromEnglish: [String: Set<String>] = [:]
        var toEnglish: [String: Set<String>] = [:]
        guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
            throw LearningError("\(path): missing, or not UTF-8.")
        }
        for (number, line) in text.split(separator: "\n").enumerated() where !line.hasPrefix("#") {
            let fields = line.split(separator: "\t")
            guard fields.count == 2 else {
                throw LearningError("\(path), line \(number + 1): not a headword, a tab and translations.")
            }
            let heads = Self.stems(fields[0], english)
            for translation in fields[1].split(separator: "|") {
                let stems = Self.stems(translation, foreign)
                // A translation of several words says of each only that it takes part.
                if heads.count == 1 { fromEnglish[heads[0], default: []].formUnion(stems) }
                if stems.count == 1 { toEnglish[stems[0], default: []].formUnion(heads) }
            }
        }
        let englishFirst = learning.first == "en"
        forward = try Self.count(
            englishFirst ? fromEnglish : toEnglish, learning.vocabularies.source, words
        ) { try lexicon.translations(of: $0, from: learning.first, to: learning.second) }
        backward = try Self.count(
            englishFirst ? toEnglish : fromEnglish, learning.vocabularies.target, words
        ) { try lexicon.translations(of: $0, from: learning.second, to: learning.first) }
    }

    private static func count(
        _ hand: [String: Set<String>], _ vocabulary: StemVocabulary, _ words: Int,
        translations: (String) throws -> [LearnedTranslation]
    ) throws -> Count {
        let frequent = hand.keys.compactMap { stem in vocabulary.number(of: stem).map { ($0, stem) } }
            .sorted { left, right in
                let (one, two) = (vocabulary.counts[Int(left.0)], vocabulary.counts[Int(right.0)])
                return one != two ? one > two : left.0 < right.0
            }
        var count = Count()
        for (number, stem) in frequent.prefix(words) {
            let learned = try translations(stem)
            let known = hand[stem] ?? []
            count.words += 1
            if learned.first.map({ known.contains($0.stem) }) == true {
                count.best += 1
            } else {
                count.others.append((vocabulary.reading(of: number), learned.prefix(3).map(\.reading)))
            }
            if learned.prefix(3).contains(where: { known.contains($0.stem) }) { count.amongThree += 1 }
        }
        return count
    }

    private static func stems(_ text: Substring, _ analyzer: Analyzer) -> [String] {
        var buffer = TokenBuffer()
        analyzer.analyze(String(text), into: &buffer)
        return buffer.records.filter { $0.form == .stem }.map { buffer.term(of: $0) }
    }
}
