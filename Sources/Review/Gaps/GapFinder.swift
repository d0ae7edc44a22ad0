public import Legislation
public import Obligations
internal import Retrieval

/// Finds what is missing in a State's laws, and orders it by what States like it already have.
///
/// A cell's share is the mean, over the States with laws in the index and weighted by their closeness to this one, of
/// whether they have the cell documented. Closeness is that of comparisons (tradition, language, region); States that
/// share nothing count a little, so that a cell most of the world has is never last.
public struct GapFinder {
    private let builder: MatrixBuilder
    private let comparer: ProvisionComparer
    private let states: StateTable

    /// Weight of a State that shares nothing with the one that is reviewed.
    private static let baseWeight = 0.1
    /// States named for a gap.
    private static let stateLimit = 5

    /// Opens the index in `folder` for reading.
    ///
    /// - Throws: As `MatrixBuilder.init` and `ProvisionComparer.init`.
    public init(folder: String) throws {
        builder = try MatrixBuilder(folder: folder)
        comparer = try ProvisionComparer(folder: folder)
        states = try StateTable()
    }

    /// The committee's matrix.
    public var matrix: ObligationMatrix { builder.matrix }

    /// The gaps of a State, the commonest among States like it first.
    ///
    /// - Parameters:
    ///   - state: The State.
    ///   - limit: Gaps with comparables at most; the others are given without.
    ///   - comparables: Provisions of other States for each.
    ///   - shown: Leaves out of the State's matrix what those who asked may not see.
    /// - Returns: The State's matrix, and its gaps: every cell of OP2, OP3 and the control lists that is blank or
    ///   unclear. Rows of treaties, statements and assistance are no matter of law and are left out.
    /// - Throws: `IndexError` or `CatalogError` when damage is met.
    public func gaps(
        of state: Jurisdiction, limit: Int = 20, comparables: Int = 3, shown: (StateMatrix) -> StateMatrix = { $0 }
    ) throws -> (matrix: StateMatrix, gaps: [Gap]) {
        let own = shown(try builder.build(state))
        let coverage = try builder.coverage().filter { $0.key != state }
        let likeness = StateLikeness(state, states: states)
        let weights = coverage.keys.reduce(into: [:]) { weights, other in
            weights[other] = Self.baseWeight + likeness.closeness(to: other).score
        }
        let all = weights.values.reduce(0, +)
        var gaps: [Gap] = []
        for cell in own.cells where Self.isOfLaw(cell.cell) && [.blank, .unclear].contains(cell.value) {
            let having = coverage.filter { $0.value[cell.cell] == .documented }.keys
            let share = having.reduce(0) { $0 + (weights[$1] ?? 0) }
            let nearest = having.sorted { (weights[$1] ?? 0, $0.code) < (weights[$0] ?? 0, $1.code) }
            gaps.append(
                Gap(
                    cell: cell, share: all > 0 ? share / all : 0,
                    havingStates: Array(nearest.prefix(Self.stateLimit)), comparables: []))
        }
        // The sort is stable: among equals the order of the matrix stays.
        let ordered = gaps.enumerated().sorted {
            ($1.element.share, $0.offset) < ($0.element.share, $1.offset)
        }.map(\.element)
        return (
            own,
            try ordered.enumerated().map { place, gap in
                guard place < limit, comparables > 0 else { return gap }
                var gap = gap
                gap.comparables = try provisions(for: gap.cell.cell, state, count: comparables)
                return gap
            }
        )
    }

    private func provisions(
        for cell: Cell, _ state: Jurisdiction, count: Int
    ) throws -> [ComparableProvision] {
        guard let row = matrix.row(cell.code) else { return [] }
        let request = ComparisonRequest(row: row, weapon: cell.weapon, aspect: cell.aspect, state: state, count: count)
        do {
            return try comparer.compare(request).choices
        } catch ComparisonError.noProvision {
            return []
        }
    }

    /// Whether a cell is a matter of law rather than of treaties, statements or assistance.
    static func isOfLaw(_ cell: Cell) -> Bool {
        ["op2.", "op3ab.", "op3cd."].contains { cell.code.rawValue.hasPrefix($0) }
            || cell.code.rawValue == "op678.control-lists"
    }
}
