import Obligations
import Testing
import Translation

@Suite("Names of concepts in the lexicon")
struct ConceptNamesTests {
    @Test("The lexicon's tables are those of the thesaurus: after a change of it, run 'concord thesaurus export'")
    func areInStep() throws {
        let tables = try Thesaurus(.complete).nameTables()
        let lexicon = try Lexicon()
        for (language, table) in tables {
            let lines = try lexicon.entries(.concepts, language)
                .map { "\($0.headword)\t\($0.translations.joined(separator: "|"))\n" }.joined()
            #expect(lines == table, "\(language)")
        }
    }

    @Test("Every language that concepts have names in has a table, and nothing else is one")
    func languages() throws {
        #expect(try Lexicon().conceptLanguages() == Thesaurus(.complete).nameTables().keys.sorted())
    }

    @Test("So is the table of the rows that concepts point to")
    func indications() throws {
        let thesaurus = try Thesaurus(.complete)
        let lexicon = try Lexicon()
        for concept in thesaurus.concepts {
            let rows = try lexicon.indications(of: concept.id)
            #expect(rows.map(\.code) == concept.indications.map(\.code.rawValue))
            #expect(rows.map(\.strength) == concept.indications.map(\.strength))
        }
    }
}
