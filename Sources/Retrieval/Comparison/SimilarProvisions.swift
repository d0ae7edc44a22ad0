public import Catalog
public import Obligations

/// Provisions that are near a given one.
public struct SimilarProvisions: Sendable {
    /// The provision that was given.
    public var source: ProvisionRecord
    /// The same text elsewhere, in whatever State: other consolidations, other gazettes.
    public var sameText: [ProvisionRecord]
    /// Nearest first; may be empty.
    public var hits: [SimilarProvision]
}

/// A provision that is near another, and by what.
public struct SimilarProvision: Sendable {
    /// 1 for the nearest.
    public var rank: Int
    /// The provision and its law.
    public var record: ProvisionRecord
    /// 0 (nothing shared) to 1 (the same).
    public var score: Double
    /// Likeness of the parts; see ``SimilarityParts``.
    public var parts: SimilarityParts
    /// English names of the concepts that both speak of, the most telling first.
    public var concepts: [String]
    /// Rows of the matrix that both serve, those they serve most surely first.
    public var rows: [ObligationCode]
    /// Texts that are nearly the same as this one.
    public var sameText: [ProvisionRecord]
}

/// Likeness of two provisions by what is compared.
public struct SimilarityParts: Sendable, Hashable {
    /// Cosine of the weighted words, 0 to 1; nil where the provisions are in different languages.
    public var words: Double?
    /// Cosine of the weighted concepts of the thesaurus, 0 to 1.
    public var concepts: Double
    /// Share of the confidence in matrix cells that both have, 0 to 1.
    public var cells: Double

    static let wordsWeight = 0.35
    static let conceptsWeight = 0.4
    static let cellsWeight = 0.25
    /// Likeness by concepts and cells alone says less than with words: what concepts cannot tell remains open.
    static let acrossLanguages = 0.85

    /// The parts together, 0 to 1.
    public var score: Double {
        let neutral = Self.conceptsWeight * concepts + Self.cellsWeight * cells
        guard let words else { return Self.acrossLanguages * neutral / (Self.conceptsWeight + Self.cellsWeight) }
        return neutral + Self.wordsWeight * words
    }
}
