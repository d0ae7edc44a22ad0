internal import TextAnalysis

/// Finds concepts by their English names in texts of languages in which the thesaurus names few concepts: where words
/// that translate all the words of a name stand near each other.
///
/// It finds less surely than names do, so it is asked only for those languages.
struct TranslatedNames: Sendable {
    private struct Name {
        var concept: Int
        /// Headwords of the name, rising; the last is looked for first.
        var heads: [Int]
    }

    /// By the last headword.
    private let names: [Int: [Name]]

    private static let functionWords: Set<String> = [
        "of", "the", "and", "or", "for", "to", "in", "on", "a", "by", "with", "from",
    ]

    /// Takes the English names all of whose words are in the lexicon; at most four words that bear meaning.
    init(thesaurus: Thesaurus, finder: HeadwordFinder, analysis: ConceptRecognizer.Analysis) {
        var names: [Int: [Name]] = [:]
        for (concept, entry) in thesaurus.concepts.enumerated() {
            for label in entry.labels where label.language == "en" {
                var buffer = TokenBuffer()
                analysis(label.text, &buffer)
                let matches = finder.matches(in: buffer, language: "en")
                // Where a word is a form of two headwords, the first is taken; few are.
                var heads: [UInt32: Int] = [:]
                for match in matches where heads[match.positions.lowerBound] == nil {
                    heads[match.positions.lowerBound] = match.name
                }
                let words = Set(buffer.records.filter { $0.form == .stem }.map(\.position)).count
                let small = label.text.lowercased().split { $0 == " " || $0 == "-" }
                    .count { Self.functionWords.contains(String($0)) }
                let distinct = Set(heads.values).sorted()
                guard let last = distinct.last, heads.count + small >= words, distinct.count <= 4 else { continue }
                names[last, default: []].append(Name(concept: concept, heads: distinct))
            }
        }
        self.names = names
    }

    /// The concepts found among the headwords of a text, by place.
    func matches(in words: [NameMatch]) -> [NameMatch] {
        var places: [Int: [NameMatch]] = [:]
        for word in words { places[word.name, default: []].append(word) }
        var found: Set<NameMatch> = []
        for (head, matches) in places {
            for name in names[head] ?? [] {
                for match in matches {
                    if let whole = Self.completed(match, name.heads.dropLast(), places) {
                        found.insert(NameMatch(name: name.concept, positions: whole.positions, range: whole.range))
                    }
                }
            }
        }
        return found.sorted {
            $0.positions.lowerBound != $1.positions.lowerBound
                ? $0.positions.lowerBound < $1.positions.lowerBound : $0.name < $1.name
        }
    }

    /// The stretch from a word of a name over the others, none of them farther than the name has words, and two more.
    private static func completed(
        _ match: NameMatch, _ others: ArraySlice<Int>, _ places: [Int: [NameMatch]]
    ) -> NameMatch? {
        var whole = match
        let reach = UInt32(others.count + 2)
        for other in others {
            let near = places[other]?.first {
                let (left, right) = ($0.positions.lowerBound, match.positions.lowerBound)
                return max(left, right) - min(left, right) <= reach
            }
            guard let near else { return nil }
            whole.positions =
                min(
                    whole.positions.lowerBound, near.positions.lowerBound)...max(
                    whole.positions.upperBound, near.positions.upperBound)
            whole.range =
                min(whole.range.lowerBound, near.range.lowerBound)..<max(whole.range.upperBound, near.range.upperBound)
        }
        return whole
    }
}
