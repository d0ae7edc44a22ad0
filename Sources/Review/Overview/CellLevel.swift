/// What the two cells of a row and a weapon type, framework and enforcement, say together: a step of the heat map.
public enum CellLevel: String, Sendable, Hashable, Codable, CaseIterable {
    /// The matrix does not ask for this weapon type here.
    case notAsked = "not-asked"
    /// Neither says anything.
    case blank
    /// Does not apply to the State.
    case notApplicable = "not-applicable"
    /// There are references, but none is documented.
    case unclear
    /// Framework or enforcement is documented.
    case one
    /// Both are.
    case both

    /// The step of two values.
    public init(framework: CellValue, enforcement: CellValue) {
        let values = [framework, enforcement]
        switch values.filter({ $0 == .documented }).count {
        case 2: self = .both
        case 1: self = .one
        default:
            if values.contains(.unclear) {
                self = .unclear
            } else {
                // A half that does not apply does not make up for a half of which nothing is known.
                self = values.allSatisfy { $0 == .notApplicable } ? .notApplicable : .blank
            }
        }
    }

    /// In words.
    public var name: String {
        switch self {
        case .notAsked: "not asked"
        case .blank: "nothing known"
        case .notApplicable: "not applicable"
        case .unclear: "unclear"
        case .one: "framework or enforcement documented"
        case .both: "framework and enforcement documented"
        }
    }
}
