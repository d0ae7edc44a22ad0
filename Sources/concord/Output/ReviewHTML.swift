import Legislation
import Review

/// A document on a State as one page of HTML that needs nothing beside it.
struct ReviewHTML {
    private let document: ReviewDocument

    init(_ document: ReviewDocument) { self.document = document }

    var text: String {
        let language = document.language
        let facts = document.facts.map { "<dt>\($0.name.escapedForXML)</dt><dd>\($0.text.escapedForXML)</dd>" }
        return """
            <!DOCTYPE html>
            <html\(attributes(language))>
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>\("\(document.subtitle): \(document.title)".escapedForXML)</title>
            <style>
            \(CompareStyle.sheet)
            \(Self.style)
            </style>
            </head>
            <body class="review">
            <header class="masthead"><span>Concord</span><span>1540 (2004)</span></header>
            <p class="over">\(document.title.escapedForXML)</p>
            <h1>\(document.subtitle.escapedForXML)</h1>
            <dl class="facts">
            \(facts.joined(separator: "\n"))
            </dl>
            <p class="caution">\(document.caution.escapedForXML)</p>
            <main>
            \(document.blocks.map(block).joined(separator: "\n"))
            </main>
            </body>
            </html>
            """
    }

    private func block(_ block: ReviewDocument.Block) -> String {
        switch block {
        case .heading(let text, let level): "<h\(level + 1)>\(text.escapedForXML)</h\(level + 1)>"
        case .paragraph(let text): "<p>\(text.escapedForXML)</p>"
        case .steps(let steps):
            "<ol>" + steps.map { "<li>\($0.escapedForXML)</li>" }.joined() + "</ol>"
        case .fields(let names):
            "<dl class=\"fields\">" + names.map { "<dt>\($0.escapedForXML)</dt><dd></dd>" }.joined() + "</dl>"
        case .table(let table): self.table(table)
        case .quotation(let quotation): self.quotation(quotation)
        }
    }

    private func table(_ table: ReviewDocument.Table) -> String {
        let columns = table.widths.map { "<col style=\"width:\(Int(($0 * 1000).rounded()) / 10)%\">" }.joined()
        let header = table.header.map { "<th scope=\"col\">\($0.escapedForXML)</th>" }.joined()
        let rows = table.rows.map { row in
            "<tr><th scope=\"row\">\((row.first ?? "").escapedForXML)</th>"
                + row.dropFirst().map { "<td>\($0.escapedForXML)</td>" }.joined() + "</tr>"
        }
        return
            "<table class=\"\(table.isGrid ? "grid" : "plain")\"><colgroup>\(columns)</colgroup><thead><tr>\(header)</tr></thead>\n<tbody>\n"
            + rows.joined(separator: "\n") + "\n</tbody></table>"
    }

    private func quotation(_ quotation: ReviewDocument.Quotation) -> String {
        let source = "<cite\(attributes(quotation.language))>\(quotation.source.escapedForXML)</cite>"
        let text =
            quotation.text.isEmpty
            ? ""
            : "<blockquote\(attributes(quotation.language))>"
                + quotation.text.split(separator: "\n").map { "<p>\(String($0).escapedForXML)</p>" }.joined()
                + "</blockquote>"
        let link = quotation.link.map { " · <a href=\"\($0.escapedForXML)\">\($0.escapedForXML)</a>" } ?? ""
        return
            "<div class=\"quotation\">\(source)\(text)<p class=\"small\">\(quotation.remark.escapedForXML)\(link)</p></div>"
    }

    private func attributes(_ language: LanguageTag) -> String {
        " lang=\"\(language.tag)\" dir=\"\(TextDirection.of(language))\""
    }

    private static let style = """
        @page { size: A4 portrait; margin: 20mm; }
        .review { max-width: 56rem; }
        .over { font-size: 1.15rem; margin: 1.6rem 0 0; }
        .over + h1 { margin-top: 0.2rem; }
        main h2 { font-size: 1.5rem; margin: 2.4rem 0 0.6rem; border-bottom: 2px solid #1a1a1a; padding-bottom: 0.2rem; }
        main h3 { font-size: 1.2rem; margin: 1.6rem 0 0.4rem; }
        main h4 { font-size: 1rem; margin: 1.2rem 0 0.3rem; }
        blockquote { margin: 0.3rem 0; padding-inline-start: 1rem; border-inline-start: 3px solid #cfcfcf; }
        blockquote p { margin: 0 0 0.3rem; }
        .quotation { margin: 0.6rem 0 0.9rem; } .quotation cite { display: block; text-align: start; }
        .quotation .small a { overflow-wrap: anywhere; }
        tbody th { font-weight: normal; }
        .grid td, .grid thead th:not(:first-child) { text-align: center; padding-inline-end: 0; }
        .grid thead th { font-size: 0.8rem; vertical-align: bottom; }
        .fields dd { border-bottom: 1px solid #8a8a8a; min-height: 1.6rem; }
        .fields { margin: 0.6rem 0 1.2rem; }
        """
}
