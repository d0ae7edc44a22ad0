import Catalog
import Foundation
import Legislation
import Obligations
import Testing
import TextAnalysis

@testable import Retrieval

@Suite("States named in a question")
struct StateRecognizerTests {
    private func codes(_ question: String, _ languages: String...) throws -> [String] {
        let query = try QueryParser.parse(question)
        return try StateRecognizer().mentions(in: query, analyzers: languages.map { Analyzer(language: $0) })
            .flatMap { $0.jurisdictions.map(\.code) }
    }

    @Test(
        "By name, adjective, short and former name, in the question's languages",
        arguments: [
            ("licences Kenya", "en", ["KE"]), ("licences kenya", "en", ["KE"]),
            ("Kenyan export licences", "en", ["KE"]),
            ("法国 出口许可", "zh", ["FR"]), ("法国出口许可证", "zh", ["FR"]), ("貿易管理法 德國", "zh", ["DE"]),
            ("licences d'exportation en Égypte", "fr", ["EG"]), ("autorisations kényanes", "fr", ["KE"]),
            ("licencias de exportación en México", "es", ["MX"]), ("лицензии Казахстана", "ru", ["KZ"]),
            ("экспорт из Кении", "ru", ["KE"]), ("Ausfuhr aus der Schweiz", "de", ["CH"]),
            ("تراخيص التصدير في كينيا", "ar", ["KE"]),
            ("輸出許可 フランス", "ja", ["FR"]), ("export control USA", "en", ["US"]), ("UK export control", "en", ["GB"]),
            ("DPRK sanctions", "en", ["KP"]), ("Burma gems", "en", ["MM"]), ("Swaziland customs", "en", ["SZ"]),
            ("Kenya and Uganda", "en", ["KE", "UG"]), ("licences au Kenya", "en", ["KE"]),
        ] as [(String, String, [String])])
    func named(question: String, language: String, expected: [String]) throws {
        #expect(try codes(question, language) == expected)
    }

    @Test(
        "The longest name, and ambiguous ones only with a capital",
        arguments: [
            ("Guinea-Bissau customs", ["GW"]), ("Equatorial Guinea customs", ["GQ"]), ("Papua New Guinea", ["PG"]),
            ("Guinea customs", ["GN"]), ("Niger uranium", ["NE"]), ("Nigeria uranium", ["NG"]), ("North Korea", ["KP"]),
            ("Korea missiles", ["KR", "KP"]), ("Jordan nuclear law", ["JO"]), ("jordan nuclear law", []),
            ("turkey imports", []), ("Turkey imports", ["TR"]), ("Georgia customs", ["GE"]), ("chad", []),
            ("Chad", ["TD"]),
            ("polish the surface", []), ("let us export", []), ("US persons", ["US"]), ("Australia Group list", []),
            ("Latin America", []), ("Democratic Republic of the Congo", ["CD"]), ("Congo", ["CG", "CD"]),
            ("St. Lucia", ["LC"]), ("Trinidad and Tobago", ["TT"]), ("export licence for goods", []),
        ])
    func careful(question: String, expected: [String]) throws {
        #expect(try codes(question, "en") == expected)
    }

    @Test(
        "Not within quotation marks, nor where the question restricts countries itself",
        arguments: [
            "\"licences Kenya\"", "licences Kenya country:FR", "licences Kenya region:Africa", "licences -Kenya",
            "title:Kenya licences", "Keny*", "kenya~1",
        ])
    func off(question: String) throws {
        #expect(try codes(question, "en").isEmpty)
    }

    @Test("A mention is where it stands in the question")
    func place() throws {
        let question = "licences d'exportation au Royaume-Uni"
        let mention = try #require(
            try StateRecognizer().mentions(in: QueryParser.parse(question), analyzers: [Analyzer(language: "fr")]).first
        )
        #expect(String(decoding: Array(question.utf8)[mention.range], as: UTF8.self) == "Royaume-Uni")
        #expect(mention.jurisdictions.map(\.code) == ["GB"])
    }

    @Test(
        "Odd questions do no harm",
        arguments: ["", "…", String(repeating: "Kenya ", count: 900), "\u{0}Kenya", "法法法法", "Kenya's", "中"])
    func odd(question: String) throws {
        for mention in try StateRecognizer().mentions(
            in: QueryParser.plain(question), analyzers: [Analyzer(language: "zh"), Analyzer(language: "en")])
        {
            #expect(mention.range.upperBound <= question.utf8.count)
        }
    }

    @Test("A line that is not of the form is named", arguments: ["KE\ten", "XQ\ten\tNowhere", "KE\t\tx"])
    func malformed(line: String) {
        let error = #expect(throws: ResourceError.self) { try StateNameResource(text: "# comment\n\(line)\n") }
        #expect(error?.line == 2)
    }

    @Test(
        "Provisions of the State come first, and no other is left out",
        arguments: [
            ("export licence Ghana", "GH"), ("export licence Kenya", "KE"), ("Kenyan export licence", "KE"),
            ("新加坡 出口许可证", "SG"), ("лицензия на экспорт Казахстан", "KZ"),
        ])
    func preference(question: String, country: String) throws {
        let searcher = try SmallLawIndex.index.get().searcher()
        func search(_ weight: Float) throws -> SearchResult {
            var request = SearchRequest(try QueryParser.parse(question), limit: 50)
            request.wantsTotal = true
            request.profile.stateWeight = weight
            return try searcher.search(request)
        }
        let (with, without) = (try search(RankingProfile().stateWeight), try search(0))
        #expect(with.states.flatMap { $0.jurisdictions.map(\.code) } == [country])
        #expect(without.states.isEmpty)
        #expect(with.total == without.total)
        #expect(Set(with.hits.map(\.record.iri)) == Set(without.hits.map(\.record.iri)))
        let countries = with.hits.map(\.record.law.law.jurisdiction.code)
        #expect(countries.first == country)
        let last = try #require(countries.lastIndex(of: country))
        #expect(countries.prefix(last + 1).allSatisfy { $0 == country }, "\(countries)")
    }
}
