public import Legislation

/// The title of a law with how much the catalog holds under it.
public struct LawTitle: Sendable, Hashable {
    /// The title.
    public var title: String
    /// Language of the law.
    public var language: LanguageTag
    /// Who made it.
    public var jurisdiction: Jurisdiction
    /// Akoma Ntoso expression IRI of the first law recorded under it.
    public var expression: String
    /// Provisions of all laws of that title, language and jurisdiction.
    public var provisions: Int
}
