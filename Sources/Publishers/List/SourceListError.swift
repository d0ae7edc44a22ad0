/// Why a list of sources cannot be used: where, what, and what to do.
public struct SourceListError: Error, Hashable, Sendable, CustomStringConvertible {
    /// Path of the list.
    public var file: String
    /// Line, counted from 1; nil for the file as a whole.
    public var line: Int?
    /// Whether there is no such file, or none that may be read.
    public var isMissing: Bool
    /// What is wrong, as a sentence without its full stop.
    public var message: String
    /// What to do about it.
    public var mend: String

    init(file: String, line: Int? = nil, isMissing: Bool = false, message: String, mend: String) {
        self.file = file
        self.line = line
        self.isMissing = isMissing
        self.message = message
        self.mend = mend
    }

    /// File, line, fault and mend on one line.
    public var description: String {
        "\(file)\(line.map { ", line \($0)" } ?? ""): \(message); \(mend)"
    }
}
