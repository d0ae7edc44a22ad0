public import Legislation
public import Obligations
internal import Retrieval

/// Finds States with like gaps, tradition, language and region.
///
/// Likeness of gaps is Jaccard's coefficient of the two sets of cells that are not documented, over the cells that at
/// least one State in the index has documented: what nobody has says nothing about two.
public struct PeerFinder {
    private let builder: MatrixBuilder
    private let states: StateTable

    /// Opens the index in `folder` for reading.
    ///
    /// - Throws: As `MatrixBuilder.init`.
    public init(folder: String) throws {
        builder = try MatrixBuilder(folder: folder)
        states = try StateTable()
    }

    /// The committee's matrix.
    public var matrix: ObligationMatrix { builder.matrix }

    /// The nearest States of those with laws in the index, the nearest first.
    ///
    /// - Throws: `IndexError` or `CatalogError` when damage is met.
    public func peers(of state: Jurisdiction, count: Int = 8) throws -> [Peer] {
        let coverage = try builder.coverage()
        let own = try builder.build(state)
        let ownDocumented = Set(own.cells.filter { $0.value == .documented }.map(\.cell))
        let documented = coverage.mapValues { cells in Set(cells.filter { $0.value == .documented }.keys) }
        let asked = documented.values.reduce(into: ownDocumented) { $0.formUnion($1) }
        let order = matrix.rows.flatMap(\.cells).filter(asked.contains)
        let likeness = StateLikeness(state, states: states)
        return documented.filter { $0.key != state }.map { other, theirs in
            let closeness = likeness.closeness(to: other)
            let ownGaps = asked.subtracting(ownDocumented)
            let theirGaps = asked.subtracting(theirs)
            let union = ownGaps.union(theirGaps).count
            let shared = ownGaps.intersection(theirGaps)
            let likeness = union == 0 ? 1 : Double(shared.count) / Double(union)
            return Peer(
                state: other, score: (closeness.score + likeness) / 2, closeness: closeness,
                sharedGaps: order.filter(shared.contains),
                ahead: order.filter { theirs.contains($0) && !ownDocumented.contains($0) })
        }
        .sorted { ($1.score, $0.state) < ($0.score, $1.state) }
        .prefix(count).map(\.self)
    }
}
