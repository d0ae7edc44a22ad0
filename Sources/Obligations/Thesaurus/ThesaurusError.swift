/// A fault in a file of the thesaurus.
public struct ThesaurusError: Error, Sendable, Hashable, CustomStringConvertible {
    /// Name of the file, for example `thesaurus/controls.ttl`.
    public var file: String
    /// One-based line; nil where the fault belongs to no place, as a concept that is pointed to and not there.
    public var line: Int?
    /// Id of the concept at fault; nil for faults of syntax.
    public var concept: String?
    /// What is wrong and how it is mended.
    public var reason: String

    /// Makes an error; see the properties.
    public init(file: String = "thesaurus.ttl", line: Int?, concept: String?, reason: String) {
        self.file = file
        self.line = line
        self.concept = concept
        self.reason = reason
    }

    /// Place and reason in one line.
    public var description: String {
        file + (line.map { ", line \($0)" } ?? "") + (concept.map { ", concept \($0)" } ?? "") + ": \(reason)"
    }
}
