/// The features of many provisions, weighted and scaled, row after row.
struct SparseRows: Sendable {
    private(set) var starts: [Int] = [0]
    private(set) var columns: [Int32] = []
    private(set) var values: [Float] = []

    var count: Int { starts.count - 1 }

    mutating func append(_ row: [(column: Int32, value: Float)]) {
        for entry in row {
            columns.append(entry.column)
            values.append(entry.value)
        }
        starts.append(columns.count)
    }
}
