internal import InvertedIndex
internal import ProvisionIndex
internal import TextAnalysis
internal import Translation

/// What the translations of a word are in one index: their keys, and in how many provisions each stands.
///
/// Questions repeat words, and analysing some hundred translations and looking each up costs more than the search; so
/// what was found is kept, as long as its searcher lives. Of one thread.
final class TranslationMemory {
    /// A translation with those of its terms that the index holds.
    struct Translation {
        /// As the lexicon has it.
        var text: String
        /// Place among the translations of its headword.
        var rank: Int
        /// How probable it is, above 0 and at most 1; 1 for what was written by hand.
        var probability: Float
        var parts: [TranslationPart]
        /// What it is in compounds; nil in languages that have none, and where it can be no part of one.
        var compoundPart: CompoundPart?
    }

    private enum Source: Hashable {
        case lexicon(Lexicon.Section, String)
        case learned(String, from: String)
        case compound(String)
    }

    private struct Key: Hashable {
        var source: Source
        var language: String
    }

    private let searcher: IndexSearcher
    private let terms: KnownTerms
    private let lexicon: Lexicon
    private let learned: LearnedLexicon
    private let analyzer: (String) -> Analyzer
    private var known: [Key: [Translation]] = [:]
    private var beginnings: [[UInt8]: KnownWords] = [:]
    /// By language of the question.
    private var rich: [String: Set<String>] = [:]

    /// Pairs of stems: the texts of the United Nations' six languages that come with the program give 3,000, the laws of
    /// Canada 10,000.
    private static let richCount = 6000
    /// Words that are remembered; a service that runs for long starts anew then.
    private static let capacity = 100_000
    /// Words of the index that begin alike and are looked at.
    private static let beginningLimit = 4096

    /// - Parameter terms: those of the searcher's commit.
    init(
        searcher: IndexSearcher, terms: KnownTerms, lexicon: Lexicon, learned: LearnedLexicon,
        analyzer: @escaping (String) -> Analyzer
    ) {
        self.searcher = searcher
        self.terms = terms
        self.lexicon = lexicon
        self.learned = learned
        self.analyzer = analyzer
    }

    /// Translations of a headword, or names of a concept, the likeliest first.
    ///
    /// - Throws: `TranslationError` or `IndexError` where a file is at fault.
    func translations(
        of name: String, _ section: Lexicon.Section, into language: String
    ) throws -> [Translation] {
        try remembered(Key(source: .lexicon(section, name), language: language)) {
            try lexicon.translations(of: name, section, into: language).enumerated().map { rank, text in
                Translation(
                    text: text, rank: rank, probability: 1, parts: try parts(of: text, language),
                    compoundPart: CompoundBuilder.isCompounding(language) ? CompoundPart(text) : nil)
            }
        }
    }

    /// Translations of a stem that were learned from parallel laws, the likeliest first.
    ///
    /// - Throws: `LearnedLexiconError` or `IndexError` where a file is at fault.
    func learned(
        _ stem: String, from own: String, into language: String, limit: Int
    ) throws -> [Translation] {
        try remembered(Key(source: .learned(stem, from: own), language: language)) {
            let found = try learned.translations(of: stem, from: own, to: language).prefix(limit)
            return try found.enumerated().map { rank, translation in
                let key = TermSpace.stem.key(translation.stem)
                return Translation(
                    text: translation.reading, rank: rank, probability: Float(translation.probability),
                    parts: [try part(key, 1, of: translation.reading, language)])
            }
        }
    }

    /// Whether any translations were learned between two languages.
    func hasLearned(from own: String, into language: String) -> Bool {
        learned.pairs.contains {
            $0.first == own && $0.second == language || $0.first == language && $0.second == own
        }
    }

    /// Languages into which translations were learned from so much text that they say more than those written by hand.
    ///
    /// - Throws: `LearnedLexiconError` where a file is at fault.
    func richLanguages(from own: String) throws(LearnedLexiconError) -> Set<String> {
        if let known = rich[own] { return known }
        var languages: Set<String> = []
        for pair in learned.pairs where pair.first == own || pair.second == own {
            if try learned.description(of: pair).count >= Self.richCount {
                languages.insert(pair.first == own ? pair.second : pair.first)
            }
        }
        rich[own] = languages
        return languages
    }

    /// A compound of the index, which stands for itself.
    ///
    /// - Throws: `IndexError` when damage is met.
    func compound(_ word: String, _ language: String) throws -> Translation? {
        try remembered(Key(source: .compound(word), language: language)) {
            [Translation(text: word, rank: 0, probability: 1, parts: try parts(of: word, language))]
        }.first
    }

    /// The terms of a translation.
    private func parts(of text: String, _ language: String) throws -> [TranslationPart] {
        let analysis = WordAnalysis(text, analyzers: [analyzer(language)])
        let stems = analysis.units.flatMap { $0.stems.map(\.key) } + analysis.words.map(\.key)
        // Of Han and Kana the bigrams too.
        let bigrams = analysis.hasBigrams ? analysis.units.map(\.exact) : []
        let half: Float = bigrams.isEmpty ? 1 : 0.5
        return try stems.map { try part($0, half / Float(stems.count), of: text, language) }
            + bigrams.map { try part($0, half / Float(bigrams.count), of: text, language) }
    }

    private func part(
        _ key: [UInt8], _ share: Float, of translation: String, _ language: String
    ) throws -> TranslationPart {
        TranslationPart(term: try terms.term(key), share: share, translation: translation, language: language)
    }

    /// Exact words of the index that begin with a word and are longer.
    func words(beginningWith word: [UInt8]) throws(IndexError) -> KnownWords {
        if let found = beginnings[word] { return found }
        var words: [[UInt8]] = []
        var left = Self.beginningLimit
        try searcher.forEachTerm(prefix: TermSpace.exact.key(word)) { key, _ in
            words.append(Array(key.dropFirst()))
            left -= 1
            return left > 0
        }
        let known = KnownWords(words, head: word, links: Self.allLinks)
        if beginnings.count >= Self.capacity { beginnings.removeAll() }
        beginnings[word] = known
        return known
    }

    private static let allLinks = Array(Set(CompoundBuilder.links.values.joined()))

    private func remembered(_ key: Key, _ find: () throws -> [Translation]) throws -> [Translation] {
        if let found = known[key] { return found }
        var found = try find()
        for place in found.indices { found[place].parts.removeAll { $0.frequency == 0 } }
        if known.count >= Self.capacity { known.removeAll() }
        known[key] = found
        return found
    }
}
