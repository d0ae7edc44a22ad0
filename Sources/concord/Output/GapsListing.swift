import Catalog
import Legislation
import Obligations
import Retrieval
import Review

/// A State's gaps for people.
struct GapsListing {
    private let matrix: StateMatrix
    private let gaps: [Gap]
    private let limit: Int
    private let rows: ObligationMatrix
    private let models: ModelProvisions

    init(_ matrix: StateMatrix, _ gaps: [Gap], limit: Int, rows: ObligationMatrix, models: ModelProvisions) {
        self.matrix = matrix
        self.gaps = gaps
        self.limit = limit
        self.rows = rows
        self.models = models
    }

    var text: String {
        let blank = gaps.count(where: \.isBlank)
        var lines = [
            Console.bold("Gaps of \(matrix.state.englishName)"),
            "\(blank) cells are blank and \(gaps.count - blank) unclear, by \(matrix.lawCount) laws in the index. What is not "
                + "in the index cannot be seen.",
            "",
        ]
        for (place, gap) in gaps.prefix(limit).enumerated() { lines += block(place + 1, gap) }
        if gaps.count > limit { lines.append(Console.dim("and \(gaps.count - limit) more; see --limit")) }
        return lines.joined(separator: "\n")
    }

    private func block(_ number: Int, _ gap: Gap) -> [String] {
        let cell = gap.cell.cell
        let title = rows.row(cell.code)?.title() ?? cell.code.rawValue
        let weapon = cell.weapon.map { ", \($0.name)" } ?? ""
        var lines = [
            "\(number). " + Console.bold("\(title)\(weapon), \(cell.aspect.rawValue)") + Console.dim("  \(cell)")
        ]
        let having =
            gap.havingStates.isEmpty
            ? "no State in the index has it"
            : "\(CompareMarkdown.percent(gap.share)) of States like it have it: "
                + gap.havingStates.map(\.englishName).joined(separator: ", ")
        lines.append("   \(gap.isBlank ? "blank" : "unclear") · \(having)")
        if let model = models.best(for: cell) {
            lines.append(
                "   " + Console.accent("model  ") + "\(model.name)  "
                    + Console.isolated("\(model.article.number) \(model.article.heading)"))
        }
        for choice in gap.comparables {
            let citation = Citation(choice.record)
            lines.append(
                "   " + Console.accent("usable ") + "\(citation.state): "
                    + Console.isolated("\(SearchListing.short(citation.lawTitle, 70)), \(citation.provision)"))
            lines.append("          " + Console.dim(choice.record.iri))
        }
        return lines + [""]
    }
}
