public import Legislation
public import Obligations

/// Where the States stand: who reported, which cells are documented, and what changed.
public struct WorldStatus: Sendable {
    /// What every form of the overview says on top, a sentence each.
    static let cautions = [
        "Indicators of fact, not of the degree of compliance.",
        "Reports and treaty acts are as they were entered or imported; cells are as experts decided them, else as the program "
            + "proposes them from the laws in the index.",
    ]

    /// What every form of the overview says on top.
    public static let caution = cautions.joined(separator: " ")

    /// The States, in the order given.
    public let states: [StateStatus]
    /// The rows that the States' steps are for.
    public let matrix: ObligationMatrix
    /// Change since a day; nil where none was asked for.
    public let metrics: SuccessMetrics?
    /// Which States were chosen, as `Europe`; empty for all.
    public let selection: String

    /// An overview.
    ///
    /// - Parameters:
    ///   - states: which are shown.
    ///   - ledger: what is recorded of them, as the audience may see it.
    ///   - coverage: what the program proposes for their cells; a State that is missing has no laws in the index.
    ///   - decided: what experts decided, as the audience may see it: it goes before proposals. Nil where it is not known.
    ///   - since: the day from which change is counted.
    ///   - selection: words for which States were chosen.
    public init(
        states: [RegisteredState], matrix: ObligationMatrix, ledger: StateLedger,
        coverage: [Jurisdiction: [Cell: CellValue]], decided: DecidedCells? = nil, since: Day? = nil,
        selection: String = ""
    ) {
        self.matrix = matrix
        self.selection = selection
        self.states = states.map { state in
            let proposed = coverage[state.jurisdiction]
            let values = decided?.now[state.jurisdiction].map { (proposed ?? [:]).merging($0) { $1 } } ?? proposed
            return StateStatus(
                state, reporting: ledger[state.jurisdiction].reporting, values: values, matrix: matrix)
        }
        metrics = since.map { since in
            SuccessMetrics(since: since, states: states, ledger: ledger, matrix: matrix, decided: decided)
        }
    }

    /// How many States reported, reported again, did not, or are not known about: by `ReportingStatus.name`.
    public var reporting: [String: Int] {
        var counts = Dictionary(uniqueKeysWithValues: Self.reportingNames.map { ($0, 0) })
        for state in states { counts[state.reporting.name, default: 0] += 1 }
        return counts
    }

    /// Names of reporting statuses in the order in which they are shown.
    public static let reportingNames = ["additional", "reported", "none", "unknown"]

    /// Cells of all States by part of the matrix.
    public var groups: [ObligationGroup: ValueCounts] {
        states.reduce(into: [:]) { sums, state in
            for (group, counts) in state.groups { sums[group] = (sums[group] ?? ValueCounts()) + counts }
        }
    }

    /// Places of a group's rows within the matrix.
    public func rows(of group: ObligationGroup) -> [Int] {
        matrix.rows.indices.filter { matrix.rows[$0].group == group }
    }

    /// `All States` or which were chosen.
    public var title: String { "Status of States" + (selection.isEmpty ? "" : ": \(selection)") }
}

extension ObligationGroup {
    /// As the committee writes it: `OP3(a)(b)`.
    public var paragraph: String {
        switch self {
        case .op1: "OP1"
        case .op2: "OP2"
        case .op3ab: "OP3(a)(b)"
        case .op3cd: "OP3(c)(d)"
        case .op678: "OP6-8"
        }
    }
}
