/// In which languages provisions are wanted.
public enum ResultLanguages: Sendable, Hashable {
    /// All; those in the question's own language come first where they serve as well.
    case ownFirst
    /// All alike.
    case any
    /// The question's own only.
    case same
    /// One other only, by its BCP 47 tag.
    case only(String)

    /// Reads `any`, `same` or a language tag; nil for anything else.
    public init?(_ text: String) {
        switch text.lowercased() {
        case "own-first": self = .ownFirst
        case "any": self = .any
        case "same": self = .same
        default:
            let subtags = text.split(separator: "-", omittingEmptySubsequences: false)
            guard let first = subtags.first, (2...3).contains(first.count),
                subtags.allSatisfy({
                    !$0.isEmpty && $0.count <= 8 && $0.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
                }),
                first.allSatisfy(\.isLetter)
            else { return nil }
            self = .only(text)
        }
    }

    /// Whether provisions in the question's own language are among those wanted.
    var wantsOwn: Bool {
        if case .only = self { false } else { true }
    }
}
