public import Catalog
public import Legislation

/// Comparable provisions for a State that drafts a law.
public struct Comparison: Sendable {
    /// What was asked.
    public var request: ComparisonRequest
    /// Tradition and languages of the State that drafts; nil where the table has no entry for it.
    public var profile: StateProfile?
    /// Provisions of other States that serve the cell, all that the index has.
    public var servingCount: Int
    /// How many States and organisations they are of.
    public var stateCount: Int
    /// Provisions of the State that drafts which serve the cell; they are not among the choices.
    public var ownCount: Int
    /// The chosen, in the order of choice; at least one.
    public var choices: [ComparableProvision]
}

/// A provision that was chosen, and why.
public struct ComparableProvision: Sendable {
    /// 1 for the first.
    public var rank: Int
    /// The provision and its law.
    public var record: ProvisionRecord
    /// Confidence that it serves the cell, 0 to 1.
    public var confidence: Double
    /// Confidence times the use it is of by closeness and readability, 0 to 1.
    public var score: Double
    /// What its State and language share with the State that drafts.
    public var closeness: StateCloseness
    /// Why it was chosen, the weightiest first.
    public var reasons: [ChoiceReason]
    /// Texts that are nearly the same, and the provision in other languages, best first.
    public var sameText: [ProvisionRecord]
}

extension ProvisionRecord {
    /// The language that the text is in: what detection found where it was asked, else what the source says.
    public var textLanguage: LanguageTag { law.detectedLanguage ?? law.law.language }
}
