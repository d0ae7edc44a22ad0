/// A name found in a text.
public struct NameMatch: Sendable, Hashable {
    /// Number of the thing named, as it was given with the name.
    public var name: Int
    /// Positions (``TokenBuffer/Record/position``) of the first and the last word of the name.
    public var positions: ClosedRange<UInt32>
    /// UTF-8 range of the original text.
    public var range: Range<UInt32>

    /// A match from its parts.
    public init(name: Int, positions: ClosedRange<UInt32>, range: Range<UInt32>) {
        self.name = name
        self.positions = positions
        self.range = range
    }
}
