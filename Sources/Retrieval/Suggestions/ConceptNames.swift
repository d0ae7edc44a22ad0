internal import Obligations
internal import Translation

/// The names of all concepts of the thesaurus, for completing what is typed.
public struct ConceptNames: Sendable {
    /// A concept with its names; of those in one language the preferred one stands first.
    struct Entry: Sendable {
        var id: String
        var labels: [Concept.Label]
    }

    let entries: [Entry]

    /// The names that come with the program, from the tables that questions are translated by: reading the thesaurus
    /// itself takes some fifty times as long, which no one who types waits for.
    ///
    /// - Throws: `TranslationError` where a table is missing or at fault.
    public init() throws {
        let lexicon = try Lexicon()
        var entries: [Entry] = []
        var places: [String: Int] = [:]
        for language in try lexicon.conceptLanguages() {
            for row in try lexicon.entries(.concepts, language) {
                let labels = row.translations.map { Concept.Label(text: $0, language: language) }
                if let place = places[row.headword] {
                    entries[place].labels += labels
                } else {
                    places[row.headword] = entries.count
                    entries.append(Entry(id: row.headword, labels: labels))
                }
            }
        }
        self.entries = entries
    }
}
