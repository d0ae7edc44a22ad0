import Foundation
import Obligations

/// The text that is explained.
struct ExplainedText {
    var id: String
    var language: String
    var title: String
    var heading: String
    var text: String

    /// The words of a mention with some before and behind them, on one line.
    func context(of mention: ClassifierEvidence.Mention, mark: (String) -> String) -> String {
        let bytes = Array(field(mention.field).utf8)
        let start = min(Int(mention.range.lowerBound), bytes.count)
        let end = min(max(start, Int(mention.range.upperBound)), bytes.count)
        func plain(_ part: ArraySlice<UInt8>) -> String {
            String(decoding: part, as: UTF8.self).replacing("\n", with: " ")
        }
        let before = String(plain(bytes[..<start]).suffix(32))
        let behind = String(plain(bytes[end...]).prefix(32))
        return Console.isolated(
            (before.count == 32 ? "…" : "") + before + mark(plain(bytes[start..<end])) + behind
                + (behind.count == 32 ? "…" : ""))
    }

    func field(_ field: ClassifierEvidence.Field) -> String {
        switch field {
        case .title: title
        case .heading: heading
        case .text: text
        }
    }
}

/// An explanation for the terminal.
struct ExplanationListing {
    let explanation: ClassifierExplanation
    let source: ExplainedText
    let matrix: ObligationMatrix
    let limit: Int

    func print() {
        if !source.title.isEmpty { Console.line(Console.bold(Console.isolated(source.title))) }
        if !source.heading.isEmpty { Console.line(Console.isolated(SearchListing.short(source.heading, 140))) }
        Console.line(Console.dim("\(source.id) · \(source.language)"))
        guard !explanation.rows.isEmpty else {
            Console.line("No cell of the matrix: no words or concepts that speak for one.")
            return
        }
        for row in explanation.rows {
            Console.line()
            print(row)
        }
    }

    private func print(_ row: ClassifierExplanation.Row) {
        let title = matrix.row(row.code)?.title() ?? ""
        let given = row.confidence >= 0.5 ? "" : "  (below 0.5: not counted as given)"
        Console.line(
            Console.bold(row.code.rawValue) + "  " + title + "  " + Console.accent(number(row.confidence)) + given)
        let cells = row.cells.map { score in
            [score.cell.weapon?.rawValue, score.cell.aspect.rawValue].compactMap(\.self).joined(separator: " ")
                + " " + number(score.confidence)
        }
        Console.line("  cells  " + cells.joined(separator: " · "))
        Console.line(
            "  logit  words \(signed(row.words)) · rules \(signed(row.rules)) · frequency and form \(signed(row.rest))")
        for reason in row.reasons.prefix(limit) {
            Console.line("  \(signed(reason.contribution))  \(reason.feature)")
            if let mention = reason.mentions.first {
                let more = reason.mentions.count > 1 ? "  (\(reason.mentions.count) times)" : ""
                Console.line("         \(mention.field.rawValue): " + context(mention) + more)
            }
        }
        for evidence in row.evidence.prefix(2) {
            let names = evidence.mentions.prefix(4).map { "\($0.concept) (\($0.field.rawValue))" }
            Console.line(
                "  rule   rules.tsv, line \(evidence.ruleLine), score \(number(evidence.score)): "
                    + names.joined(separator: ", "))
        }
    }

    private func context(_ mention: ClassifierEvidence.Mention) -> String {
        source.context(of: mention) { Console.isColored ? Console.accent($0) : "[\($0)]" }
    }

    private func number(_ value: Double) -> String { String(format: "%.2f", value) }
    private func signed(_ value: Double) -> String { String(format: "%+.2f", value) }
}
