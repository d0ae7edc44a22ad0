/// What is wrong with a question about States, with its mend.
public enum StatesError: Error, Hashable, Sendable, CustomStringConvertible {
    /// A text that names no region.
    case unknownRegion(String)
    /// A text that names no regional group.
    case unknownGroup(String)
    /// A text that names no audience.
    case unknownAudience(String)
    /// A field of a State that there is none.
    case unknownField(String, suggestion: String?)
    /// A value that the field cannot have.
    case value(field: String, reason: String)

    /// What is wrong and what to do.
    public var description: String {
        switch self {
        case .unknownRegion(let text):
            "“\(text.prefix(60))” is no region; write a UN M49 code or an English name, as 150, Europe, Eastern Africa or EU"
        case .unknownGroup(let text):
            "“\(text.prefix(60))” is no regional group; there are "
                + RegionalGroup.allCases.map(\.rawValue).joined(separator: ", ")
        case .unknownAudience(let text):
            "“\(text.prefix(60))” is no audience; write everyone, committee, state:KE or donor:NAME"
        case .unknownField(let text, let suggestion):
            "“\(text.prefix(60))” is no fact of a State; "
                + (suggestion.map { "did you mean \($0)?" } ?? "'concord states set --help' lists them")
        case .value(let field, let reason): "\(field): \(reason)"
        }
    }
}
