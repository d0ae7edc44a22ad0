/// Which documents a source has.
public enum Listing: Sendable, Hashable {
    /// These.
    case addresses([WebAddress])
    /// Those that a page, a feed or a sitemap of the publisher's links to.
    case index(PublisherIndex)
}

/// A list of documents that the publisher keeps.
public struct PublisherIndex: Sendable, Hashable {
    /// Page, Atom or RSS feed, sitemap, or any XML or JSON that names the documents.
    public var address: WebAddress
    /// Regular expression (ICU's) of the links that are taken; of the whole link, made absolute.
    public var links: String
    /// Address of the document, where it is not the link itself: `$1` is what the first group matched.
    public var document: String?
    /// At most so many pages, where each names the next one.
    public var pageLimit: Int
    /// At most so many documents.
    public var documentLimit: Int
    /// Whether it names all documents there are, so that one it names no more is withdrawn. A feed of what is new does
    /// not.
    public var isComplete: Bool

    /// A list from its parts.
    public init(
        address: WebAddress, links: String, document: String? = nil, pageLimit: Int = 1, documentLimit: Int = 10_000,
        isComplete: Bool = true
    ) {
        self.address = address
        self.links = links
        self.document = document
        self.pageLimit = pageLimit
        self.documentLimit = documentLimit
        self.isComplete = isComplete
    }
}
