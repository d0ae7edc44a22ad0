/// A resource of translations is missing or cannot be used.
public struct TranslationError: Error, Sendable, Hashable, CustomStringConvertible {
    /// Name of the file inside the resource folder, for example `lexicon/fi.tsv`.
    public var file: String
    /// One-based line of the fault; nil where the whole file is meant.
    public var line: Int?
    /// What is wrong and how it is mended.
    public var reason: String

    /// Makes an error; see the properties.
    public init(file: String, line: Int? = nil, reason: String) {
        self.file = file
        self.line = line
        self.reason = reason
    }

    /// File, line and reason in one line.
    public var description: String {
        "resource \(file)" + (line.map { ", line \($0)" } ?? "") + ": \(reason)"
    }
}
