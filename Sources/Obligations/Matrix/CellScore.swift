/// How sure the classifier is that a provision serves a cell.
public struct CellScore: Sendable, Hashable, Codable {
    /// The cell served.
    public var cell: Cell
    /// Confidence from 0 (none) to 1 (certain), calibrated so that it approximates how often such a score is right.
    public var confidence: Double

    /// Makes a score; the confidence is taken as it is.
    public init(cell: Cell, confidence: Double) {
        self.cell = cell
        self.confidence = confidence
    }
}
