public import Legislation

/// A provision that speaks for a cell, with all that is needed to cite it and to notice later that it changed.
public struct CellEvidence: Sendable, Hashable, Codable {
    /// Expression IRI, `#` and eId.
    public var iri: String
    /// Title of the law.
    public var law: String
    /// Label and heading of the provision, as `Article 12. Licences`.
    public var label: String
    /// The beginning of its words, or the part that serves the cell.
    public var quote: String
    /// Confidence that the provision serves the cell, 0 to 1.
    public var confidence: Double
    /// BCP 47 tag of the text.
    public var language: String
    /// Whether the law applies, as its source says.
    public var status: LawStatus
    /// Day of the text, of entry into force or of enactment, the first that is known; nil where none is.
    public var date: String?
    /// Web address of the publisher's copy; nil where it is not known.
    public var source: String?
    /// Who stands behind the words.
    public var authenticity: TextAuthenticity
    /// Digest of heading and words: another one tells that the provision was changed.
    public var fingerprint: String
}
