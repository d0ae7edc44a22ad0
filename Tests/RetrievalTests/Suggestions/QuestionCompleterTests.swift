import Catalog
import Foundation
import InvertedIndex
import Obligations
import ProvisionIndex
import Retrieval
import Testing

@Suite("The beginning of a question is completed")
struct QuestionCompleterTests {
    private func completions(_ text: String, language: String? = nil, limit: Int = 5) throws -> [Completion] {
        let folder = try SmallLawIndex.index.get().path
        let completer = try QuestionCompleter(
            catalog: Catalog(directory: folder, mode: .readOnly),
            index: IndexSearcher(directory: folder + "/" + ProvisionSchema.folder), names: ConceptNames())
        return try completer.completions(of: text, language: language, limit: limit)
    }

    private func texts(_ kind: Completion.Kind, _ text: String, language: String? = nil) throws -> [String] {
        try completions(text, language: language).filter { $0.kind == kind }.map(\.text)
    }

    @Test("The last word from the terms of the index, behind the words before it")
    func terms() throws {
        #expect(try texts(.term, "export lic") == ["export licence"])
        #expect(try texts(.term, "Export LIC", language: "en") == ["Export licence"])
        #expect(try texts(.term, "export ").isEmpty)
        #expect(try texts(.term, "e").isEmpty)
        let found = try completions("li", language: "en").filter { $0.kind == .term }
        #expect(found.map(\.text) == ["licence", "listed"])
        #expect(found.map(\.provisions) == [12, 8])
    }

    @Test("Concepts by the beginnings of their words, in any language, the most frequent first")
    func concepts() throws {
        let found = try completions("chem weap").filter { $0.kind == .concept }
        #expect(found.contains { $0.text == "Chemical Weapons Convention" && $0.id == "cwc" && $0.provisions == 3 })
        // Names that hold the words further on come behind those that begin so.
        let begins = found.map { $0.text.lowercased().hasPrefix("chem") }
        #expect(begins.first == true && begins == begins.filter { $0 } + begins.filter { !$0 })
        #expect(try texts(.concept, "armes chim", language: "fr").contains { $0.lowercased().hasPrefix("armes chim") })
        #expect(try !texts(.concept, "国际原子能").isEmpty)
    }

    @Test("Laws and States")
    func lawsAndStates() throws {
        let laws = try completions("strat goo").filter { $0.kind == .law }
        #expect(laws.map(\.text) == ["Strategic Goods Act", "Strategic Goods Law"])
        #expect(laws.map(\.provisions) == [4, 4])
        let states = try completions("Ken", language: "en").filter { $0.kind == .state }
        let kenya = try #require(states.first)
        #expect((kenya.text, kenya.language, kenya.id, kenya.provisions) == ("Kenya", "en", "KE", 4))
        #expect(try texts(.state, "Roy", language: "fr") == ["Royaume-Uni"])
        #expect(try texts(.state, "Кен", language: "ru") == ["Кения"])
    }

    @Test(
        "Each kind by falling number of provisions among those that begin alike; no more than the limit",
        arguments: ["ch", "ex", "l", "un", "C", "出"])
    func order(text: String) throws {
        for limit in [1, 3, 50] {
            let found = try completions(text, limit: limit)
            for kind in Completion.Kind.allCases { #expect(found.filter { $0.kind == kind }.count <= limit) }
            let terms = found.filter { $0.kind == .term }.map(\.provisions)
            #expect(terms == terms.sorted(by: >))
        }
    }

    @Test(
        "Odd beginnings do no harm",
        arguments: ["", "   ", "\"", "(((", "\u{0}", String(repeating: "x", count: 70_000), "👩‍👩‍👧‍👦", "a*b~"])
    func odd(text: String) throws {
        for completion in try completions(text) { #expect(!completion.text.isEmpty) }
    }
}
