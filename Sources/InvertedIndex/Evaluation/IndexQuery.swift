/// What to look for, in terms and numbers; the tree a query language is planned into.
///
/// Only what holds a query outside an array is indirect: a question in many languages has hundreds of terms, each of which
/// would be an allocation of its own.
public enum IndexQuery: Sendable, Equatable {
    /// Documents with the term, scored by BM25 (or by the stored impact where the list carries impacts).
    case term(IndexTerm)
    /// Documents that match at least one; scores are added.
    case any([IndexQuery])
    /// Documents with at least one of the terms; the highest score counts. For words of one meaning: a document that holds
    /// several of them says no more.
    case best([IndexTerm])
    /// Documents that match all; scores are added.
    case all([IndexQuery])
    /// Documents with the terms next to or near each other.
    case phrase(IndexPhrase)
    /// Documents of the first that the second does not match.
    indirect case excluding(IndexQuery, IndexQuery)
    /// Documents of the first that the second matches too; only the first gives a score.
    indirect case filtered(IndexQuery, by: IndexQuery)
    /// Documents of the first; where the second matches too its score is added.
    indirect case preferring(IndexQuery, IndexQuery)
    /// Documents of the query, each with the same score.
    indirect case constant(IndexQuery, score: Float)
    /// Documents with at least one of the terms, score 0: many terms at the price of one list.
    case termSet([[UInt8]])
    /// Documents whose number in the column lies in the range, score 0.
    case number(column: String, range: ClosedRange<UInt64>)
    /// Every document, score 0.
    case everything
    /// No document.
    case nothing
}

/// A term to look for.
public struct IndexTerm: Sendable, Equatable, Hashable {
    /// The bytes under which the term was indexed.
    public let key: [UInt8]
    /// Factor of its score, at least 0.
    public var boost: Float
    /// Factor of its frequency, above 0 and at most 1: how surely it says what is asked. Unlike a boost it stands within
    /// the saturation, so that an unlikely translation is worth the more the oftener it stands (K. Darwish, D. W. Oard,
    /// "Probabilistic structured query methods", SIGIR 2003).
    public var certainty: Float
    /// Fields in which it counts.
    public var fields: IndexFieldSet
    /// Where it stands, if that was looked up before.
    private(set) var place: KnownTerm?

    /// A term that was looked up before. A search that is given the ``KnownTerms`` it is of need not do so again.
    public init(_ known: KnownTerm, boost: Float = 1, certainty: Float = 1, fields: IndexFieldSet = .all) {
        self.init(known.key, boost: boost, certainty: certainty, fields: fields)
        place = known
    }

    /// Whether both look for the same, however far each was looked up.
    public static func == (first: IndexTerm, second: IndexTerm) -> Bool {
        first.key == second.key && first.boost == second.boost && first.certainty == second.certainty
            && first.fields == second.fields
    }

    /// Hashes what is compared.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(key)
        hasher.combine(boost)
        hasher.combine(certainty)
        hasher.combine(fields)
    }

    /// A term to look for in `fields`.
    public init(_ key: [UInt8], boost: Float = 1, certainty: Float = 1, fields: IndexFieldSet = .all) {
        self.key = key
        self.boost = boost
        self.certainty = certainty
        self.fields = fields
    }
}

/// Terms that must stand together in one field.
public struct IndexPhrase: Sendable, Equatable {
    /// How the slots must stand to each other.
    public enum Proximity: Sendable, Equatable {
        /// Slot `i` stands exactly `offset` positions behind the phrase's first position.
        case exact
        /// All slots stand, in any order, within this many positions of each other.
        case near(UInt32)
    }

    /// One place of the phrase: any of the terms may fill it.
    public struct Slot: Sendable, Equatable {
        /// The terms' keys; an empty list can be filled by nothing.
        public var keys: [[UInt8]]
        /// Positions behind the phrase's beginning.
        public var offset: UInt32

        /// A place that any of `keys` may fill.
        public init(keys: [[UInt8]], offset: UInt32) {
            self.keys = keys
            self.offset = offset
        }
    }

    /// The places, in the order of the phrase.
    public var slots: [Slot]
    /// How the places must stand to each other.
    public var proximity: Proximity
    /// Factor of its score, at least 0.
    public var boost: Float
    /// Fields in any one of which the phrase may stand.
    public var fields: IndexFieldSet

    /// A phrase of `slots`, side by side unless said otherwise.
    public init(slots: [Slot], proximity: Proximity = .exact, boost: Float = 1, fields: IndexFieldSet = .all) {
        self.slots = slots
        self.proximity = proximity
        self.boost = boost
        self.fields = fields
    }
}
