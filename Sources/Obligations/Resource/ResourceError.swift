/// A file that belongs to this module is missing or cannot be used.
public struct ResourceError: Error, Sendable, Hashable, CustomStringConvertible {
    /// Name of the file inside the resource folder, for example `thesaurus.ttl`.
    public var name: String
    /// One-based line of the fault; nil where the whole file is meant.
    public var line: Int?
    /// What is wrong and how it is mended.
    public var reason: String

    /// Makes an error; see the properties.
    public init(name: String, line: Int? = nil, reason: String) {
        self.name = name
        self.line = line
        self.reason = reason
    }

    /// File, line and reason in one line.
    public var description: String {
        "resource \(name)" + (line.map { ", line \($0)" } ?? "") + ": \(reason)"
    }
}
