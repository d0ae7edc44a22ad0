import Legislation
import Obligations
import Review

/// A State's matrix for people: a grid of rows, and the provisions behind it.
struct MatrixListing {
    private let matrix: StateMatrix
    private let rows: ObligationMatrix
    private let showsAll: Bool
    private let showsEvidence: Bool

    private static let titleWidth = 52

    init(_ matrix: StateMatrix, rows: ObligationMatrix, showsAll: Bool, showsEvidence: Bool) {
        self.matrix = matrix
        self.rows = rows
        self.showsAll = showsAll
        self.showsEvidence = showsEvidence
    }

    var text: String {
        let counts = matrix.counts
        var lines = [
            Console.bold("Draft matrix of \(matrix.state.englishName)"),
            "from \(matrix.lawCount) laws with \(matrix.provisionCount) provisions in the index. Indicators of fact, not of "
                + "the degree of compliance.",
            CellValue.allCases.compactMap { value in counts[value].map { "\($0) \(value.name)" } }
                .joined(separator: ", "),
            "",
        ]
        let byRow = Dictionary(grouping: matrix.cells, by: \.cell.code)
        var group: ObligationGroup?
        for row in rows.rows {
            guard let cells = byRow[row.code], showsAll || cells.contains(where: Self.isShown) else { continue }
            if group != row.group {
                group = row.group
                lines += ["", header(row.group)]
            }
            lines.append(line(row, cells))
            if showsEvidence { lines += cells.filter(Self.isShown).flatMap(evidence) }
        }
        return lines.joined(separator: "\n")
    }

    private static func isShown(_ cell: MatrixCell) -> Bool { cell.value != .blank || cell.decision != nil }

    private func header(_ group: ObligationGroup) -> String {
        let columns = Weapon.allCases.map { $0.rawValue + "    " }.joined()
        let title = SearchListing.short(rows.title(of: group), Self.titleWidth)
        return Console.bold(padded(title, Self.titleWidth)) + " " + Console.dim(columns + " framework enforcement")
    }

    /// Two letters a weapon type: framework and enforcement.
    private func line(_ row: ObligationMatrix.Row, _ cells: [MatrixCell]) -> String {
        let columns: [Weapon?] = row.weapons.isEmpty ? [nil] : Weapon.allCases
        let grid = columns.map { weapon -> String in
            let values = Aspect.allCases.map { aspect in
                cells.first { $0.cell.weapon == weapon && $0.cell.aspect == aspect }.map(Self.mark) ?? "  "
            }
            return values.joined() + "  "
        }
        return padded(SearchListing.short(row.title(), Self.titleWidth), Self.titleWidth) + " " + grid.joined()
            + " " + Console.dim(row.code.rawValue)
    }

    private static func mark(_ cell: MatrixCell) -> String {
        let letter =
            switch cell.value {
            case .documented: "X"
            case .unclear: "?"
            case .notApplicable: "N"
            case .blank: "·"
            }
        switch cell.standing {
        case .proposed: return letter + " "
        case .decided: return letter + "*"
        case .reopened: return letter + "!"
        }
    }

    private func evidence(_ cell: MatrixCell) -> [String] {
        var lines = [
            "    " + Console.accent("\(cell.cell)  \(cell.value == .blank ? "blank" : cell.value.rawValue)")
                + Console.dim("  support \(CompareMarkdown.percent(cell.proposal.support))")
        ]
        if let decision = cell.decision {
            lines.append(
                "      decided by \(decision.who) on \(decision.when.prefix(10)): \(decision.why) [revision \(decision.revision)]"
            )
        }
        if let reopening = cell.reopening { lines.append("      to be looked at again: \(reopening.words)") }
        for one in cell.proposal.evidence {
            let date = one.date.map { ", \($0)" } ?? ""
            lines.append(
                "      " + Console.isolated("\(one.law): \(one.label)") + Console.dim(date)
                    + Console.dim("  \(CompareMarkdown.percent(one.confidence))"))
            lines.append("        " + Console.isolated(SearchListing.short(one.quote, 160)))
            lines.append("        " + Console.dim(one.iri))
        }
        return lines
    }

    private func padded(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - TextColumns.width(of: text)))
    }
}
