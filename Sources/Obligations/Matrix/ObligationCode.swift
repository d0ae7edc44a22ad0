/// The code of one matrix row, for example `op3cd.transit`: the group in lower case, a point, and the measure.
///
/// A code is only a name; whether it exists is known to ``ObligationMatrix``.
public struct ObligationCode: RawRepresentable, Sendable, Hashable, Codable, Comparable, CustomStringConvertible {
    /// The code as written.
    public let rawValue: String

    /// Takes a code as written; whether it exists is not checked.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// The same as ``init(rawValue:)``, without the label.
    public init(_ rawValue: String) { self.rawValue = rawValue }

    /// The code as written.
    public var description: String { rawValue }

    /// Order of the bytes; the matrix's own order is that of ``ObligationMatrix/rows``.
    public static func < (left: ObligationCode, right: ObligationCode) -> Bool { left.rawValue < right.rawValue }
}
