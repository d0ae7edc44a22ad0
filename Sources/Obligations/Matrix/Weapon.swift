/// One of the three weapon types of resolution 1540.
public enum Weapon: String, Sendable, Hashable, Codable, CaseIterable, Comparable {
    case nuclear = "NW"
    case chemical = "CW"
    case biological = "BW"

    /// Reads the committee's abbreviation (`NW`) or the plain English word (`nuclear`), in any case.
    public init?(name: String) {
        switch name.lowercased() {
        case "nw", "nuclear": self = .nuclear
        case "cw", "chemical": self = .chemical
        case "bw", "biological": self = .biological
        default: return nil
        }
    }

    /// The plain English word used in commands and queries: `nuclear`, `chemical` or `biological`.
    public var name: String {
        switch self {
        case .nuclear: "nuclear"
        case .chemical: "chemical"
        case .biological: "biological"
        }
    }

    /// Column of the weapon type in the committee's matrix: 0, 1 or 2.
    public var column: Int {
        switch self {
        case .nuclear: 0
        case .chemical: 1
        case .biological: 2
        }
    }

    /// Matrix order: nuclear, chemical, biological.
    public static func < (left: Weapon, right: Weapon) -> Bool { left.column < right.column }
}
