public import Foundation
public import Obligations

/// The matrix of a State as reviewers use it: a sheet for each part, a row for each obligation, and for each weapon type
/// and aspect the value and its source.
public enum MatrixWorkbook {
    /// What stands on every sheet.
    static let caution =
        "Indicators of fact, not of the degree of compliance. X: documented; ?: unclear; NA: not applicable; empty: nothing "
        + "known; grey: not asked."

    /// Writes the workbook.
    ///
    /// - Parameters:
    ///   - matrix: as the audience may see it, see `StateMatrix.shown(by:)`.
    ///   - name: of the State.
    ///   - rows: the rows of the matrix with their titles.
    ///   - notice: what was left out for the audience.
    ///   - path: the file.
    ///   - created: the moment that is written into it.
    /// - Throws: ``WorkbookError``
    public static func write(
        _ matrix: StateMatrix, name: String, rows: ObligationMatrix, notice: String?, to path: String,
        created: Date = Date()
    ) throws(WorkbookError) {
        let book = try Workbook(path: path, title: "Matrix of \(name)", created: created)
        let cells = Dictionary(matrix.cells.map { ($0.cell, $0) }) { first, _ in first }
        for group in ObligationGroup.allCases {
            let sheet = try book.sheet(group.paragraph)
            sheet.write("\(name): \(rows.title(of: group))", 0, 0, .title)
            sheet.write(([caution] + (notice.map { [$0] } ?? [])).joined(separator: " "), 1, 0, .note)
            let own = rows.rows.filter { $0.group == group }
            let weapons: [Weapon?] = own.contains { !$0.weapons.isEmpty } ? Weapon.allCases.map { $0 } : [nil]
            head(sheet, weapons, rows)
            for (place, row) in own.enumerated() {
                let line = place + 4
                sheet.write(row.number, line, 0)
                sheet.write("\(row.title())\n\(row.code)", line, 1)
                for (aspectPlace, aspect) in Aspect.allCases.enumerated() {
                    for (weaponPlace, weapon) in weapons.enumerated() {
                        let column = 2 + 2 * (aspectPlace * weapons.count + weaponPlace)
                        let isAsked = weapon.map { row.weapons.contains($0) } ?? row.weapons.isEmpty
                        guard isAsked else {
                            sheet.write("", line, column, .notAsked)
                            sheet.write("", line, column + 1, .notAsked)
                            continue
                        }
                        let cell = cells[Cell(code: row.code, weapon: weapon, aspect: aspect)]
                        let value = cell?.value ?? .blank
                        sheet.write(value.rawValue, line, column, style(value))
                        sheet.write(cell.map(source) ?? "", line, column + 1, .source)
                    }
                }
            }
        }
        try book.close()
    }

    private static func head(_ sheet: Workbook.Sheet, _ weapons: [Weapon?], _ matrix: ObligationMatrix) {
        sheet.write("No.", 2, 0, .heading)
        sheet.write("Obligation", 2, 1, .heading)
        sheet.write("", 3, 0, .heading)
        sheet.write("", 3, 1, .heading)
        sheet.width(5, 0...0)
        sheet.width(40, 1...1)
        for (place, aspect) in Aspect.allCases.enumerated() {
            let first = 2 + 2 * place * weapons.count
            sheet.merge(matrix.title(of: aspect), 2, first...(first + 2 * weapons.count - 1))
            for (offset, weapon) in weapons.enumerated() {
                let column = first + 2 * offset
                sheet.write(weapon?.rawValue ?? "Value", 3, column, .heading)
                sheet.write("Source", 3, column + 1, .heading)
                sheet.width(7, column...column)
                sheet.width(38, (column + 1)...(column + 1))
            }
        }
        sheet.head(rows: 4, columns: 2)
    }

    private static func style(_ value: CellValue) -> Workbook.Style {
        switch value {
        case .documented: .documented
        case .unclear: .unclear
        case .notApplicable: .notApplicable
        case .blank: .value
        }
    }

    /// The provisions that speak for a cell, a line each, then where its value comes from.
    static func source(_ cell: MatrixCell) -> String {
        var lines = cell.proposal.evidence.map { evidence in
            let date = evidence.date.map { ", \($0)" } ?? ""
            let address = evidence.source.map { " <\($0)>" } ?? ""
            return "\(evidence.law)\(date), \(evidence.label)\(address)"
        }
        switch cell.standing {
        case .proposed: if cell.value != .blank { lines.append("(proposed by the program, not decided by an expert)") }
        case .decided: lines.append("(decided by an expert on \(cell.decision.map { "\($0.when)".prefix(10) } ?? ""))")
        case .reopened:
            lines.append("(decided by an expert, to be looked at again: \(cell.reopening?.words ?? "the law changed"))")
        }
        return lines.joined(separator: "\n")
    }
}
