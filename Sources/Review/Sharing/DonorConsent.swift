/// To which donors a State consents that they see what is for donors.
public enum DonorConsent: Sendable, Hashable {
    case none
    case all
    /// Names, compared without regard to case.
    case some(Set<String>)

    /// Consent to donors by name; none where the list holds no name.
    public init(names: some Sequence<String>) {
        let folded = Set(names.map(Self.fold).filter { !$0.isEmpty })
        self = folded.isEmpty ? .none : .some(folded)
    }

    /// Whether a donor is among them.
    public func includes(_ donor: String) -> Bool {
        switch self {
        case .none: false
        case .all: true
        case .some(let names): names.contains(Self.fold(donor))
        }
    }

    private static func fold(_ name: String) -> String {
        name.split(whereSeparator: \.isWhitespace).joined(separator: " ").lowercased()
    }
}
