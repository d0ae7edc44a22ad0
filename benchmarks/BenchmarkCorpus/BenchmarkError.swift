/// What keeps a benchmark from measuring, with the place and the mend.
public struct BenchmarkError: Error, CustomStringConvertible {
    /// The message: file, line, what is wrong, how to mend it.
    public let description: String

    /// An error with this message.
    public init(_ description: String) { self.description = description }
}
