import Obligations

/// A line of output.
struct ClassifiedProvision: Encodable {
    var id: String
    var cells: [CellDocument]
}
