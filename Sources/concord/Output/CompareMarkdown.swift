import Catalog
import Legislation
import Retrieval

/// Comparable provisions as Markdown: an overview, then the texts one below the other.
struct CompareMarkdown {
    private let document: CompareDocument

    init(_ document: CompareDocument) { self.document = document }

    var text: String {
        var lines = [
            "# \(escaped(document.title)): comparable provisions", "",
            "- Obligation: \(escaped(document.cell))", "- For: \(escaped(document.stateFacts))",
            "- \(escaped(document.basis))", "- Date of this list: \(CompareDocument.today)", "",
            "*\(escaped(CompareDocument.caution))*", "",
            "| No. | State | Law | Provision | Text | Confidence |", "| --- | --- | --- | --- | --- | --- |",
        ]
        for choice in document.comparison.choices {
            let citation = Citation(choice.record)
            let text = citation.standing.joined(separator: ", ")
            let cells = [
                String(choice.rank), citation.state, citation.lawTitle, citation.provision, text,
                Self.percent(choice.confidence),
            ]
            lines.append("| " + cells.map(escaped).joined(separator: " | ") + " |")
        }
        lines += model
        for choice in document.comparison.choices { lines += section(choice) }
        return lines.joined(separator: "\n")
    }

    private var model: [String] {
        guard let model = document.model else { return [] }
        var lines = [
            "", "## Model provision", "",
            "*\(escaped(model.law.title))*, \(escaped(model.name)), not the law of any State",
            "", "**\(escaped("\(model.article.number) \(model.article.heading)"))**",
        ]
        let paragraphs = model.lines.flatMap { line in
            ["", String(repeating: "> ", count: line.level) + escaped(line.text)]
        }
        lines += directed(paragraphs, model.law.language)
        if !model.others.isEmpty { lines += ["", "Also: \(escaped(model.others.joined(separator: ", ")))"] }
        return lines
    }

    private func section(_ choice: ComparableProvision) -> [String] {
        let citation = Citation(choice.record)
        let excerpt = Excerpt(choice.record.provision.text, limit: document.limit)
        var lines = [
            "", "## \(choice.rank). \(escaped(citation.state)): \(escaped(citation.provision))", "",
            "*\(escaped(citation.lawTitle))*", "", escaped(citation.facts), "",
            "Why: \(escaped(CompareDocument.reasons(choice)))",
        ]
        lines += directed(excerpt.paragraphs.flatMap { ["", "> " + escaped($0)] }, choice.record.textLanguage)
        if let remark = document.remark(excerpt, choice.record) { lines += ["", escaped(remark)] }
        if !choice.sameText.isEmpty {
            lines += ["", "Same text:", ""] + choice.sameText.map { "- " + escaped(Citation($0).short) }
        }
        lines += ["", "Source: " + (citation.address.map { "<\($0)>" } ?? escaped(citation.source))]
        return lines + ["", "`\(choice.record.iri)`"]
    }

    /// Markdown knows no direction; a block of HTML around the paragraphs gives it where they run from right to left.
    private func directed(_ paragraphs: [String], _ language: LanguageTag) -> [String] {
        guard TextDirection.of(language) == "rtl" else { return paragraphs }
        return ["", "<div lang=\"\(language.tag)\" dir=\"rtl\">"] + paragraphs + ["", "</div>"]
    }

    static func percent(_ share: Double) -> String { "\(Int((share * 100).rounded())) %" }

    private func escaped(_ text: String) -> String { ModelMarkdown.escaped(text) }
}
