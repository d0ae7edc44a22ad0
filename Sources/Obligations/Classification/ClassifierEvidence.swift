/// Why the classifier gave a matrix row: a rule that fired and the names it rests on.
public struct ClassifierEvidence: Sendable, Hashable {
    /// The field of a provision in which a name was found.
    public enum Field: String, Sendable, Hashable, Codable {
        case title, heading, text
    }

    /// A name that supports the rule.
    public struct Mention: Sendable, Hashable {
        /// Id of the concept.
        public var concept: String
        /// Where the name stands.
        public var field: Field
        /// UTF-8 range in the field's original text.
        public var range: Range<UInt32>
    }

    /// The matrix row supported.
    public var code: ObligationCode
    /// Line of the rule in `rules.tsv`.
    public var ruleLine: Int
    /// The rule's raw score, 0 to 1, before rules are joined and calibrated.
    public var score: Double
    /// The names that met the rule's conditions, in the order title, heading, text.
    public var mentions: [Mention]
}
