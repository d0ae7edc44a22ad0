/// A document that a source has, and where it is kept.
public struct PlannedDocument: Sendable, Hashable {
    /// Where it is fetched.
    public let address: WebAddress
    /// Whose document it is.
    public let source: LawSource
    /// Name of its file.
    public let name: String

    /// A document of a source.
    public init(address: WebAddress, source: LawSource) {
        self.address = address
        self.source = source
        name = DocumentName.name(of: address, in: source)
    }

    /// Path within a store: `KE/en/NAME`.
    public var location: String { "\(source.folder)/\(name)" }
}
