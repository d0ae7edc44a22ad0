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

    /// A language that questions are put into, with a number by which it is found faster than by its name.
    struct Language {
        /// Primary subtag.
        let tag: String
        fileprivate let number: Int
        let isCompounding: Bool
    }

    /// What has translations, with those that were asked for before.
    final class Headword {
        fileprivate enum Source: Hashable {
            case lexicon(Lexicon.Section, String)
            case learned(String, from: String)
            case compound(String)
        }

        fileprivate let source: Source
        /// By the number of the language.
        fileprivate var known: [[Translation]?] = []

        fileprivate init(_ source: Source) { self.source = source }
    }

    private let searcher: IndexSearcher
    private let terms: KnownTerms
    private let lexicon: Lexicon
    private let learned: LearnedLexicon
    private let analyzer: (String) -> Analyzer
    private var buffer = TokenBuffer()
    private var headwords: [Headword.Source: Headword] = [:]
    private var languages: [String: Language] = [:]
    private var beginnings: [[UInt8]: KnownWords] = [:]
    /// By language of the question.
    private var rich: [String: Set<String>] = [:]

    /// Pairs of stems: the texts of the United Nations' six languages that come with the program give 3,000, the laws of
    /// Canada 10,000.
    private static let richCount = 6000
    /// Learned translations of one word that are remembered.
    private static let learnedLimit = 8
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

    /// A language by its primary subtag.
    func language(_ tag: String) -> Language {
        if let known = languages[tag] { return known }
        let language = Language(
            tag: tag, number: languages.count, isCompounding: CompoundBuilder.isCompounding(tag))
        languages[tag] = language
        return language
    }

    /// A headword of the lexicon, or a concept of the thesaurus.
    func headword(_ name: String, _ section: Lexicon.Section) -> Headword { headword(.lexicon(section, name)) }

    /// A stem of which translations were learned from parallel laws.
    func stem(_ stem: String, of own: String) -> Headword { headword(.learned(stem, from: own)) }

    private func headword(_ source: Headword.Source) -> Headword {
        if let known = headwords[source] { return known }
        if headwords.count >= Self.capacity { headwords.removeAll() }
        let headword = Headword(source)
        headwords[source] = headword
        return headword
    }

    /// The translations of a headword, or names of a concept, the likeliest first.
    ///
    /// - Throws: `TranslationError`, `LearnedLexiconError` or `IndexError` where a file is at fault.
    func translations(of headword: Headword, into language: Language) throws -> [Translation] {
        if language.number < headword.known.count, let found = headword.known[language.number] { return found }
        var found = try find(headword.source, language.tag)
        for place in found.indices { found[place].parts.removeAll { $0.frequency == 0 } }
        while headword.known.count <= language.number { headword.known.append(nil) }
        headword.known[language.number] = found
        return found
    }

    private func find(_ source: Headword.Source, _ language: String) throws -> [Translation] {
        switch source {
        case .lexicon(let section, let name):
            try lexicon.translations(of: name, section, into: language).enumerated().map { rank, text in
                Translation(
                    text: text, rank: rank, probability: 1, parts: try parts(of: text, language),
                    compoundPart: CompoundBuilder.isCompounding(language) ? CompoundPart(text) : nil)
            }
        case .learned(let stem, let own):
            try learned.translations(of: stem, from: own, to: language).prefix(Self.learnedLimit).enumerated()
                .map { rank, translation in
                    let key = TermSpace.stem.key(translation.stem)
                    return Translation(
                        text: translation.reading, rank: rank, probability: Float(translation.probability),
                        parts: [try part(key, 1, of: translation.reading, language)])
                }
        case .compound(let word):
            [Translation(text: word, rank: 0, probability: 1, parts: try parts(of: word, language))]
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
    func compound(_ word: String, _ language: Language) throws -> Translation? {
        try translations(of: headword(.compound(word)), into: language).first
    }

    /// How many provisions hold the rarest part of some words.
    ///
    /// - Throws: `IndexError` when damage is met.
    func frequency(of words: String, in language: String) throws -> Int {
        try parts(of: words, language).map(\.frequency).min() ?? 0
    }

    /// The terms of a translation.
    private func parts(of text: String, _ language: String) throws -> [TranslationPart] {
        let analysis = WordAnalysis(text, analyzers: [analyzer(language)], buffer: &buffer)
        let stemCount = analysis.units.reduce(analysis.words.count) { $0 + $1.stems.count }
        // Of Han and Kana the bigrams too.
        let half: Float = analysis.hasBigrams ? 0.5 : 1
        var parts: [TranslationPart] = []
        parts.reserveCapacity(stemCount + (analysis.hasBigrams ? analysis.units.count : 0))
        func add(_ key: [UInt8], oneOf count: Int) throws {
            parts.append(try part(key, half / Float(count), of: text, language))
        }
        for unit in analysis.units { for stem in unit.stems { try add(stem.key, oneOf: stemCount) } }
        for word in analysis.words { try add(word.key, oneOf: stemCount) }
        if analysis.hasBigrams { for unit in analysis.units { try add(unit.exact, oneOf: analysis.units.count) } }
        return parts
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
}
