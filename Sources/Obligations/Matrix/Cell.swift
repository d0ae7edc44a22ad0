/// One cell of the matrix: a row, the weapon type it is asked for, and the aspect.
public struct Cell: Sendable, Hashable, Codable, Comparable, CustomStringConvertible {
    /// The matrix row.
    public var code: ObligationCode
    /// The weapon type; nil for rows that are not asked per weapon type (OP1, OP678).
    public var weapon: Weapon?
    /// Framework or enforcement.
    public var aspect: Aspect

    /// Makes a cell; whether the matrix asks for it is not checked.
    public init(code: ObligationCode, weapon: Weapon?, aspect: Aspect) {
        self.code = code
        self.weapon = weapon
        self.aspect = aspect
    }

    /// For example `op3cd.transit/CW/framework`; `-` where there is no weapon type.
    public var description: String { "\(code)/\(weapon?.rawValue ?? "-")/\(aspect.rawValue)" }

    /// Order by code, weapon type and aspect: total, for deterministic output.
    public static func < (left: Cell, right: Cell) -> Bool {
        if left.code != right.code { return left.code < right.code }
        let columns = (left.weapon?.column ?? -1, right.weapon?.column ?? -1)
        if columns.0 != columns.1 { return columns.0 < columns.1 }
        return left.aspect < right.aspect
    }
}
