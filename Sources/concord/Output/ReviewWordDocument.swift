import Legislation
import Review

/// A document on a State in the form of word processors: Office Open XML, ECMA-376 part 1.
///
/// Written in parts, each a small XML text; direction and language stand with every run, so that Arabic reads from right
/// to left and a quotation in another language is spelled and hyphenated as its own.
struct ReviewWordDocument {
    private let document: ReviewDocument
    private let isRightToLeft: Bool
    private var links: [String] = []

    init(_ document: ReviewDocument) {
        self.document = document
        isRightToLeft = TextDirection.of(document.language) == "rtl"
    }

    /// The parts of the package, by name, in the order in which they are written.
    mutating func parts() -> [(name: String, text: String)] {
        let body = self.body()
        let relations = links.enumerated().map { place, link in
            "<Relationship Id=\"link\(place + 1)\" Type=\"\(Self.relation)/hyperlink\" Target=\"\(link.escapedForXML)\" "
                + "TargetMode=\"External\"/>"
        }
        return [
            ("[Content_Types].xml", WordParts.contentTypes),
            ("_rels/.rels", WordParts.relations),
            (
                "docProps/core.xml",
                WordParts.properties(title: "\(document.subtitle): \(document.title)", language: document.language.tag)
            ),
            ("word/document.xml", body),
            ("word/styles.xml", WordParts.styles(language: document.language.tag, isRightToLeft: isRightToLeft)),
            ("word/footer1.xml", WordParts.footer(isRightToLeft: isRightToLeft)),
            (
                "word/_rels/document.xml.rels",
                WordParts.documentRelations(links: relations.joined())
            ),
        ]
    }

    static let relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

    private mutating func body() -> String {
        var parts = [
            paragraph(document.title, style: "Subtitle"), paragraph(document.subtitle, style: "Title"),
        ]
        parts.append(
            table(
                .init(
                    header: [], rows: document.facts.map { [$0.name, $0.text] }, widths: [0.25, 0.75])))
        parts.append(paragraph(document.caution, style: "Caution"))
        for block in document.blocks { parts.append(self.block(block)) }
        let direction = isRightToLeft ? "<w:bidi/>" : ""
        return """
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="\(Self.relation)">
            <w:body>\(parts.joined(separator: "\n"))
            <w:sectPr><w:footerReference w:type="default" r:id="footer"/><w:pgSz w:w="11906" w:h="16838"/>\
            <w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="567" w:footer="567" w:gutter="0"/>\
            \(direction)</w:sectPr>
            </w:body></w:document>
            """
    }

    private mutating func block(_ block: ReviewDocument.Block) -> String {
        switch block {
        case .heading(let text, let level): return paragraph(text, style: "Heading\(level)")
        case .paragraph(let text): return paragraph(text)
        case .steps(let steps):
            // Numbers as text: they stay as they are in every program.
            return steps.enumerated().map { paragraph("\($0 + 1).\t\($1)", style: "Step") }.joined(separator: "\n")
        case .fields(let names):
            return table(.init(header: [], rows: names.map { [$0, ""] }, widths: [0.35, 0.65]))
        case .table(let table): return self.table(table)
        case .quotation(let quotation): return self.quotation(quotation)
        }
    }

    private mutating func quotation(_ quotation: ReviewDocument.Quotation) -> String {
        var parts = [paragraph(quotation.source, style: "QuotationSource", language: quotation.language)]
        for line in quotation.text.split(separator: "\n") {
            parts.append(quoted(String(line), quotation.language))
        }
        var remark = run(quotation.remark, language: document.language)
        if let link = quotation.link {
            links.append(link)
            remark += run(" · ", language: document.language)
            remark +=
                "<w:hyperlink r:id=\"link\(links.count)\"><w:r><w:rPr><w:rStyle w:val=\"Hyperlink\"/></w:rPr>"
                + "<w:t xml:space=\"preserve\">\(link.escapedForXML)</w:t></w:r></w:hyperlink>"
        }
        parts.append(self.paragraph(runs: remark, style: "Remark", isRightToLeft: isRightToLeft))
        return parts.joined(separator: "\n")
    }

    // MARK: Paragraphs and runs

    private func paragraph(_ text: String, style: String? = nil, language: LanguageTag? = nil) -> String {
        let language = language ?? document.language
        return paragraph(
            runs: run(text, language: language), style: style, isRightToLeft: TextDirection.of(language) == "rtl")
    }

    /// A line of a quotation, with a rule on the side where its own language begins.
    private func quoted(_ text: String, _ language: LanguageTag) -> String {
        let isRightToLeft = TextDirection.of(language) == "rtl"
        let side = isRightToLeft ? "right" : "left"
        let rule = "<w:pBdr><w:\(side) w:val=\"single\" w:sz=\"12\" w:space=\"8\" w:color=\"BFBFBF\"/></w:pBdr>"
        return paragraph(
            runs: run(text, language: language), style: "Quote", isRightToLeft: isRightToLeft, border: rule)
    }

    private func paragraph(
        runs: String, style: String?, isRightToLeft: Bool, border: String = "", extra: String = ""
    ) -> String {
        let named = style.map { "<w:pStyle w:val=\"\($0)\"/>" } ?? ""
        // Said for both directions: a paragraph of the other direction than the document's is no accident.
        let direction = "<w:bidi w:val=\"\(isRightToLeft ? 1 : 0)\"/>"
        return "<w:p><w:pPr>\(named)\(border)\(direction)\(extra)</w:pPr>\(runs)</w:p>"
    }

    private func run(_ text: String, language: LanguageTag, isBold: Bool = false) -> String {
        let isRightToLeft = TextDirection.of(language) == "rtl"
        let tag = language.tag.escapedForXML
        let kind = isRightToLeft ? "w:bidi" : ["zh", "ja", "ko"].contains(language.primary) ? "w:eastAsia" : "w:val"
        let pieces = text.split(separator: "\t", omittingEmptySubsequences: false).map {
            "<w:t xml:space=\"preserve\">\(String($0).escapedForXML)</w:t>"
        }
        let bold = isBold ? "<w:b/><w:bCs/>" : ""
        return "<w:r><w:rPr>\(bold)\(isRightToLeft ? "<w:rtl/>" : "")<w:lang \(kind)=\"\(tag)\"/></w:rPr>"
            + pieces.joined(separator: "<w:tab/>") + "</w:r>"
    }

    // MARK: Tables

    /// Width of the text in twentieths of a point: A4 less margins of 20 mm.
    private static let textWidth = 9638.0

    private func table(_ table: ReviewDocument.Table) -> String {
        let widths = table.widths.map { Int($0 * Self.textWidth) }
        let grid = widths.map { "<w:gridCol w:w=\"\($0)\"/>" }.joined()
        let header = table.header.isEmpty ? "" : row(table.header, widths, isHeader: true, isGrid: table.isGrid)
        let rows = table.rows.map { row($0, widths, isHeader: false, isGrid: table.isGrid) }.joined(separator: "\n")
        let direction = isRightToLeft ? "<w:bidiVisual/>" : ""
        // A paragraph behind it: two tables that touch would become one.
        return """
            <w:tbl><w:tblPr><w:tblStyle w:val="ReviewTable"/>\(direction)<w:tblW w:w="\(widths.reduce(0, +))" w:type="dxa"/>\
            <w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>\(grid)</w:tblGrid>
            \(header)\(rows)</w:tbl>
            <w:p><w:pPr><w:spacing w:after="0"/></w:pPr></w:p>
            """
    }

    private func row(_ cells: [String], _ widths: [Int], isHeader: Bool, isGrid: Bool) -> String {
        let properties = "<w:trPr><w:cantSplit/>\(isHeader ? "<w:tblHeader/>" : "")</w:trPr>"
        let columns = cells.enumerated().map { place, text in
            let isCentred = isGrid && place > 0
            return "<w:tc><w:tcPr><w:tcW w:w=\"\(widths[place])\" w:type=\"dxa\"/></w:tcPr>"
                + paragraph(
                    runs: run(text, language: document.language, isBold: isHeader), style: "TableText",
                    isRightToLeft: isRightToLeft, extra: isCentred ? "<w:jc w:val=\"center\"/>" : "")
                + "</w:tc>"
        }
        return "<w:tr>\(properties)\(columns.joined())</w:tr>\n"
    }
}
