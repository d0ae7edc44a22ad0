public import Foundation
import Obligations

/// The overview as a workbook: a sheet with a row for each State, then a sheet for each part of the matrix with the rows
/// of the matrix across.
public enum StatusWorkbook {
    /// Writes the workbook.
    ///
    /// - Parameters:
    ///   - status: the overview.
    ///   - notice: what was left out for the audience.
    ///   - path: the file.
    ///   - created: the moment that is written into it.
    /// - Throws: ``WorkbookError``
    public static func write(
        _ status: WorldStatus, notice: String?, to path: String, created: Date = Date()
    ) throws(WorkbookError) {
        let book = try Workbook(path: path, title: status.title, created: created)
        let note = ([WorldStatus.caution] + (notice.map { [$0] } ?? [])).joined(separator: " ")
        states(status, try book.sheet("States"), note)
        for group in ObligationGroup.allCases { part(group, status, try book.sheet(group.paragraph), note) }
        try book.close()
    }

    private static func states(_ status: WorldStatus, _ sheet: Workbook.Sheet, _ note: String) {
        sheet.write(status.title, 0, 0, .title)
        sheet.write(note, 1, 0, .note)
        let heads = ["Code", "State", "Regional group", "Reporting", "First report", "Additional reports"]
        for (column, head) in heads.enumerated() { sheet.write(head, 3, column, .heading) }
        for (place, group) in ObligationGroup.allCases.enumerated() {
            let first = heads.count + 4 * place
            sheet.merge(group.paragraph, 2, first...(first + 3))
            for (offset, head) in ["X", "?", "NA", "blank"].enumerated() {
                sheet.write(head, 3, first + offset, .heading)
            }
        }
        for (place, item) in status.states.enumerated() {
            let line = place + 4
            let texts = [
                item.state.code, item.state.name, item.state.group?.name ?? "", item.reporting.name,
                item.reporting.first?.description ?? "",
                item.reporting.additional.map(\.description).joined(separator: "; "),
            ]
            for (column, text) in texts.enumerated() { sheet.write(text, line, column) }
            for (groupPlace, group) in ObligationGroup.allCases.enumerated() {
                let counts = item.groups[group] ?? ValueCounts()
                let numbers = [counts.documented, counts.unclear, counts.notApplicable, counts.blank]
                for (offset, number) in numbers.enumerated() {
                    sheet.write(number, line, heads.count + 4 * groupPlace + offset)
                }
            }
        }
        for (column, width) in [7.0, 42, 28, 12, 12, 30].enumerated() { sheet.width(width, column...column) }
        sheet.width(7, heads.count...(heads.count + 4 * ObligationGroup.allCases.count - 1))
        sheet.head(rows: 4, columns: 2)
    }

    /// A cell says for each weapon type `X` (both aspects documented), `x` (one), `?`, `NA` or `-`.
    private static func part(_ group: ObligationGroup, _ status: WorldStatus, _ sheet: Workbook.Sheet, _ note: String) {
        sheet.write("\(status.title), \(status.matrix.title(of: group))", 0, 0, .title)
        sheet.write(
            note
                + " For NW, CW, BW: X framework and enforcement documented, x one of them, ? unclear, NA not applicable, "
                + "- nothing known; empty: not asked.", 1, 0, .note)
        sheet.write("Code", 3, 0, .heading)
        sheet.write("State", 3, 1, .heading)
        var column = 2
        for place in status.rows(of: group) {
            let row = status.matrix.rows[place]
            let weapons = row.weapons.isEmpty ? ["Value"] : Weapon.allCases.map(\.rawValue)
            sheet.merge("\(row.number). \(row.title())", 2, column...(column + weapons.count - 1))
            for (offset, weapon) in weapons.enumerated() { sheet.write(weapon, 3, column + offset, .heading) }
            for (line, item) in status.states.enumerated() {
                for (offset, level) in item.rows[place].enumerated() {
                    let (text, style) = mark(level)
                    sheet.write(text, line + 4, column + offset, style)
                }
            }
            column += weapons.count
        }
        for (line, item) in status.states.enumerated() {
            sheet.write(item.state.code, line + 4, 0)
            sheet.write(item.state.name, line + 4, 1)
        }
        sheet.width(7, 0...0)
        sheet.width(42, 1...1)
        sheet.width(9, 2...max(2, column - 1))
        sheet.head(rows: 4, columns: 2)
    }

    private static func mark(_ level: CellLevel) -> (String, Workbook.Style) {
        switch level {
        case .both: ("X", .documented)
        case .one: ("x", .value)
        case .unclear: ("?", .unclear)
        case .notApplicable: ("NA", .notApplicable)
        case .blank: ("-", .value)
        case .notAsked: ("", .notAsked)
        }
    }
}
