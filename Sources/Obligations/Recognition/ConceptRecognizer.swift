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
        store = Store(concepts: thesaurus.concepts.map { ($0.labels, $0.patterns) }, analysis: analysis)
    }

    /// Makes a recogniser of names that need not stand in a thesaurus; matches tell the place of the names they are of.
    public init(names: [[Concept.Label]], analysis: @escaping @Sendable (String) -> Analysis) {
        store = Store(concepts: names.map { ($0, []) }, analysis: analysis)
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
        typealias Names = (labels: [Concept.Label], patterns: [Concept.Label])
        private let concepts: [Names]
        private let analysis: @Sendable (String) -> Analysis
        private let tries = Mutex<[String: NameTrie]>([:])

        init(concepts: [Names], analysis: @escaping @Sendable (String) -> Analysis) {
            self.concepts = concepts
            self.analysis = analysis
        }

        func trie(for language: String) -> NameTrie {
            tries.withLock { tries in
                if let trie = tries[language] { return trie }
                let primary = ConceptRecognizer.labelLanguage(language)
                let trie = tries[primary] ?? makeTrie(primary)
                tries[primary] = trie
                tries[language] = trie
                return trie
            }
        }

        private func makeTrie(_ language: String) -> NameTrie {
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
