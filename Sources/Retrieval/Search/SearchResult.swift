public import Catalog
public import Obligations

/// The answer to a question.
public struct SearchResult: Sendable {
    /// Best first.
    public var hits: [SearchHit]
    /// All provisions that match; nil when it was not asked for.
    public var total: Int?
    /// Counts of all matches; nil when they were not asked for.
    public var facets: SearchFacets?
    /// States that the question names among its words; their provisions are preferred.
    public var states: [StateMention] = []
    /// The question as it was probably meant; nil where it is right, or enough was found, or it was not asked for.
    public var suggestion: SpellingSuggestion?
}

/// A provision that was found.
public struct SearchHit: Sendable {
    /// 1 for the best.
    public var rank: Int
    /// Higher is better; comparable within one answer only.
    public var score: Float
    /// The provision and its law.
    public var record: ProvisionRecord
    /// The cells of the matrix that it serves, surest first.
    public var cells: [CellScore]
    /// The passage that shows best why it was found; nil when it was not asked for.
    public var snippet: Snippet?
    /// Through which translations a provision in another language was reached, the weightiest first; empty when passages
    /// were not asked for.
    public var translations: [TranslationTrace] = []
    /// Whether the law applied on the day that was asked for: `applied`, or `unknown` where its dates do not tell; nil
    /// when no day was asked for.
    public var standing: Standing?
}
