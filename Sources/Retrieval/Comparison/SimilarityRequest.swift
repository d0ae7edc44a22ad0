/// A provision to which similar ones are wanted.
public struct SimilarityRequest: Sendable, Hashable {
    /// Expression or work IRI, `#` and the eId; or the id that a JSON Lines source gave.
    public var iri: String
    /// Provisions at most, at least 1.
    public var count: Int
    /// Whether provisions of the same State, and model texts, are wanted too.
    public var includesOwnState = false

    /// A request for similar provisions of other States.
    public init(iri: String, count: Int = 10) {
        self.iri = iri
        self.count = count
    }
}
