internal import Synchronization
internal import TextAnalysis
internal import Translation

/// Finds the English headwords that words of a text translate, in every language of the lexicon.
///
/// The words of a language are analysed when it is first asked for; from then on threads may share one finder.
struct HeadwordFinder: Sendable {
    /// English headwords, sorted by their bytes; a word is known by its place here.
    let heads: [String]
    private let store: Store

    /// - Throws: `TranslationError` where the English file is missing or at fault.
    init(
        lexicon: Lexicon, analysis: @escaping @Sendable (String) -> ConceptRecognizer.Analysis
    ) throws(TranslationError) {
        heads = try lexicon.entries(.words, "en").map(\.headword)
        let places = Dictionary(heads.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        store = Store(places: places, analysis: analysis, lexicon: lexicon)
    }

    /// The headwords whose translations occur in an analysed text, longest first at each place and without those
    /// inside a longer one. Where a word translates several headwords, each has a match with the same positions.
    /// Empty for a language without a file.
    ///
    /// - Parameter end: position from which on words are not looked at.
    func matches(in buffer: TokenBuffer, language: String, before end: UInt32 = .max) -> [NameMatch] {
        var matches: [NameMatch] = []
        store.trie(for: language)?.findMatches(in: buffer, into: &matches, before: end)
        return matches
    }

    private final class Store: Sendable {
        private let places: [String: Int]
        private let analysis: @Sendable (String) -> ConceptRecognizer.Analysis
        private let lexicon: Lexicon
        /// Under the tag as it was given, so that the usual case is one lookup.
        private let made = Mutex<[String: NameTrie?]>([:])

        init(
            places: [String: Int], analysis: @escaping @Sendable (String) -> ConceptRecognizer.Analysis,
            lexicon: Lexicon
        ) {
            self.places = places
            self.analysis = analysis
            self.lexicon = lexicon
        }

        func trie(for tag: String) -> NameTrie? {
            made.withLock { made in
                if let trie = made[tag] { return trie }
                let trie = lexicon.language(serving: tag).flatMap(makeTrie)
                made[tag] = .some(trie)
                return trie
            }
        }

        private func makeTrie(_ language: String) -> NameTrie? {
            // The files that come with the program are tested; where one was damaged since, provisions of its
            // language are judged without its words.
            guard let entries = try? lexicon.entries(.words, language) else { return nil }
            let analyze = analysis(language)
            var trie = NameTrie(mode: NameTrie.mode(for: language))
            for entry in entries {
                guard let place = places[entry.headword] else { continue }
                for text in entry.translations { trie.insert(trie.words(of: text, analyze), name: place) }
            }
            return trie
        }
    }
}
