import Foundation
import Legislation
import Testing

@Suite("JSON Lines")
struct JSONLinesTests {
    @Test("a heading splits into path, number and heading; ids come back unchanged")
    func headings() throws {
        let result = try read(
            """
            {"id": "FI/1#1", "country": "FI", "lang": "fi", "law": "Myrkkylaki", "heading": "3 luku. Valvonta › 13 § Tiedot", "text": "Teksti."}
            {"id": "FI/1#2", "country": "FI", "lang": "fi", "law": "Myrkkylaki", "heading": "3 luku. Valvonta › 13 § Tiedot", "text": "Toinen."}
            """)
        #expect(result.laws.count == 1)
        let first = try #require(result.provisions.first)
        #expect(first.eId == "sec_13")
        #expect(first.number == "13")
        #expect(first.heading == "Tiedot")
        #expect(first.path == ["3 luku. Valvonta"])
        #expect(result.provisions.map(\.externalID) == ["FI/1#1", "FI/1#2"])
        #expect(result.provisions[1].eId == "sec_13__dup_2")
    }

    @Test("a law that comes again keeps its identity")
    func again() throws {
        let line = { (law: String, n: Int) in
            "{\"id\":\"XX\(n)\",\"country\":\"KE\",\"lang\":\"en\",\"law\":\"\(law)\",\"text\":\"words\"}"
        }
        let result = try read([line("A", 1), line("B", 2), line("A", 3)].joined(separator: "\n"))
        #expect(result.laws.map(\.title) == ["A", "B", "A"])
        #expect(result.laws[0].expression == result.laws[2].expression)
        #expect(result.laws[0].expression != result.laws[1].expression)
        #expect(result.report.laws == 2)
    }

    @Test("a broken line is skipped with a note that names it")
    func broken() throws {
        let result = try read("{\"id\":\"1\",\"text\":\"a\"}\n{\"id\":\"2\",\"te\n{\"id\":\"3\",\"text\":\"c\"}\n")
        #expect(result.provisions.map(\.externalID) == ["1", "3"])
        #expect(result.report.notes.map(\.place) == [.line(2)])
    }

    @Test("identifiers alone tell State and law")
    func identifiers() throws {
        let result = try read(
            """
            {"_id": "CN/其他/毒物标准(2014)#1", "title": "毒物标准 范围", "text": "本标准规定毒物。"}
            {"_id": "CN/其他/毒物标准(2014)#2", "title": "毒物标准 第二条", "text": "下列文件。"}
            """)
        #expect(result.laws.first?.jurisdiction.code == "CN")
        #expect(result.laws.first?.title == "毒物标准(2014)")
        #expect(result.provisions[0].heading == "范围")
        #expect(result.provisions[1].eId == "art_2")
    }

    @Test("an unknown State is said to be unknown")
    func unknownState() throws {
        let result = try read(
            "{\"id\":\"a\",\"country\":\"QX\",\"text\":\"x\"}\n{\"id\":\"b\",\"country\":\"QX\",\"text\":\"y\"}")
        #expect(result.laws.first?.jurisdiction == .unknown)
        #expect(result.report.noteCount == 1)
    }
}
