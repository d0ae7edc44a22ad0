/// A question that cannot be answered as it was put.
public struct RetrievalError: Error, Sendable, Hashable, CustomStringConvertible {
    /// What is wrong.
    public var message: String
    /// What was probably meant; nil when nothing is near.
    public var suggestion: String?

    /// A fault with what was probably meant.
    public init(_ message: String, suggestion: String? = nil) {
        self.message = message
        self.suggestion = suggestion
    }

    /// The message and, where there is one, the suggestion.
    public var description: String { message + (suggestion.map { " Did you mean \($0)?" } ?? "") }
}
