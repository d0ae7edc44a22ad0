public import Legislation
public import Obligations

/// What experts decided about cells, now and before a day.
public struct DecidedCells: Sendable {
    /// The last decisions.
    public var now: [Jurisdiction: [Cell: CellValue]]
    /// The decisions that stood when the day began; empty where none is asked for.
    public var earlier: [Jurisdiction: [Cell: CellValue]]

    /// Decisions from their parts.
    public init(now: [Jurisdiction: [Cell: CellValue]], earlier: [Jurisdiction: [Cell: CellValue]] = [:]) {
        self.now = now
        self.earlier = earlier
    }
}
