import Legislation
import Obligations

/// Quantitative metrics of success since a day, as `docs/metrics.md` defines them. They count facts; they do not grade
/// States.
public struct SuccessMetrics: Sendable, Hashable, Codable {
    /// The day; what happened on it counts.
    public var since: Day
    /// States whose first report is of that day or later.
    public var firstReports: [String]
    /// States that have a further report of that day or later.
    public var additionalReports: [String]
    /// Cells that experts decided to be documented and that were not; nil where decisions are not known.
    public var cellsNewlyDocumented: Int?
    /// Cells that were blank, undecided or unclear, and are decided to be documented or not to apply.
    public var gapsClosed: Int?
    /// Cells that were decided to be documented and are now decided to be blank or unclear.
    public var cellsNoLongerDocumented: Int?

    init(
        since: Day, states: [RegisteredState], ledger: StateLedger, matrix: ObligationMatrix, decided: DecidedCells?
    ) {
        self.since = since
        let reports = states.map { ($0.code, ledger[$0.jurisdiction].reporting) }
        firstReports = reports.filter { $0.1.first.map { $0 >= since } ?? false }.map(\.0)
        additionalReports = reports.filter { $0.1.additional.contains { $0 >= since } }.map(\.0)
        guard let decided else { return }
        var (documented, closed, lost) = (0, 0, 0)
        let cells = matrix.rows.flatMap(\.cells)
        for state in states {
            let before = decided.earlier[state.jurisdiction] ?? [:]
            let now = decided.now[state.jurisdiction] ?? [:]
            for cell in cells {
                let (old, new) = (before[cell] ?? .blank, now[cell] ?? .blank)
                guard old != new else { continue }
                let wasGap = old == .blank || old == .unclear
                if new == .documented { documented += 1 }
                if wasGap, new == .documented || new == .notApplicable { closed += 1 }
                if old == .documented, new == .blank || new == .unclear { lost += 1 }
            }
        }
        cellsNewlyDocumented = documented
        gapsClosed = closed
        cellsNoLongerDocumented = lost
    }
}
