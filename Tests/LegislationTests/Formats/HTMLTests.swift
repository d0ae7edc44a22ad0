import Foundation
import Legislation
import TestSupport
import Testing

@Suite("HTML pages")
struct HTMLTests {
    private func articles(_ result: ReadResult) -> [String] {
        result.provisions.filter(\.isArticleOfBody).map(\.eId)
    }

    private let filler = "No person shall make, keep or sell a toxin, or help another to make, keep or sell one."

    @Test("menus, hidden boxes and lists of links around a law are left out")
    func chrome() throws {
        let result = try read(
            """
            <!DOCTYPE html><html lang="en"><head><title>Toxins Act 1999 | Laws of Nowhere</title>
            <link rel="canonical" href="https://laws.example/toxins"></head><body>
            <a class="skip-link" href="#main">Skip to main content</a>
            <div id="side_menu"><ul><li><a href="/a">Article 1 Scope</a><li><a href="/b">Article 2 Ban</a></ul></div>
            <div role="navigation">Acts by year</div>
            <div class="cookieBanner">We use cookies to improve this site.</div>
            <div style="display: none">Article 9<br>An older wording.</div>
            <h1>Toxins Act 1999</h1>
            <ul><li><a href="#a1">Article 1</a></li><li><a href="#a2">Article 2</a></li><li><a href="#a3">Article 3</a></li></ul>
            <p id="a1"><b>Article 1</b></p><p>Scope</p><p>\(filler)</p>
            <p id="a2"><b>Article 2</b></p><p>\(filler)</p>
            <p id="a3"><b>Article 3</b></p><p>\(filler)</p>
            <footer>Ministry of Justice, all rights reserved</footer></body></html>
            """)
        #expect(articles(result) == ["art_1", "art_2", "art_3"])
        #expect(result.laws.first?.title == "Toxins Act 1999")
        #expect(result.laws.first?.sourceURL == "https://laws.example/toxins")
        let all = result.provisions.map(\.text).joined()
        for word in ["cookies", "Skip to", "older wording", "Acts by year", "Ministry of Justice"] {
            #expect(!all.contains(word), "“\(word)” was kept")
        }
    }

    @Test("what holds most of the page is kept, whatever its class is called")
    func wrongName() throws {
        let result = try read(
            "<html><body class='sidebar'><div class='menu'><p>Article 1</p><p>\(filler)</p><p>Article 2</p><p>\(filler)</p></div></body></html>"
        )
        #expect(articles(result) == ["art_1", "art_2"])
    }

    @Test("the text is that of main, where main holds most of the page")
    func main() throws {
        let result = try read(
            "<body><p>News of the day</p><main><p>Article 1. \(filler)</p><p>Article 2. \(filler)</p></main></body>")
        #expect(articles(result) == ["art_1", "art_2"])
        #expect(!result.provisions.contains { $0.text.contains("News") })
    }

    @Test("a raised number is part of the number, or a footnote’s mark where its base is missing")
    func raised() throws {
        let inserted = try read(
            """
            <p>Стаття 1<sup>1</sup>. Про токсини.</p><p>Стаття 2. Про зброю.</p><p>Стаття 2<sup>1</sup>. Про ліцензії.</p>
            <p>Стаття 3. Прикінцеві положення.</p>
            """)
        #expect(articles(inserted) == ["art_1", "art_2", "art_2-1", "art_3"])
        #expect(inserted.report.notes.contains { $0.message.contains("footnote marks") })
        let linked = try read(
            """
            <div>Art. 1<a href="#fn1"><sup>1</sup></a><div>Das Land hat Gemeinden.</div></div>
            <div>Art. 2<div>Die Sprache ist Deutsch.</div></div><div>Art. 3<sup><a href="#fn2">2</a></sup><div>Text.</div></div>
            <div class="footnotes"><p>1 Art. 1 geändert.</p><p>2 Art. 3 geändert.</p></div>
            """)
        #expect(articles(linked) == ["art_1", "art_2", "art_3"])
    }

    @Test("struck wordings leave, a struck article that comes in no other wording stays")
    func struck() throws {
        let result = try read(
            """
            <p>Art. 1º Esta lei proíbe toxinas.</p>
            <p><strike>Art. 2º A multa é de dez reais.</strike></p><p>Art. 2º A multa é de cem reais.</p>
            <p><strike>Art. 3º O ministério licencia.</strike></p><p>Art. 4º Esta lei entra em vigor hoje.</p>
            """)
        #expect(articles(result) == ["art_1", "art_2", "art_3", "art_4"])
        #expect(result.provisions.first { $0.eId == "art_2" }?.text == "A multa é de cem reais.")
    }

    @Test("marks that stand alone join the text they number")
    func enumerators() throws {
        let result = try read(
            """
            <h3>§ 1.</h3><div>Zakazuje się:</div><h3>1)</h3><div>produkcji;</div><h3>a)</h3><div>obrotu.</div>
            <h3>§ 2.</h3><div>Wchodzi w życie.</div>
            """)
        #expect(articles(result) == ["sec_1", "sec_2"])
        #expect(result.provisions[0].text == "Zakazuje się:\n1) produkcji;\na) obrotu.")
    }

    @Test("sections whose bold numbers run through the act are told from the items numbered within them")
    func boldNumbers() throws {
        let row = { (number: Int, title: String) in
            """
            <tr><td><small>\(title)</small></td><td><p><b>\(number).</b>—(1) No person shall do this—</p>
            <p>1. in a house,</p><p>2. in a shop,</p><p>3. in a field.</p></td></tr>
            """
        }
        let result = try read(
            "<table>\(row(1, "Definitions."))\(row(2, "Offences."))\(row(3, "Penalties."))\(row(4, "Short title."))</table>"
        )
        #expect(articles(result) == ["sec_1", "sec_2", "sec_3", "sec_4"])
        #expect(result.provisions.last?.heading == "Short title")
    }

    @Test("blank lines part a page that a style sheet shows as typed, and wrapped lines join")
    func preformatted() throws {
        let body = (1...8).map { number in
            """
                 С т а т ь я  \(number). Предмет закона

                 Настоящий закон запрещает производство токсинов на всей
            территории страны, если иное не установлено в статье
            """ + "\n     законом.\n\n"
        }.joined()
        let result = try read("<html><body><div>\(body)</div></body></html>")
        #expect(articles(result) == (1...8).map { "art_\($0)" })
        #expect(result.provisions[0].text.contains("на всей территории"))
        let pre = try read("<pre>\nArticle 1\nOne.\n\nArticle 2\nTwo.\n</pre>")
        #expect(articles(pre) == ["art_1", "art_2"])
    }

    @Test("what an amending act quotes is text of its own article")
    func quoted() throws {
        let result = try read(
            """
            <p>Article 1</p><p>The Code is amended to read:</p><p>"Article 40</p><p>No toxin.</p><p>Article 41</p><p>None."</p>
            <p>Article 2</p><p>It is amended: „</p><div class="pro-rplc-text"><h3>Article 7</h3></div><p>None.”</p>
            <p>Article 3</p><p>It begins today.</p>
            """)
        #expect(articles(result) == ["art_1", "art_2", "art_3"])
    }

    @Test("a table of contents that says which articles stand in a chapter is left out")
    func ranges() throws {
        let result = try read(
            """
            <p>TITRE I. - Des principes<br>Art. 1-4<br>TITRE II. - Des peines<br>Art. 5-8, 8bis, 9<br>TITRE III. - Fin<br>Art. 10-12</p>
            <p>TITRE I. - Des principes</p><p>Art. 1. La loi interdit.</p><p>Art. 2. La loi punit.</p>
            <p>TITRE II. - Des peines</p><p>Art. 3. L'amende est de cent francs.</p>
            """)
        #expect(articles(result) == ["art_1", "art_2", "art_3"])
        #expect(result.provisions.first { $0.eId == "art_3" }?.path == ["TITRE II. - Des peines"])
    }

    @Test("articles of annexes and supplementary provisions are no articles of the body")
    func annexes() throws {
        let result = try read(
            """
            <p>Article 1</p><p>\(filler)</p><p>Article 2</p><p>\(filler)</p><p>ANNEX</p><p>Article 1</p><p>A list.</p>
            <p>Article 2</p><p>A form.</p>
            """)
        #expect(articles(result) == ["art_1", "art_2"])
        #expect(result.provisions.count { $0.eId.hasPrefix("sched") } == 2)
        let japanese = try read(
            "<p>第一条　製造を禁止する。</p><p>第二条　罰則を定める。</p><p>附 則 （平成二年法律第三号）</p><p>第一条　公布の日から施行する。</p>")
        #expect(articles(japanese) == ["art_1", "art_2"])
    }

    @Test("pages without a root element and pages nested without end are read", .timeLimit(.minutes(1)))
    func odd() throws {
        let bare = try read("Law of Nowhere<br>\nArticle 1<br>\nNo toxins.<br>\nArticle 2<br>\nNo arms.<br>\n")
        #expect(bare.report.format == .html)
        #expect(articles(bare) == ["art_1", "art_2"])
        let deep = String(repeating: "<div class='menu'><b><sup>", count: 20_000) + "Article 1. No toxins."
        #expect(throws: Never.self) { try read("<html><body>\(deep)</body></html>") }
    }

    @Test(
        "the pages of official sites give the articles counted by hand",
        .enabled(if: SharedInput.exists("formats/manifest.tsv"), "the shared samples are missing"))
    func officialPages() throws {
        let manifest = SharedInput.url("formats/manifest.tsv")
        let results = try CoverageSample.manifest(manifest).filter { $0.format.hasPrefix("html") }
            .map { CoverageResult($0, folder: manifest.deletingLastPathComponent()) }
        for result in results { #expect(result.refusal == nil, "\(result.sample.path)") }
        let mean = try #require(CoverageTable(results).meanAgreement())
        #expect(mean >= 0.95)
    }
}
