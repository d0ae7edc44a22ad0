/// Where in the query a part of the tree was written, in UTF-8 offsets of the query text.
///
/// All spans are equal to one another: two queries that ask the same are the same query, however they were
/// spaced. Compare ``range`` where the place matters.
public struct QuerySpan: Sendable, Hashable {
    /// UTF-8 offsets in the query text; empty where the part was built by a program.
    public var range: Range<Int>

    /// A span over `range`.
    public init(_ range: Range<Int>) {
        self.range = range
    }

    /// The span of parts that were never written.
    public static let none = QuerySpan(0..<0)

    /// Always true, see the type.
    public static func == (left: QuerySpan, right: QuerySpan) -> Bool { true }

    /// Feeds nothing, so that equal trees hash alike.
    public func hash(into hasher: inout Hasher) {}
}
