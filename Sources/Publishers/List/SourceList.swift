/// Where the laws of States are published and how they are fetched: what a file `sources.yaml` says.
public struct SourceList: Sendable, Hashable {
    /// Address of web or mail at which publishers reach whoever fetches; part of the user agent.
    public var contact: String?
    /// The sources in the order of the file.
    public var sources: [LawSource]

    /// A list from its parts.
    public init(contact: String? = nil, sources: [LawSource]) {
        self.contact = contact
        self.sources = sources
    }
}
