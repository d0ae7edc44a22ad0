/// Who may see a record: a matrix decision, a note, a contact.
public enum Visibility: String, Sendable, Hashable, Codable, CaseIterable, Comparable {
    /// Everyone.
    case everyone = "public"
    /// The committee, its experts, the State itself, and donors to whom that State gave its consent.
    case donors
    /// The committee, its experts, and the State itself.
    case state
    /// The committee and its experts alone.
    case committee

    private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }

    /// The more open comes first.
    public static func < (left: Visibility, right: Visibility) -> Bool { left.rank < right.rank }
}
