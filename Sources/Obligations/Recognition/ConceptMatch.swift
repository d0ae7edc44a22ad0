/// A name of a concept found in a text.
public struct ConceptMatch: Sendable, Hashable {
    /// Place of the concept in ``Thesaurus/concepts``.
    public var concept: Int
    /// Positions (``TokenBuffer/Record/position``) of the first and the last word of the name.
    public var positions: ClosedRange<UInt32>
    /// UTF-8 range of the original text.
    public var range: Range<UInt32>
}
