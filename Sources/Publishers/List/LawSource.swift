public import Legislation

/// Some laws of one State in one language, as one publisher gives them.
public struct LawSource: Sendable, Hashable, Identifiable {
    /// Name of the source, unique in its list.
    public var id: String
    /// State (or organisation of States) whose laws they are.
    public var state: Jurisdiction
    /// Language of the texts.
    public var language: LanguageTag
    /// Who publishes them.
    public var publisher: String
    /// Under which terms they may be used.
    public var licence: String
    /// What the documents are.
    public var format: DocumentFormat
    /// How often they are asked for.
    public var schedule: Schedule
    /// Which documents there are.
    public var listing: Listing
    /// Least time between two requests to the publisher's host.
    public var delay: Duration
    /// Largest document that is taken, in bytes; nil for the limit that holds for all.
    public var sizeLimit: Int?

    /// A source from its parts.
    public init(
        id: String, state: Jurisdiction, language: LanguageTag, publisher: String, licence: String,
        format: DocumentFormat, schedule: Schedule = .manual, listing: Listing, delay: Duration = .seconds(1),
        sizeLimit: Int? = nil
    ) {
        self.id = id
        self.state = state
        self.language = language
        self.publisher = publisher
        self.licence = licence
        self.format = format
        self.schedule = schedule
        self.listing = listing
        self.delay = delay
        self.sizeLimit = sizeLimit
    }

    /// Folder within a store: `KE/en`, from which readers tell State and language.
    var folder: String { "\(state.code)/\(language.tag)" }
}
