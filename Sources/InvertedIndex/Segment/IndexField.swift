/// The fields a posting tells apart.
public enum IndexField: UInt8, Sendable, CaseIterable {
    /// The words of the document.
    case text = 0
    /// Its heading and the headings above it.
    case heading = 1
    /// The title of what it is part of.
    case title = 2
}

/// A set of ``IndexField``s.
public struct IndexFieldSet: OptionSet, Sendable, Hashable {
    /// Bit `n` stands for the field with the raw value `n`.
    public let rawValue: UInt8
    /// The set of the fields whose bits are set; other bits mean nothing.
    public init(rawValue: UInt8) { self.rawValue = rawValue }
    /// The set of one field.
    public init(_ field: IndexField) { rawValue = 1 << field.rawValue }
    /// Only ``IndexField/text``.
    public static let text = IndexFieldSet(.text)
    /// Only ``IndexField/heading``.
    public static let heading = IndexFieldSet(.heading)
    /// Only ``IndexField/title``.
    public static let title = IndexFieldSet(.title)
    /// Every field.
    public static let all: IndexFieldSet = [.text, .heading, .title]
}
