import Legislation

extension StateMatrix {
    /// The matrix as an audience may see it: a cell whose decision it may not see shows what the program proposes, as if
    /// nobody had decided, and is counted in the filter.
    public func shown(by filter: inout SharingFilter) -> StateMatrix {
        var shown = self
        for place in cells.indices {
            guard let decision = cells[place].decision else { continue }
            let subject = "matrix/\(state.code)"
            if !filter.admits(decision.visibility, of: state, subject: subject) {
                shown.cells[place].decision = nil
                shown.cells[place].reopening = nil
            }
        }
        return shown
    }
}
