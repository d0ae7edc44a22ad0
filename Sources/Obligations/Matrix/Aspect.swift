/// Which half of a matrix cell a provision serves.
public enum Aspect: String, Sendable, Hashable, Codable, CaseIterable, Comparable {
    /// The provision prohibits, licenses, requires, or creates an authority.
    case framework
    /// The provision sets penalties, sanctions, seizure or fines.
    case enforcement

    /// Matrix order: framework before enforcement.
    public static func < (left: Aspect, right: Aspect) -> Bool { left == .framework && right == .enforcement }
}
