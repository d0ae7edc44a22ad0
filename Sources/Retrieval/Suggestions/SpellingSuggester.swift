internal import Foundation
public import InvertedIndex
internal import ProvisionIndex
internal import TextAnalysis

/// Finds words that a question probably meant where the index does not hold those it has.
///
/// A word is corrected to the word of the index for which `ln(provisions) − edits · ln 100` is highest: one edit more
/// must be worth a hundred times the provisions. Provisions are those of one language for the whole question, the one
/// in which its words, as written and corrected, are most at home.
///
/// Source: M. Kernighan, K. Church and W. Gale, "A spelling correction program based on a noisy channel model",
/// COLING 1990 (prior of the word times the likelihood of the error). Taken: document frequency as prior, one
/// likelihood for every kind of error. Not taken: a table of confusions, which would have to be learned a language.
///
/// Holds analyzers, which are not for sharing: each thread has its own.
public final class SpellingSuggester {
    private let index: IndexSearcher
    private var analyzers: [String: Analyzer] = [:]
    private var languageSizes: [String: Int] = [:]

    /// A word in more provisions than this, of whatever language, is taken as meant.
    private static let hardlyHeld = 3
    /// How many times more provisions than a word that hardly occurs its correction must have.
    private static let leastGain = 25
    /// From so many letters on two edits are looked for.
    private static let longWord = 6
    /// ln 100: what an edit costs.
    private static let editCost = 4.605
    /// Candidates whose provisions are counted by language.
    private static let countedCandidates = 8
    /// Known words that have a say in the language.
    private static let countedWords = 3
    /// Words of one question that are corrected.
    private static let correctedWords = 8

    /// A suggester of words of `index`, which is one of provisions.
    public init(index: IndexSearcher) { self.index = index }

    /// The question with misspelt words corrected; nil where nothing is to be corrected.
    ///
    /// Words in quotation marks, patterns, words with digits, words in capitals among others that are not, and words of
    /// Han and other scripts without letters stay as they are.
    ///
    /// - Parameters:
    ///   - question: in the query language; what does not parse is taken as plain words.
    ///   - language: BCP 47 tag of the question; nil where it is to be found from the words.
    /// - Throws: `IndexError` when damage is met.
    public func suggestion(for question: String, language: String? = nil) throws -> SpellingSuggestion? {
        let isPlain = (try? QueryParser.parse(question)) == nil
        let query = (try? QueryParser.parse(question)) ?? QueryParser.plain(question)
        guard
            let found = try suggestion(for: query, in: question, language: language),
            isPlain || (try? QueryParser.parse(found.question)) != nil
        else { return nil }
        return found
    }

    private func suggestion(
        for query: Query, in question: String, language: String?
    ) throws -> SpellingSuggestion? {
        let languages = language.map { [$0] } ?? StemLanguages.candidates(for: question)
        let words = QuestionWord.words(of: query.root, question: question, analyzer: analyzer(languages[0]))
        var doubtful: [Doubtful] = []
        var known: [(key: [UInt8], frequency: Int)] = []
        for word in words {
            let frequency = try index.documentFrequency(word.key)
            if frequency > Self.hardlyHeld {
                known.append((word.key, frequency))
            } else if word.isCorrectable, doubtful.count < Self.correctedWords {
                let candidates = try self.candidates(word)
                if !candidates.isEmpty {
                    doubtful.append(Doubtful(word: word, frequency: frequency, candidates: candidates))
                }
            }
        }
        guard !doubtful.isEmpty else { return nil }
        known.sort { $0.frequency < $1.frequency }
        let evidence = try known.prefix(Self.countedWords).map { try provisionsByLanguage($0.key) }
        let chosen = try self.language(
            doubtful, evidence: evidence, given: language, likeliest: languages.first ?? "")
        var corrections: [WordCorrection] = []
        var hasUnknownWord = false
        for word in doubtful {
            guard let correction = try correction(word, language: chosen) else { continue }
            corrections.append(correction)
            if word.frequency == 0 { hasUnknownWord = true }
        }
        guard !corrections.isEmpty else { return nil }
        return SpellingSuggestion(
            question: Self.applied(corrections, to: question), corrections: corrections, language: chosen,
            hasUnknownWord: hasUnknownWord)
    }

    /// A word that the index does not hold, or hardly.
    private struct Doubtful {
        var word: QuestionWord
        var frequency: Int
        var candidates: [Candidate]
    }

    private struct Candidate {
        var key: [UInt8]
        var edits: Int
        var provisions: [String: Int]

        func score(_ language: String) -> Double {
            provisions[language].map { log(Double($0)) - Double(edits) * SpellingSuggester.editCost } ?? -.infinity
        }
    }

    /// Near words of the index, with their provisions by language.
    private func candidates(_ word: QuestionWord) throws -> [Candidate] {
        guard let range = AlphabetRange.of(word.folded) else { return [] }
        let prefix = [TermSpace.exact.rawValue]
        var near = try index.terms(
            in: TermNeighbourhood(of: word.folded, prefix: prefix, edits: 1, firstScalars: range))
        if word.folded.unicodeScalars.count >= Self.longWord {
            near += try index.terms(
                in: TermNeighbourhood(of: word.folded, prefix: prefix, edits: 2, keepsFirst: true)
            ).filter { $0.edits == 2 }
        }
        func score(_ neighbour: IndexSearcher.Neighbour) -> Double {
            log(Double(neighbour.documentFrequency)) - Double(neighbour.edits) * Self.editCost
        }
        let best = near.filter { $0.edits > 0 && Self.isWord($0.key) }.map { (score: score($0), neighbour: $0) }
            .sorted { $0.score > $1.score }
        return try best.prefix(Self.countedCandidates).map { _, neighbour in
            Candidate(
                key: neighbour.key, edits: neighbour.edits, provisions: try provisionsByLanguage(neighbour.key))
        }
    }

    /// The language in which the words are most at home: the highest sum of the logarithms of their shares.
    private func language(
        _ doubtful: [Doubtful], evidence: [[String: Int]], given: String?, likeliest: String
    ) throws -> String {
        if let given { return Self.primary(given) }
        var languages: Set<String> = []
        for word in doubtful { for candidate in word.candidates { languages.formUnion(candidate.provisions.keys) } }
        var best: (language: String, score: Double)?
        for language in languages.sorted() {
            // Small languages must not win by a single provision.
            let size = log(Double(try self.size(of: language)) + 1000)
            var score = language == Self.primary(likeliest) ? 1.0 : 0
            for word in doubtful {
                let highest = word.candidates.map { $0.score(language) }.max() ?? -.infinity
                score += max(highest, -3 * Self.editCost) - size
            }
            for provisions in evidence { score += log(Double(provisions[language] ?? 0) + 0.1) - size }
            if score > best?.score ?? -.infinity { best = (language, score) }
        }
        return best?.language ?? Self.primary(likeliest)
    }

    private func correction(_ doubtful: Doubtful, language: String) throws -> WordCorrection? {
        let ranked = doubtful.candidates.filter { $0.provisions[language] != nil }
            .sorted { $0.score(language) > $1.score(language) }
        guard let best = ranked.first, let provisions = best.provisions[language] else { return nil }
        let least = doubtful.frequency == 0 ? try size(of: language) / 20_000 : Self.leastGain * doubtful.frequency
        guard provisions >= max(1, least) else { return nil }
        let text = String(decoding: best.key.dropFirst(), as: UTF8.self)
        guard try !isFoundOtherwise(doubtful.word, correction: text, provisions: provisions, language: language) else {
            return nil
        }
        return WordCorrection(
            written: doubtful.word.text, correction: doubtful.word.capitalised(text), edits: best.edits,
            provisions: provisions, range: doubtful.word.range)
    }

    /// Whether a word that does not occur is no misspelling all the same: another form of words that do, or a compound
    /// of such.
    private func isFoundOtherwise(
        _ word: QuestionWord, correction: String, provisions: Int, language: String
    ) throws -> Bool {
        let analyzer = analyzer(language)
        let stems = WordAnalysis(word.text, analyzers: [analyzer]).units.flatMap { $0.stems.map(\.key) }
        let others = WordAnalysis(correction, analyzers: [analyzer]).units.flatMap { $0.stems.map(\.key) }
        if !Set(stems).isDisjoint(with: others) { return true }
        for stem in stems where try index.documentFrequency(stem) * 10 >= max(provisions, 10) { return true }
        return !CompoundSplitter(searcher: index).parts(of: word.key, language: language).isEmpty
    }

    // MARK: Counts

    private func provisionsByLanguage(_ key: [UInt8]) throws -> [String: Int] {
        let facet = index.facet(ProvisionSchema.ColumnName.language, in: try index.matches(.term(IndexTerm(key))))
        return Dictionary(facet.map { (Self.primary($0.key), $0.value) }, uniquingKeysWith: +)
    }

    private func size(of language: String) throws -> Int {
        if let known = languageSizes[language] { return known }
        let size = try index.documentFrequency(TermSpace.keyword.key(FilterKeyword.language(language)))
        languageSizes[language] = size
        return size
    }

    // MARK: Small things

    private func analyzer(_ language: String) -> Analyzer {
        if let analyzer = analyzers[language] { return analyzer }
        let analyzer = Analyzer(language: language)
        analyzers[language] = analyzer
        return analyzer
    }

    private static func isWord(_ key: [UInt8]) -> Bool {
        String(decoding: key.dropFirst(), as: UTF8.self).unicodeScalars.allSatisfy {
            $0.properties.isAlphabetic || $0.properties.generalCategory == .nonspacingMark
        }
    }

    private static func primary(_ tag: String) -> String { String(tag.lowercased().prefix { $0 != "-" }) }

    private static func applied(_ corrections: [WordCorrection], to question: String) -> String {
        var bytes = Array(question.utf8)
        for correction in corrections.sorted(by: { $0.range.lowerBound > $1.range.lowerBound }) {
            bytes.replaceSubrange(correction.range, with: correction.correction.utf8)
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
