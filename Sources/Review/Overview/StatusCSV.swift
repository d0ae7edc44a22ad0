import Obligations

/// The overview as a table: a row a State, columns as `docs/metrics.md` describes them.
public enum StatusCSV {
    /// The table.
    public static func text(_ status: WorldStatus) -> String {
        var table = CSVDocument()
        let groups = ObligationGroup.allCases
        let counted = ["documented", "unclear", "not_applicable", "blank"]
        table.add(
            [
                "code", "alpha3", "name", "membership", "regional_group", "reporting", "first_report",
                "additional_reports",
            ]
                + groups.flatMap { group in counted.map { "\(group.rawValue)_\($0)" } })
        for item in status.states {
            let cells = groups.flatMap { group in
                let counts = item.groups[group] ?? ValueCounts()
                return [counts.documented, counts.unclear, counts.notApplicable, counts.blank].map(String.init)
            }
            let days = item.reporting.additional.map(\.description).joined(separator: "; ")
            var fields = [item.state.code, item.state.alpha3 ?? "", item.state.name, item.state.membership.rawValue]
            fields += [item.state.group?.rawValue ?? "", item.reporting.name]
            fields += [item.reporting.first?.description ?? "", days]
            table.add(fields + cells)
        }
        return table.text
    }
}
