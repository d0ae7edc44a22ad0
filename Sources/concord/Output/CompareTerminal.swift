import Catalog
import Legislation
import Retrieval

/// Comparable provisions on a terminal, one block below the other.
struct CompareTerminal {
    private let document: CompareDocument
    private let width = min(TextColumns.terminalWidth, 100)

    init(_ document: CompareDocument) { self.document = document }

    var text: String {
        var lines = [
            Console.bold(Console.isolated(document.title)), document.cell, "For: \(document.stateFacts)",
            document.basis,
        ]
        lines += model
        for choice in document.comparison.choices { lines += block(choice) }
        lines += [rule, Console.dim(CompareDocument.caution)]
        return lines.joined(separator: "\n")
    }

    private var rule: String { Console.dim(String(repeating: "─", count: width)) }

    private var model: [String] {
        guard let model = document.model else { return [] }
        var lines = [rule, Console.accent("Model provision  \(model.name)")]
        lines.append(Console.dim(Console.isolated(model.law.title)) + Console.dim(" · not the law of any State"))
        lines.append(Console.bold(Console.isolated("\(model.article.number) \(model.article.heading)")))
        lines.append("")
        for line in model.lines { lines += paragraph(String(repeating: "  ", count: line.level) + line.text) }
        if !model.others.isEmpty { lines += ["", Console.dim("Also: " + model.others.joined(separator: ", "))] }
        return lines
    }

    private func block(_ choice: ComparableProvision) -> [String] {
        let citation = Citation(choice.record)
        var lines = [rule, Console.accent("\(choice.rank). \(citation.state)")]
        lines.append(Console.bold(Console.isolated(citation.provision)))
        lines.append(Console.isolated(citation.lawTitle))
        lines.append(Console.dim(citation.facts))
        lines += broken("Why: " + CompareDocument.reasons(choice))
        lines.append("")
        let excerpt = Excerpt(choice.record.provision.text, limit: document.limit)
        for text in excerpt.paragraphs { lines += paragraph(text) }
        if let remark = document.remark(excerpt, choice.record) { lines.append(Console.dim(remark)) }
        lines.append("")
        for same in choice.sameText.prefix(4) {
            lines.append(Console.dim("Same text: " + Console.isolated(Citation(same).short)))
        }
        if choice.sameText.count > 4 { lines.append(Console.dim("and \(choice.sameText.count - 4) more")) }
        lines.append(Console.dim(citation.source))
        lines.append(Console.dim(choice.record.iri))
        return lines
    }

    private func paragraph(_ text: String) -> [String] {
        TextColumns.broken(text, width: width).map(Console.isolated)
    }

    private func broken(_ text: String) -> [String] { TextColumns.broken(text, width: width) }
}
