/// How many cells have each value.
public struct ValueCounts: Sendable, Hashable, Codable {
    /// X.
    public var documented = 0
    /// ?.
    public var unclear = 0
    /// NA.
    public var notApplicable = 0
    /// Nothing known.
    public var blank = 0

    /// No cells.
    public init() {}

    /// All cells.
    public var total: Int { documented + unclear + notApplicable + blank }

    /// Documented cells among those that apply, 0 to 1; nil where none applies.
    public var share: Double? {
        let asked = total - notApplicable
        return asked == 0 ? nil : Double(documented) / Double(asked)
    }

    mutating func count(_ value: CellValue) {
        switch value {
        case .documented: documented += 1
        case .unclear: unclear += 1
        case .notApplicable: notApplicable += 1
        case .blank: blank += 1
        }
    }

    static func + (left: ValueCounts, right: ValueCounts) -> ValueCounts {
        var sum = left
        sum.documented += right.documented
        sum.unclear += right.unclear
        sum.notApplicable += right.notApplicable
        sum.blank += right.blank
        return sum
    }
}
