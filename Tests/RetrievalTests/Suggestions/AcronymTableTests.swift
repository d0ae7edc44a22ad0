import Catalog
import Foundation
import Legislation
import Obligations
import Testing

@testable import Retrieval

@Suite("Acronyms and what they stand for")
struct AcronymTableTests {
    private let table: AcronymTable

    init() throws { table = try AcronymTable() }

    private func alternatives(_ question: String, _ language: String) -> [String] {
        table.alternatives(for: question.split(separator: " ").map(String.init), language: language).map(\.text)
    }

    @Test(
        "Both ways",
        arguments: [
            ("CWC declarations", "en", "Chemical Weapons Convention"), ("cwc", "en", "Chemical Weapons Convention"),
            ("declarations under the chemical weapons convention", "en", "CWC"), ("B.W.C.", "en", "BTWC"),
            ("inspection de l'AIEA", "fr", "Agence internationale de l'énergie atomique"),
            ("OIAC", "fr", "Organisation pour l'interdiction des armes chimiques"),
            ("агентство МАГАТЭ", "ru", "Международное агентство по атомной энергии"),
            ("ОМУ", "ru", "оружие массового уничтожения"),
            ("国际原子能机构视察", "zh", "IAEA"), ("IAEA", "zh", "国际原子能机构"), ("CWÜ", "de", "Chemiewaffenübereinkommen"),
            ("IAEA safeguards", "fr", "Agence internationale de l'énergie atomique"),
            ("IAEA safeguards", "mt", "International Atomic Energy Agency"),
            ("WMD", "en", "weapon of mass destruction"),
            ("weapons of mass destruction", "en", "WMD"), ("WHO", "en", "World Health Organization"),
            ("AML/CFT", "en", "anti-money laundering and combating the financing of terrorism"),
        ])
    func both(question: String, language: String, alternative: String) {
        #expect(alternatives(question, language).contains(alternative), "\(alternatives(question, language))")
    }

    @Test("What is a word in small letters is no acronym", arguments: ["who", "norm", "str", "pep", "un", "sos"])
    func words(word: String) {
        #expect(alternatives(word, "en").isEmpty)
    }

    @Test("An alternative names the words it stands for")
    func places() throws {
        let words = ["report", "to", "the", "International", "Atomic", "Energy", "Agency", "yearly"]
        let found = try #require(table.alternatives(for: words, language: "en").first)
        #expect((found.words, found.text, found.language, found.isAcronym) == (3..<7, "IAEA", "en", true))
    }

    @Test("What is taken for settled, compatibility mapping leaves alone")
    func settled() {
        let settled = (UInt32(0)..<0x30000).compactMap(Unicode.Scalar.init).filter(AcronymTable.isSettled)
        let text = String(String.UnicodeScalarView(settled))
        #expect(text.precomposedStringWithCompatibilityMapping.unicodeScalars.elementsEqual(settled))
        #expect(
            ["ﬁ", "①", "ｶ", "㍿", "\u{301}", "\u{3099}", "ﷺ", "\u{212B}"].allSatisfy { !AcronymTable.isSettled($0) })
    }

    @Test("A thing that the thesaurus has bears all its acronyms")
    func agreesWithThesaurus() throws {
        let thesaurus = try Thesaurus(.complete)
        var compared = 0
        for language in ["en", "fr", "es", "ru", "de", "pt", "it", "uk", "tr"] {
            let known = Dictionary(grouping: table.acronyms(in: language), by: \.thing).mapValues { $0.map(\.acronym) }
            for (thing, acronyms) in known {
                guard let concept = thesaurus.concept(thing) else { continue }
                // OPANAL is the agency of a zone, not a zone.
                for label in concept.labels
                where label.language == language && Self.isAcronym(label.text) && label.text != "OPANAL" {
                    compared += 1
                    #expect(acronyms.contains(label.text), "\(thing) \(language) \(label.text)")
                }
            }
        }
        #expect(compared > 100)
    }

    private static func isAcronym(_ text: String) -> Bool {
        (2...8).contains(text.count) && text.allSatisfy(\.isLetter) && text == text.uppercased()
            && text != text.lowercased()
    }

    @Test(
        "Six languages of the United Nations, German, Portuguese and Japanese",
        arguments: ["ar", "zh", "en", "fr", "ru", "es", "de", "pt", "ja"])
    func languages(language: String) {
        #expect(table.acronyms(in: language).count >= 20)
    }

    @Test(
        "Odd questions do no harm",
        arguments: ["", " ", "CWC", String(repeating: "CWC ", count: 2000), "\u{0}", "…", "'''", "CWC\u{301}"])
    func odd(question: String) {
        #expect(alternatives(question, "").count <= 12)
        #expect(alternatives(question, "xx-Latn-hostile").count <= 12)
    }

    @Test(
        "A line that is not of the form is named",
        arguments: ["cwc\ten\tCWC", "cwc\ten\tCWC\t", "\ten\tCWC\tx", "just words"])
    func malformed(line: String) {
        let error = #expect(throws: ResourceError.self) { try AcronymTable(text: "# comment\n\(line)\n") }
        #expect(error?.line == 2)
    }

    @Test("A search meets the name by its acronym and the acronym by its name")
    func search() throws {
        let searcher = try SmallLawIndex.index.get().searcher()
        func countries(_ question: String, weight: Float) throws -> Set<String> {
            var request = SearchRequest(try QueryParser.parse(question), limit: 20)
            request.profile.acronymWeight = weight
            return Set(try searcher.search(request).hits.map(\.record.law.law.jurisdiction.code))
        }
        #expect(try countries("CWC", weight: 0) == ["IE"])
        #expect(try countries("CWC", weight: 0.5) == ["IE", "GB"])
        #expect(try countries("\"CWC\"", weight: 0.5) == ["IE"])
        var request = SearchRequest(try QueryParser.parse("Chemical Weapons Convention"), limit: 20)
        request.wantsTotal = true
        let result = try searcher.search(request)
        #expect(result.total == 6)
        #expect(result.hits.first?.record.law.law.jurisdiction.code == "GB")
    }
}
