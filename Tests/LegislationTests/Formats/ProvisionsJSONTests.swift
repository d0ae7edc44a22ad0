import Foundation
import Legislation
import Testing

@Suite("JSON with a list of provisions")
struct ProvisionsJSONTests {
    @Test("title, number and chapter become heading, number and path")
    func flat() throws {
        let result = try read(
            """
            {"id": "x-act-4", "title": "Toxins Act", "status": "in_force", "issued_date": "1999-02-03",
             "url": "https://example.org/akn/ls/act/1999/4/eng@2001-01-01", "provisions": [
             {"provision_ref": "s1", "section": "1", "title": "1. Short title", "chapter": "Part I", "content": "Cited so."},
             {"provision_ref": "s2A", "section": "2A", "title": "Offence", "content": "No person shall."},
             {"provision_ref": "art3", "section": "3", "title": "المادة 3", "content": "نص"},
             {"provision_ref": "s9", "section": "9", "title": "", "content": ""}]}
            """)
        let law = try #require(result.laws.first)
        #expect(law.expression == "/akn/ls/act/1999/4/eng@2001-01-01")
        #expect(law.jurisdiction.code == "LS")
        #expect(law.language.tag == "en")
        #expect(result.provisions.map(\.eId) == ["sec_1", "sec_2a", "art_3"])
        #expect(result.provisions.map(\.heading) == ["Short title", "Offence", nil])
        #expect(result.provisions[0].path == ["Part I"])
        #expect(result.report.noteCount == 1)
    }

    @Test("sections hold chapters hold articles")
    func nested() throws {
        let result = try read(
            """
            {"preamble": ["Кодекс о ядах"], "sections": [{"title": "Раздел I", "chapters": [{"title": "Глава 1",
             "articles": [{"title": "Статья 7. Запрет", "clauses": ["1. Нельзя.", "2. Никогда."]}]}]}]}
            """)
        #expect(result.laws.first?.title == "Кодекс о ядах")
        let article = try #require(result.provisions.last)
        #expect(article.eId == "art_7")
        #expect(article.heading == "Запрет")
        #expect(article.path == ["Раздел I", "Глава 1"])
        #expect(article.text == "1. Нельзя.\n2. Никогда.")
    }
}
