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
        store = Store(thesaurus: thesaurus, analysis: analysis)
    }

    /// The concepts found in a text, ordered by place; a name inside a longer one is left out.
    ///
    /// - Parameter language: BCP 47 tag of the text; only the primary subtag counts.
    public func matches(in buffer: TokenBuffer, language: String) -> [ConceptMatch] {
        var matches: [ConceptMatch] = []
        store.trie(for: language).findMatches(in: buffer, into: &matches)
        return matches
    }

    func trie(for language: String) -> ConceptTrie { store.trie(for: language) }

    /// The tries made so far.
    private final class Store: Sendable {
        private let thesaurus: Thesaurus
        private let analysis: @Sendable (String) -> Analysis
        private let tries = Mutex<[String: ConceptTrie]>([:])

        init(thesaurus: Thesaurus, analysis: @escaping @Sendable (String) -> Analysis) {
            self.thesaurus = thesaurus
            self.analysis = analysis
        }

        func trie(for language: String) -> ConceptTrie {
            tries.withLock { tries in
                if let trie = tries[language] { return trie }
                let primary = Self.labelLanguage(language)
                let trie = tries[primary] ?? makeTrie(primary)
                tries[primary] = trie
                tries[language] = trie
                return trie
            }
        }

        /// The language whose names are used: the written standards of Norwegian share one set, and so on.
        private static func labelLanguage(_ tag: String) -> String {
            let primary = String(tag.lowercased().prefix { $0 != "-" && $0 != "_" })
            switch primary {
            case "no", "nn": return "nb"
            case "yue", "cmn", "lzh": return "zh"
            default: return primary
            }
        }

        private func makeTrie(_ language: String) -> ConceptTrie {
            var trie = ConceptTrie(mode: ConceptTrie.mode(for: language))
            let analyze = analysis(language)
            for (index, concept) in thesaurus.concepts.enumerated() {
                for label in concept.labels where label.language == language || label.language == "mul" {
                    trie.insert(words(of: label.text, mode: trie.mode, analyze), concept: index)
                }
                for pattern in concept.patterns where pattern.language == language {
                    trie.insert(patternWords(of: pattern.text, mode: trie.mode, analyze), concept: index)
                }
            }
            return trie
        }

        private func words(of text: String, mode: ConceptTrie.Mode, _ analyze: Analysis) -> [ConceptTrie.Word] {
            var buffer = TokenBuffer()
            analyze(text, &buffer)
            let form: TokenBuffer.Form = mode == .bigrams ? .exact : .stem
            var words = buffer.records.filter { $0.form == form }.map { Self.bytes(of: $0, in: buffer) }
            // The last character of a Han run stands alone in the name, but begins a bigram in a text that goes on.
            if mode == .bigrams, words.count > 1, let last = words.last,
                String(decoding: last, as: UTF8.self).unicodeScalars.count == 1, last.count >= 3
            {
                words.removeLast()
            }
            let isOneCharacter =
                mode == .bigrams && words.count == 1 && words[0].count >= 3
                && String(decoding: words[0], as: UTF8.self).unicodeScalars.count == 1
            return words.map { ConceptTrie.Word(bytes: $0, isPrefix: isOneCharacter) }
        }

        private func patternWords(of text: String, mode: ConceptTrie.Mode, _ analyze: Analysis) -> [ConceptTrie.Word] {
            var result: [ConceptTrie.Word] = []
            for part in text.split(separator: " ") {
                guard part.hasSuffix("*") else {
                    result += words(of: String(part), mode: mode, analyze)
                    continue
                }
                var buffer = TokenBuffer()
                analyze(String(part.dropLast()), &buffer)
                let exact = buffer.records.filter { $0.form == .exact }.map { Self.bytes(of: $0, in: buffer) }
                result += exact.dropLast().map { ConceptTrie.Word(bytes: $0, isPrefix: false) }
                if let last = exact.last { result.append(ConceptTrie.Word(bytes: last, isPrefix: true)) }
            }
            return result
        }

        private static func bytes(of record: TokenBuffer.Record, in buffer: TokenBuffer) -> [UInt8] {
            let start = Int(record.termOffset)
            let end = min(start + Int(record.termLength), buffer.termBytes.count)
            return start <= end ? Array(buffer.termBytes[start..<end]) : []
        }
    }
}
