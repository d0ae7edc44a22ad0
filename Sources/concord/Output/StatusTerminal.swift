import Obligations
import Review

/// The overview for a terminal: figures, then the heat map with a letter for each State and row of the matrix.
struct StatusTerminal {
    private let status: WorldStatus
    private let width: Int
    private let isColored: Bool

    private static let nameWidth = 26

    init(_ status: WorldStatus, width: Int = TextColumns.terminalWidth, isColored: Bool = Console.isColored) {
        self.status = status
        self.width = width
        self.isColored = isColored
    }

    var text: String {
        var lines = [Console.bold(status.title), ""]
        lines += TextColumns.broken(WorldStatus.caution, width: min(width, 100))
        guard !status.states.isEmpty else {
            return (lines + ["", "No State is among those asked for."]).joined(separator: "\n")
        }
        lines += [""] + reporting + [""] + groups
        if let metrics = status.metrics { lines += [""] + change(metrics) }
        for block in blocks { lines += [""] + map(block) }
        return (lines + [""] + legend).joined(separator: "\n")
    }

    private var reporting: [String] {
        let words = [
            "additional": "reported more than once", "reported": "reported once", "none": "did not report",
            "unknown": "not recorded",
        ]
        let counts = status.reporting
        return ["\(CompareDocument.count(status.states.count, "State"))"]
            + WorldStatus.reportingNames.map { name in
                "  \(Self.right(counts[name] ?? 0, 6))  \(words[name] ?? name)"
            }
    }

    private var groups: [String] {
        let sums = status.groups
        var lines = ["Cells" + String(repeating: " ", count: 52) + "X       ?      NA   blank"]
        for group in ObligationGroup.allCases {
            let sum = sums[group] ?? ValueCounts()
            let numbers = [sum.documented, sum.unclear, sum.notApplicable, sum.blank].map { Self.right($0, 8) }
            lines.append("  \(Self.padded(status.matrix.title(of: group), 48))" + numbers.joined())
        }
        return lines
    }

    private func change(_ metrics: SuccessMetrics) -> [String] {
        func list(_ codes: [String]) -> String {
            codes.isEmpty
                ? "0" : "\(codes.count) (\(codes.prefix(20).joined(separator: " "))\(codes.count > 20 ? " …" : ""))"
        }
        func number(_ count: Int?) -> String { count.map(String.init) ?? "not known" }
        return [
            "Since \(metrics.since)", "  first reports received:     \(list(metrics.firstReports))",
            "  additional reports:         \(list(metrics.additionalReports))",
            "  cells newly documented:     \(number(metrics.cellsNewlyDocumented))",
            "  gaps closed:                \(number(metrics.gapsClosed))",
            "  cells no longer documented: \(number(metrics.cellsNoLongerDocumented))",
        ]
    }

    /// Groups that fit beside each other.
    private var blocks: [[ObligationGroup]] {
        var blocks: [[ObligationGroup]] = []
        var used = 0
        for group in ObligationGroup.allCases {
            let needed = status.rows(of: group).count + 1
            if blocks.isEmpty || used + needed > width {
                blocks.append([])
                used = Self.nameWidth + 3
            }
            blocks[blocks.count - 1].append(group)
            used += needed
        }
        return blocks
    }

    private func map(_ groups: [ObligationGroup]) -> [String] {
        let margin = String(repeating: " ", count: Self.nameWidth + 3)
        let titles = groups.map { group in Self.padded(group.paragraph, status.rows(of: group).count) }
        let tens = groups.map { group in
            status.rows(of: group).map { status.matrix.rows[$0].number / 10 }.map { $0 == 0 ? " " : "\($0)" }.joined()
        }
        let units = groups.map { group in
            status.rows(of: group).map { "\(status.matrix.rows[$0].number % 10)" }.joined()
        }
        let heads = [titles, tens, units].map { margin + $0.joined(separator: " ") }
        let marks = ["additional": "+", "reported": "r", "none": "-", "unknown": " "]
        return heads
            + status.states.map { item in
                let cells = groups.map { group in status.rows(of: group).map { mark(item.rows[$0]) }.joined() }
                return "\(Self.padded(item.state.name, Self.nameWidth)) \(marks[item.reporting.name] ?? " ") "
                    + cells.joined(separator: " ")
            }
    }

    /// One letter for the weapon types of a row, shaded by how much is documented.
    private func mark(_ levels: [CellLevel]) -> String {
        let asked = levels.filter { $0 != .notAsked }
        let documented = asked.filter { $0 == .one || $0 == .both }
        let letter: String
        if documented.isEmpty {
            letter =
                asked.contains(.unclear) ? "?" : !asked.isEmpty && asked.allSatisfy { $0 == .notApplicable } ? "n" : "."
        } else if levels.count == 1 {
            letter = documented[0] == .both ? "X" : "x"
        } else {
            letter = "\(documented.count)"
        }
        guard isColored else { return letter }
        let halves = asked.reduce(0) { $0 + ($1 == .both ? 2 : $1 == .one ? 1 : 0) }
        guard halves > 0 else { return letter == "?" ? "\u{1B}[30;48;5;222m?\u{1B}[0m" : letter }
        // Four blues from light to dark.
        let step = min(3, (halves * 4 - 1) / (asked.count * 2))
        let background = [153, 75, 32, 18][step]
        return "\u{1B}[\(step < 2 ? 30 : 97);48;5;\(background)m\(letter)\u{1B}[0m"
    }

    private var legend: [String] {
        [
            "Rows of the matrix are numbered as in 'concord obligations'. 1 2 3: so many weapon types documented;",
            "x X: framework or enforcement, or both (rows without weapon types); ?: unclear; n: not applicable; .: nothing known.",
            "Beside the name: + reported more than once, r reported, - did not report, nothing: not recorded.",
        ]
    }

    private static func right(_ number: Int, _ width: Int) -> String {
        let text = String(number)
        return String(repeating: " ", count: max(0, width - text.count)) + text
    }

    /// The text in so many columns, cut where it is longer.
    static func padded(_ text: String, _ width: Int) -> String {
        let shown = TextColumns.width(of: text) <= width ? text : text.prefix(max(0, width - 1)) + "…"
        return shown + String(repeating: " ", count: max(0, width - TextColumns.width(of: shown)))
    }
}
