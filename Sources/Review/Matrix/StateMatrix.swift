public import Legislation
public import Obligations

/// The matrix of a State, cell by cell.
public struct StateMatrix: Sendable {
    /// The State.
    public var state: Jurisdiction
    /// Laws of the State in the index, and their provisions.
    public var lawCount: Int
    /// Provisions of the State in the index.
    public var provisionCount: Int
    /// All cells, in the order of the committee's matrix.
    public var cells: [MatrixCell]

    /// A matrix from its parts; the cells are taken in the order given.
    public init(state: Jurisdiction, lawCount: Int, provisionCount: Int, cells: [MatrixCell]) {
        self.state = state
        self.lawCount = lawCount
        self.provisionCount = provisionCount
        self.cells = cells
    }

    /// The cell asked for; nil where the matrix does not ask for it.
    public subscript(_ cell: Cell) -> MatrixCell? { cells.first { $0.cell == cell } }

    /// How many cells have each value.
    public var counts: [CellValue: Int] { cells.reduce(into: [:]) { $0[$1.value, default: 0] += 1 } }
}
