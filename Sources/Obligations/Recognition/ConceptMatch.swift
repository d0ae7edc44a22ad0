public import TextAnalysis

/// A name of a concept found in a text.
public typealias ConceptMatch = NameMatch

extension NameMatch {
    /// Place of the concept in ``Thesaurus/concepts``.
    public var concept: Int { name }
}
