/// A file of the learned lexicon is missing or damaged.
public struct LearnedLexiconError: Error, Sendable, Hashable, CustomStringConvertible {
    /// Path of the file.
    public var file: String
    /// One-based line of the fault; nil where the whole file is meant.
    public var line: Int?
    /// What is wrong.
    public var reason: String
    /// How it is mended.
    public var mend: String

    /// Makes an error; see the properties.
    public init(
        file: String, line: Int? = nil, reason: String,
        mend: String = "restore the file from the repository, or learn it again with benchmarks/LexiconLearning"
    ) {
        self.file = file
        self.line = line
        self.reason = reason
        self.mend = mend
    }

    /// File, line, reason and mend in one line.
    public var description: String { "\(file)" + (line.map { ", line \($0)" } ?? "") + ": \(reason); \(mend)" }
}
