/// A question that cannot be answered as it was put.
public struct RetrievalError: Error, Sendable, Hashable, CustomStringConvertible {
    /// What is wrong.
    public var message: String
    /// What was probably meant; nil when nothing is near.
    public var suggestion: String?

    public init(_ message: String, suggestion: String? = nil) {
        self.message = message
        self.suggestion = suggestion
    }

    public var description: String { message + (suggestion.map { " Did you mean \($0)?" } ?? "") }
}
