/// A line of judged or classified provisions cannot be used.
public struct GoldError: Error, Sendable, Hashable, CustomStringConvertible {
    /// Path of the file.
    public var file: String
    /// One-based line; nil where the whole file is meant.
    public var line: Int?
    /// What is wrong.
    public var reason: String
    /// How it is mended.
    public var mend: String

    /// Makes an error; see the properties.
    public init(file: String, line: Int? = nil, reason: String, mend: String) {
        self.file = file
        self.line = line
        self.reason = reason
        self.mend = mend
    }

    /// File, line, reason and mend in one line.
    public var description: String { "\(file)" + (line.map { ", line \($0)" } ?? "") + ": \(reason); \(mend)" }
}
