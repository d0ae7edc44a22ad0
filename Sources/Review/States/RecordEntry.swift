/// What is to be recorded of a State, as the catalog's record takes it.
public struct RecordEntry: Sendable, Hashable {
    /// Facts of a State were entered or imported.
    public static let factsKind = "state.facts"
    /// Records that are not for everyone were shown to somebody.
    public static let readKind = "record.read"

    /// ``factsKind`` or ``readKind``.
    public var kind: String
    /// `state/` and the State's code.
    public var subject: String
    /// The reason given; nil where the kind says all.
    public var why: String?
    /// File that it comes from; nil where none is concerned.
    public var source: String?
    /// Checksum of that file.
    public var checksum: String?
    /// Further facts as JSON.
    public var detail: String

    /// An entry from its parts.
    public init(
        kind: String, subject: String, why: String? = nil, source: String? = nil, checksum: String? = nil,
        detail: String
    ) {
        self.kind = kind
        self.subject = subject
        self.why = why
        self.source = source
        self.checksum = checksum
        self.detail = detail
    }
}

/// An entry of the record about a State, as it is read again.
public struct RecordedEntry: Sendable, Hashable {
    /// Number in the record.
    public var sequence: Int64
    /// When, in UTC: `2026-11-25T22:04:05.123Z`.
    public var time: String
    /// Who.
    public var who: String
    /// What.
    public var entry: RecordEntry

    /// An entry from its parts.
    public init(sequence: Int64, time: String, who: String, entry: RecordEntry) {
        self.sequence = sequence
        self.time = time
        self.who = who
        self.entry = entry
    }
}
