/// What went wrong in reviewing a State, with its mend.
public enum ReviewError: Error, Hashable, Sendable, CustomStringConvertible {
    /// A text that names no State.
    case unknownState(String, suggestion: String?)
    /// A text that names no cell of the matrix.
    case unknownCell(String, suggestion: String?)
    /// A value that no cell can have.
    case unknownValue(String)
    /// The cell was decided meanwhile: nothing was written.
    case conflict(cell: String, revision: Int64, who: String, when: String, value: String)
    /// A decision without a reason.
    case noReason
    /// Accepting where nothing is proposed.
    case nothingProposed(cell: String)
    /// The record of decisions holds what no decision is.
    case damagedRecord(event: Int64, detail: String)

    /// What is wrong and what to do.
    public var description: String {
        switch self {
        case .unknownState(let text, let suggestion):
            "“\(text)” is no State; \(suggestion.map { "did you mean \($0)?" } ?? "write an ISO 3166-1 code or a name in any language, as KE or Kenya")"
        case .unknownCell(let text, let suggestion):
            "“\(text)” is no cell of the matrix; \(suggestion.map { "did you mean \($0)?" } ?? "write it as op3cd.transit/CW/framework, see 'concord obligations'")"
        case .unknownValue(let text): "“\(text)” is no value of a cell; write X, ?, NA or blank"
        case .conflict(let cell, let revision, let who, let when, let value):
            "\(cell) was decided meanwhile: \(who) set “\(value)” on \(when); nothing was written. "
                + "Look at it again and repeat with --revision \(revision)"
        case .noReason: "a decision needs a reason; give one with --why"
        case .nothingProposed(let cell): "nothing is proposed for \(cell); use 'matrix edit' to set a value"
        case .damagedRecord(let event, let detail):
            "event \(event) of the record is no decision that this program can read (\(detail)); run 'concord verify --deep'"
        }
    }
}
