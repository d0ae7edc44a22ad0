internal import Synchronization
public import TextAnalysis

/// Finds the thesaurus's concepts in analysed text by the longest name at each place.
///
/// The names of a language are analysed when that language is first asked for; from then on recognition reads
/// immutable data only, and any number of threads may use one recogniser.
public struct ConceptRecognizer: Sendable {
    /// Appends the tokens of a text to a buffer, as the analyser of one language does.
    public typealias Analysis = (String, inout TokenBuffer) -> Void

    private let store: Store

    /// Makes a recogniser.
    ///
    /// - Parameter analysis: makes the analysis for a language (primary subtag); it must be the one that the texts
    ///   go through, otherwise names and texts do not meet.
    public init(thesaurus: Thesaurus, analysis: @escaping @Sendable (String) -> Analysis) {
        self.init(thesaurus: thesaurus, supplement: { nil }, analysis: analysis)
    }

    /// Makes a recogniser of names that need not stand in a thesaurus; matches tell the place of the names they are of.
    public init(names: [[Concept.Label]], analysis: @escaping @Sendable (String) -> Analysis) {
        store = Store(
            concepts: names.map { Store.Entry(preferred: $0, labels: $0, patterns: []) }, supplement: { nil },
            analysis: analysis)
    }

    /// - Parameter supplement: gives a larger thesaurus, of which the names of the same concepts are taken in
    ///   languages in which `thesaurus` names few; called when such a language is first asked for.
    init(
        thesaurus: Thesaurus, supplement: @escaping @Sendable () -> Thesaurus?,
        analysis: @escaping @Sendable (String) -> Analysis
    ) {
        store = Store(
            concepts: thesaurus.concepts.map(Store.Entry.init),
            // Places stay those of the smaller thesaurus.
            supplement: {
                supplement().map { larger in
                    thesaurus.concepts.map { Store.Entry(larger.concept($0.id) ?? $0) }
                }
            }, analysis: analysis)
    }

    /// The concepts found in a text, ordered by place; a name inside a longer one is left out.
    ///
    /// - Parameter language: BCP 47 tag of the text; only the primary subtag counts.
    public func matches(in buffer: TokenBuffer, language: String) -> [ConceptMatch] {
        var matches: [ConceptMatch] = []
        store.trie(for: language).findMatches(in: buffer, into: &matches)
        return matches
    }

    func trie(for language: String) -> NameTrie { store.trie(for: language) }

    /// Whether a language has so few names that concepts are better looked for by translated words as well.
    func namesFew(in language: String) -> Bool { store.names(for: language).isFew }

    /// The language whose names are used: the written standards of Norwegian share one set, and so on.
    static func labelLanguage(_ tag: String) -> String {
        let primary = String(tag.lowercased().prefix { $0 != "-" && $0 != "_" })
        switch primary {
        case "no", "nn": return "nb"
        case "yue", "cmn", "lzh": return "zh"
        default: return primary
        }
    }

    /// The tries made so far.
    private final class Store: Sendable {
        /// The names of one concept in all languages.
        struct Entry: Sendable {
            var preferred: [Concept.Label]
            var labels: [Concept.Label]
            var patterns: [Concept.Label]

            init(preferred: [Concept.Label], labels: [Concept.Label], patterns: [Concept.Label]) {
                self.preferred = preferred
                self.labels = labels
                self.patterns = patterns
            }

            init(_ concept: Concept) {
                self.init(
                    preferred: concept.preferredLabels, labels: concept.labels, patterns: concept.patterns)
            }
        }

        /// The names of one language.
        struct Names: Sendable {
            var trie: NameTrie
            var isFew: Bool
        }

        /// Languages with fewer named concepts take the names of the supplement.
        private static let fewNames = 100

        private let concepts: [Entry]
        private let supplement: @Sendable () -> [Entry]?
        private let analysis: @Sendable (String) -> Analysis
        private let made = Mutex<[String: Names]>([:])
        private let larger = Mutex<[Entry]??>(nil)

        init(
            concepts: [Entry], supplement: @escaping @Sendable () -> [Entry]?,
            analysis: @escaping @Sendable (String) -> Analysis
        ) {
            self.concepts = concepts
            self.supplement = supplement
            self.analysis = analysis
        }

        func trie(for language: String) -> NameTrie { names(for: language).trie }

        func names(for language: String) -> Names {
            made.withLock { made in
                if let names = made[language] { return names }
                let primary = ConceptRecognizer.labelLanguage(language)
                let names = made[primary] ?? makeNames(primary)
                made[primary] = names
                made[language] = names
                return names
            }
        }

        private func makeNames(_ language: String) -> Names {
            func named(_ concepts: [Entry]) -> Int {
                concepts.count { $0.preferred.contains { $0.language == language } }
            }
            guard named(concepts) < Self.fewNames else {
                return Names(trie: makeTrie(language, concepts), isFew: false)
            }
            let larger = larger.withLock { larger in
                if let larger { return larger }
                let read = supplement()
                larger = .some(read)
                return read
            }
            let all = larger ?? concepts
            return Names(trie: makeTrie(language, all), isFew: named(all) < Self.fewNames)
        }

        private func makeTrie(_ language: String, _ concepts: [Entry]) -> NameTrie {
            var trie = NameTrie(mode: NameTrie.mode(for: language))
            let analyze = analysis(language)
            for (index, concept) in concepts.enumerated() {
                for label in concept.labels where label.language == language || label.language == "mul" {
                    trie.insert(trie.words(of: label.text, analyze), name: index)
                }
                for pattern in concept.patterns where pattern.language == language || pattern.language == "mul" {
                    trie.insert(trie.patternWords(of: pattern.text, analyze), name: index)
                }
            }
            return trie
        }
    }
}
