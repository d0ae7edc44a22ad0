/// Why comparable or similar provisions cannot be named.
public enum ComparisonError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The matrix has no such obligation.
    case unknownObligation(String, suggestion: String?)
    /// A group or pattern that stands for several obligations.
    case severalObligations(String, codes: [String])
    /// No weapon type is called so.
    case unknownWeapon(String, suggestion: String?)
    /// The obligation is not asked by weapon type.
    case notAskedByWeapon(code: String)
    /// No aspect is called so.
    case unknownAspect(String, suggestion: String?)
    /// No State has this code or name.
    case unknownState(String, suggestion: String?)
    /// No provision of another State in the index serves the cell.
    case noProvision(cell: String, isNarrowed: Bool, index: String, ofAskingState: Int, state: String)
    /// The index has no provision of this IRI or id.
    case unknownProvision(String, index: String)
    /// An IRI without `#` and an eId.
    case notAProvision(String)

    /// What is wrong and how it is mended.
    public var description: String {
        func hint(_ suggestion: String?) -> String { suggestion.map { " Did you mean \($0)?" } ?? "" }
        switch self {
        case .unknownObligation(let text, let suggestion):
            return "There is no obligation \"\(text)\"; 'concord obligations' lists the codes.\(hint(suggestion))"
        case .severalObligations(let text, let codes):
            let shown = codes.prefix(4).joined(separator: ", ")
            return "\"\(text)\" stands for \(codes.count) obligations (\(shown), …); name one."
        case .unknownWeapon(let text, let suggestion):
            return "There is no weapon type \"\(text)\"; known are nuclear, chemical, biological, or NW, CW, BW."
                + hint(suggestion)
        case .notAskedByWeapon(let code):
            return "\(code) is not asked by weapon type; leave --weapon out."
        case .unknownAspect(let text, let suggestion):
            return "There is no aspect \"\(text)\"; known are framework, enforcement.\(hint(suggestion))"
        case .unknownState(let text, let suggestion):
            return "\"\(text)\" is no State; write an ISO 3166-1 code or an English name, as KE or Kenya."
                + hint(suggestion)
        case .noProvision(let cell, let isNarrowed, let index, let own, let state):
            let beside =
                own == 0 ? "" : " \(state) itself has \(own == 1 ? "one provision" : "\(own) provisions") there."
            let mend = isNarrowed ? "Index more laws, or ask without weapon type and aspect." : "Index more laws."
            return "No provision of another State in \(index) serves \(cell).\(beside) \(mend)"
        case .unknownProvision(let iri, let index):
            let law = iri.prefix { $0 != "#" }
            return "\(iri): no such provision in \(index). 'concord show \(law)' lists those of the law."
        case .notAProvision(let iri):
            return "\(iri) names no provision; add # and its eId, as 'concord show \(iri)' lists them."
        }
    }
}
