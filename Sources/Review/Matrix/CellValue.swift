/// What a cell of the committee's matrix says: an indicator of fact, not of the degree of compliance.
///
/// The meanings are those that the 1540 Committee prints above its matrices.
public enum CellValue: String, Sendable, Hashable, Codable, CaseIterable {
    /// `X`: the State has taken the steps, or gives specific references to a legal basis or to what it does. It does not
    /// say that the obligation is met in full.
    case documented = "X"
    /// `?`: there are references, but they may not be relevant to the obligation, or are incomplete.
    case unclear = "?"
    /// `NA`: does not apply to the State.
    case notApplicable = "NA"
    /// Nothing is known.
    case blank = ""

    /// Reads what people write: `X`, `?`, `NA`, `blank`, or the words for them, in any case; nil for anything else.
    public init?(name: String) {
        switch name.lowercased() {
        case "x", "documented", "yes": self = .documented
        case "?", "unclear": self = .unclear
        case "na", "n/a", "not-applicable": self = .notApplicable
        case "", "blank", "-": self = .blank
        default: return nil
        }
    }

    /// A word for it: `documented`, `unclear`, `not applicable`, `blank`.
    public var name: String {
        switch self {
        case .documented: "documented"
        case .unclear: "unclear"
        case .notApplicable: "not applicable"
        case .blank: "blank"
        }
    }
}
