/// What a question that is being typed may go on to.
public struct Completion: Sendable, Hashable {
    /// Kinds of completions, in the order in which they are shown.
    public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
        /// A word of the index, behind the words before it.
        case term
        /// A name of a concept of the thesaurus.
        case concept
        /// The title of a law.
        case law
        /// The name of a State.
        case state
    }

    /// What it is.
    public var kind: Kind
    /// The words to take into the question.
    public var text: String
    /// Language of `text`, a BCP 47 tag; nil for a term.
    public var language: String?
    /// Id of a concept, IRI of a law, ISO 3166-1 code of a State; nil for a term.
    public var id: String?
    /// Provisions that hold the term or the concept's name, are of the law, or of the State.
    public var provisions: Int
}
