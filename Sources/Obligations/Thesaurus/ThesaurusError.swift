/// A fault in the thesaurus file.
public struct ThesaurusError: Error, Sendable, Hashable, CustomStringConvertible {
    /// One-based line; nil where the fault belongs to a concept rather than to a place.
    public var line: Int?
    /// Id of the concept at fault; nil for faults of syntax.
    public var concept: String?
    /// What is wrong and how it is mended.
    public var reason: String

    /// Place and reason in one line.
    public var description: String {
        "thesaurus.ttl" + (line.map { ", line \($0)" } ?? "") + (concept.map { ", concept \($0)" } ?? "")
            + ": \(reason)"
    }
}
