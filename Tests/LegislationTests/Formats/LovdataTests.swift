import Foundation
import Legislation
import Testing

@Suite("Lovdata")
struct LovdataTests {
    static func page(_ body: String) -> String {
        """
        <!DOCTYPE html><html lang="nn"><head><title>Lov om ferjer</title><base href="https://lovdata.no/" /></head><body>
        <header class="documentHeader"><dl class="data-document-key-info"><dt class="legacyID">Datokode</dt>
        <dd class="legacyID">LOV-2011-02-03-4</dd><dd class="dokid">NL/lov/2011-02-03-4</dd>
        <dd class="dateInForce">2012-01-01, 2013-01-01</dd><dd class="lastChangeInForce">2024-05-06</dd>
        <dd class="title">Lov om ferjer (ferjelova)</dd><dd class="refid">lov/2011-02-03-4</dd>
        <dd class="table-of-contents"><ul><li><a href="#x">§ 1. Føremål</a></li></ul></dd></dl></header>
        <main class="documentBody" data-lovdata-URL="NL/lov/2011-02-03-4"><h1>Lov om ferjer (ferjelova)</h1>\(body)</main>
        </body></html>
        """
    }

    static let law = page(
        """
        <section class="section"><h2>Kapittel 1. Allment</h2>
        <article class="legalArticle" data-name="§1"><h3 class="legalArticleHeader"><span class="legalArticleValue">§ 1</span>.
        <span class="legalArticleTitle">Føremål</span><sup class="footnotereference">1</sup></h3>
        <article class="legalP">Lova gjeld for<ol class="defaultList"><li data-name="a."><article class="listArticle">
        <article class="legalP">ferjer,</article></article></li><li data-name="b."><article class="listArticle">
        <article class="legalP">båtar.</article></article></li></ol></article>
        <article class="changesToParent">Endra ved lov.</article>
        <footer class="footnotes"><article class="footnote">Note.</article></footer></article>
        <article class="legalArticle" data-name="§1a"><h3 class="legalArticleHeader"><span class="legalArticleValue">§ 1 a</span>.
        <span class="legalArticleTitle">(Oppheva)</span></h3></article></section>
        <section class="section"><h2>Overeinskomst</h2><article class="defaultP">Partane er samde:</article>
        <article class="legalArticle" data-name="ovk/a1"><h3 class="legalArticleHeader">
        <span class="legalArticleValue">Art 1</span>.</h3><article class="legalP">Fred.</article></article></section>
        """)

    @Test("the head of the page says what law it is")
    func facts() throws {
        let result = try read(Self.law)
        let law = try #require(result.laws.first)
        #expect(result.report.format == .lovdata)
        #expect(law.title == "Lov om ferjer (ferjelova)" && law.number == "LOV-2011-02-03-4" && law.kind == "lov")
        #expect(law.jurisdiction.code == "NO" && law.language.tag == "nn")
        #expect(law.enacted == "2011-02-03" && law.inForce == "2012-01-01" && law.version == "2024-05-06")
        #expect(law.sourceURL == "https://lovdata.no/dokument/NL/lov/2011-02-03-4")
    }

    @Test("paragraphs are the provisions, the articles of a treaty are annexed, notes are left out")
    func provisions() throws {
        let provisions = try read(Self.law).provisions
        #expect(provisions.map(\.eId) == ["sec_1", "sec_1-a", "prov", "sched__art_1"])
        #expect(provisions.filter(\.isArticleOfBody).map(\.number) == ["1", "1 a"])
        #expect(provisions[0].text == "Lova gjeld for\na. ferjer,\nb. båtar.")
        #expect(provisions[0].heading == "Føremål" && provisions[0].path == ["Kapittel 1. Allment"])
        #expect(provisions[1].text.isEmpty && provisions[1].heading == "(Oppheva)")
        #expect(provisions[2].text == "Partane er samde:")
    }

    @Test("a law without § has its articles for provisions")
    func articles() throws {
        let result = try read(
            Self.page(
                """
                <article class="legalArticle" data-name="a1"><h2 class="legalArticleHeader">
                <span class="legalArticleValue">Art 1</span>.</h2><article class="legalP">Ord.</article></article>
                """))
        #expect(result.provisions.filter(\.isArticleOfBody).map(\.kind) == [.article])
    }

    @Test("a page that is no XML is read as HTML, and that is said")
    func html() throws {
        let result = try read(Self.law.replacing("<base href=\"https://lovdata.no/\" />", with: "<br>"))
        #expect(result.report.noteCount == 1)
        #expect(result.provisions.contains { $0.text.contains("ferjer") })
    }

    @Test("a subset of the doctype is not read")
    func subset() throws {
        let text = Self.law.replacing("<!DOCTYPE html>", with: "<!DOCTYPE html [<!ENTITY a \"x\">]>")
        #expect(try read(text.replacing("Fred.", with: "&a;&a;")).report.noteCount == 1)
    }
}
