import Obligations

/// A line of output.
struct ClassifiedProvision: Encodable {
    var id: String
    var cells: [ClassifiedCell]
}

/// A cell with its confidence as JSON gives it.
struct ClassifiedCell: Encodable {
    var cell: String
    var weapon: String?
    var aspect: String
    var confidence: Double

    init(_ score: CellScore) {
        cell = score.cell.code.rawValue
        weapon = score.cell.weapon?.rawValue
        aspect = score.cell.aspect.rawValue
        // Four places are more than the measure of confidence bears.
        confidence = (score.confidence * 10_000).rounded() / 10_000
    }
}
