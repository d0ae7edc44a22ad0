import Review

/// A document on a State as Markdown.
struct ReviewMarkdown {
    private let document: ReviewDocument

    init(_ document: ReviewDocument) { self.document = document }

    var text: String {
        var parts = ["# \(Self.escaped(document.subtitle))", Self.escaped(document.title)]
        parts += document.facts.map { "**\(Self.escaped($0.name))**: \(Self.escaped($0.text))" }
        parts.append("*\(Self.escaped(document.caution))*")
        parts += document.blocks.map(block)
        return parts.joined(separator: "\n\n")
    }

    private func block(_ block: ReviewDocument.Block) -> String {
        switch block {
        case .heading(let text, let level):
            return String(repeating: "#", count: level + 1) + " " + Self.escaped(text)
        case .paragraph(let text): return Self.escaped(text)
        case .steps(let steps):
            return steps.enumerated().map { "\($0 + 1). \(Self.escaped($1))" }.joined(separator: "\n")
        case .fields(let names): return names.map { "- \(Self.escaped($0)): ____" }.joined(separator: "\n")
        case .table(let table):
            let lines = [table.header, table.header.map { _ in "---" }] + table.rows.map { $0.map(Self.escaped) }
            return lines.map { "| " + $0.joined(separator: " | ") + " |" }.joined(separator: "\n")
        case .quotation(let quotation):
            let link = quotation.link.map { " · <\($0)>" } ?? ""
            let text = quotation.text.split(separator: "\n").map { "> \(Self.escaped(String($0)))" }
            return
                (["**\(Self.escaped(quotation.source))**", ""] + text
                + [text.isEmpty ? "" : ">", "\(Self.escaped(quotation.remark))\(link)"])
                .filter { $0 != ">" }.joined(separator: "\n")
        }
    }

    private static func escaped(_ text: String) -> String { ModelMarkdown.escaped(text) }
}
