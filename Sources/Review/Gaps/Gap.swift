public import Legislation
internal import Obligations
public import Retrieval

/// A cell for which a State's laws show nothing, or too little.
public struct Gap: Sendable {
    /// The cell with what is known of it.
    public var cell: MatrixCell
    /// How common the cell is among States of like tradition, language and region: 0 (none has it) to 1 (all have).
    public var share: Double
    /// The nearest of those that have it, nearest first.
    public var havingStates: [Jurisdiction]
    /// Provisions of other States that can be used; empty where the index has none.
    public var comparables: [ComparableProvision]

    /// Whether nothing at all was found, rather than something unclear.
    public var isBlank: Bool { cell.value == .blank }
}
