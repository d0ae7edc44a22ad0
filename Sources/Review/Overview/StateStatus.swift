public import Obligations

/// One State in the overview.
public struct StateStatus: Sendable, Hashable {
    /// The State.
    public var state: RegisteredState
    /// Whether and when it reported.
    public var reporting: ReportingStatus
    /// Whether its matrix is known; where not, all cells count as blank.
    public var hasCoverage: Bool
    /// Its cells by part of the matrix, in the order of `ObligationGroup`.
    public var groups: [ObligationGroup: ValueCounts]
    /// For each row of the matrix its steps: one for each weapon type (nuclear, chemical, biological), or a single one
    /// where the row is not asked by weapon type.
    public var rows: [[CellLevel]]

    /// All its cells.
    public var cells: ValueCounts { groups.values.reduce(ValueCounts(), +) }

    init(
        _ state: RegisteredState, reporting: ReportingStatus, values: [Cell: CellValue]?, matrix: ObligationMatrix
    ) {
        self.state = state
        self.reporting = reporting
        hasCoverage = values != nil
        var groups: [ObligationGroup: ValueCounts] = [:]
        rows = matrix.rows.map { row in
            func level(_ weapon: Weapon?) -> CellLevel {
                let pair = Aspect.allCases.map { aspect -> CellValue in
                    let value = values?[Cell(code: row.code, weapon: weapon, aspect: aspect)] ?? .blank
                    groups[row.group, default: ValueCounts()].count(value)
                    return value
                }
                return CellLevel(framework: pair[0], enforcement: pair[1])
            }
            if row.weapons.isEmpty { return [level(nil)] }
            return Weapon.allCases.map { row.weapons.contains($0) ? level($0) : .notAsked }
        }
        self.groups = groups
    }
}
