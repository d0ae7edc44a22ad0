import Foundation
import Legislation
import Testing

@Suite("Word documents (DOCX)")
struct WordDocumentTests {
    private static let space = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
    private static let types = ("[Content_Types].xml", "<Types/>")

    private static let styles = """
        <w:styles \(space)>
        <w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
        <w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/></w:style>
        <w:style w:type="paragraph" w:styleId="Sec"><w:name w:val="Section"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr>
        <w:outlineLvl w:val="4"/></w:pPr></w:style>
        <w:style w:type="paragraph" w:styleId="TOC1"><w:name w:val="toc 1"/></w:style>
        </w:styles>
        """
    private static let numbering = """
        <w:numbering \(space)>
        <w:abstractNum w:abstractNumId="0">
        <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="Article %1"/></w:lvl>
        <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="(%2)"/></w:lvl>
        <w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="lowerRoman"/><w:lvlText w:val="%1.%2.%3"/></w:lvl>
        </w:abstractNum>
        <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
        </w:numbering>
        """

    private func document(_ body: String) -> Data {
        SmallArchive([
            Self.types, ("word/document.xml", "<w:document \(Self.space)><w:body>\(body)</w:body></w:document>"),
            ("word/styles.xml", Self.styles), ("word/numbering.xml", Self.numbering),
        ]).data
    }

    private func paragraph(_ text: String, style: String? = nil, level: Int? = nil) -> String {
        let style = style.map { "<w:pStyle w:val=\"\($0)\"/>" } ?? ""
        let list = level.map { "<w:numPr><w:ilvl w:val=\"\($0)\"/><w:numId w:val=\"1\"/></w:numPr>" } ?? ""
        return "<w:p><w:pPr>\(style)\(list)</w:pPr><w:r><w:t xml:space=\"preserve\">\(text)</w:t></w:r></w:p>"
    }

    @Test("articles that are numbered by their style carry the numbers that Word prints")
    func automaticNumbers() throws {
        let result = try read(
            document(
                paragraph("Toxins Act") + paragraph("Scope", style: "Sec")
                    + paragraph("This Act applies to toxins and to", level: nil) + paragraph("their makers;", level: 1)
                    + paragraph("their keepers.", level: 1) + paragraph("namely", level: 2)
                    + paragraph("Ban", style: "Sec") + paragraph("No person shall make a toxin."))
        )
        #expect(result.report.format == .docx)
        let articles = result.provisions.filter { $0.kind == .article }
        #expect(articles.map(\.number) == ["1", "2"])
        #expect(articles.map(\.heading) == ["Scope", "Ban"])
        #expect(articles[0].text.contains("(a) their makers;\n(b) their keepers.\n1.b.i namely"))
    }

    @Test("sections headed by a number without a full stop are found by their headings")
    func undottedHeadings() throws {
        let result = try read(
            document(
                paragraph("1  Short title", style: "H1") + paragraph("This Act is the Toxins Act.")
                    + paragraph("2A  Ban", style: "H1") + paragraph("No person shall make a toxin.")))
        #expect(result.provisions.map(\.number) == ["1", "2A"])
        #expect(result.provisions.map(\.heading) == ["Short title", "Ban"])
    }

    @Test("what was deleted, hidden or put in by Word is left out, what was inserted is read")
    func leftOut() throws {
        let result = try read(
            document(
                paragraph("Article 1 .... 7", style: "TOC1") + paragraph("Article 1")
                    + "<w:p><w:r><w:t>No person </w:t></w:r><w:del><w:r><w:delText>may</w:delText></w:r></w:del>"
                    + "<w:ins><w:r><w:t>shall</w:t></w:r></w:ins><w:r><w:rPr><w:vanish/></w:rPr><w:t>secretly</w:t></w:r>"
                    + "<w:r><w:t xml:space=\"preserve\"> make a tox\u{AD}in</w:t><w:footnoteReference w:id=\"2\"/></w:r>"
                    + "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>"
                    + "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>.</w:t></w:r>"
                    + "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p>"
                    + paragraph("Article 2") + paragraph("Repealed.")))
        #expect(
            result.provisions.filter { $0.kind == .article }.map(\.text) == [
                "No person shall make a toxin.", "Repealed.",
            ])
    }

    @Test("a table of two languages becomes a law in each")
    func bilingualTable() throws {
        func row(_ english: String, _ french: String) -> String {
            "<w:tr><w:tc>\(paragraph(english))</w:tc><w:tc>\(paragraph(french))</w:tc></w:tr>"
        }
        let english =
            "No person shall manufacture, acquire, possess or transfer any toxin that may be used as a weapon. "
        let french =
            "Nul ne peut fabriquer, acquérir, posséder ou céder une toxine pouvant servir d’arme dans le pays. "
        let rows = (1...4).map {
            row("Article \($0)", "Article \($0)")
                + row(String(repeating: english, count: 2), String(repeating: french, count: 2))
        }
        let result = try read(document("<w:tbl>\(rows.joined())</w:tbl>"))
        #expect(result.laws.map(\.language.tag) == ["en", "fr"])
        #expect(result.provisions.filter { $0.kind == .article }.count == 8)
        #expect(!result.provisions.contains { $0.text.contains("person") && $0.text.contains("peut") })
    }

    @Test("fields without end and numbers out of all measure do no harm", .timeLimit(.minutes(1)))
    func outOfMeasure() throws {
        let field = ["begin", "separate"].map { "<w:r><w:fldChar w:fldCharType=\"\($0)\"/></w:r>" }.joined()
        let run = "<w:r><w:t>a</w:t></w:r>"
        let main =
            "<w:document \(Self.space)><w:body>\(paragraph("Scope", level: 0))<w:p>"
            + String(repeating: field + run, count: 20_000) + "</w:p></w:body></w:document>"
        let numbering = Self.numbering.replacing(
            "<w:abstractNumId w:val=\"0\"/>",
            with: "<w:abstractNumId w:val=\"0\"/><w:lvlOverride w:ilvl=\"0\">"
                + "<w:startOverride w:val=\"\(Int.min)\"/></w:lvlOverride>")
        let archive = SmallArchive([Self.types, ("word/document.xml", main), ("word/numbering.xml", numbering)])
        let text = try read(archive.data).provisions.map(\.text).joined(separator: "\n")
        #expect(text.count { $0 == "a" } == 20_000)
    }

    @Test("a Word archive without its document says so")
    func withoutDocument() {
        let error = #expect(throws: LegislationReadError.self) { try read(SmallArchive([Self.types]).data) }
        #expect(error?.reason == .malformed)
        #expect(error?.message.contains("word/document.xml") == true)
    }

    @Test("a DTD in a part is refused")
    func entityExpansion() {
        let part = "<!DOCTYPE x [<!ENTITY a \"aaaa\">]><w:document \(Self.space)><w:body>&a;</w:body></w:document>"
        let error = #expect(throws: LegislationReadError.self) {
            try read(SmallArchive([Self.types, ("word/document.xml", part)]).data)
        }
        #expect(error?.reason == .refusedDTD)
    }
}
