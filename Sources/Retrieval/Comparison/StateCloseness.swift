public import Legislation

/// How near a provision's State and language are to a State that drafts a law.
///
/// The weights are this project's judgment of what makes a text easy to take over, not fitted to data: the tradition
/// decides how statutes are written, the language whether the text can be read as it is, the region which agreements
/// and neighbours bind both.
public struct StateCloseness: Sendable, Hashable {
    /// Traditions that both have, in the order of the State that drafts.
    public var sharedTraditions: [LegalTradition]
    /// Whether the tradition that shapes legislation most is the same.
    public var hasSameLeadingTradition: Bool
    /// Language of the text, where it is official in the State that drafts.
    public var textLanguage: String?
    /// An official language of both States, where the text is in another.
    public var sharedLanguage: String?
    /// UN M49 code of the nearest region that holds both; nil where only the world does.
    public var region: String?
    /// Whether that is the nearest region of the State that drafts, as Eastern Africa is of Kenya.
    public var isNearestRegion: Bool
    /// From 0 (nothing shared) to 1 (tradition, language and region are the same).
    public var score: Double

    static let traditionWeight = 0.4
    static let languageWeight = 0.3
    static let regionWeight = 0.3

    /// Compares a State that drafts with the State and the language of a text.
    ///
    /// - Parameters:
    ///   - asking: the State that drafts; its profile is nil where nothing is known of it.
    ///   - other: the State of the text.
    ///   - language: the language of the text.
    public init(
        asking: Jurisdiction, profile: StateProfile?, other: Jurisdiction, otherProfile: StateProfile?,
        language: LanguageTag
    ) {
        let own = profile?.traditions ?? []
        let theirs = otherProfile?.traditions ?? []
        sharedTraditions = own.filter(theirs.contains)
        hasSameLeadingTradition = own.first != nil && own.first == theirs.first
        let text = Self.written(language.primary)
        let official = profile?.languages.map(Self.written) ?? []
        textLanguage = official.contains(text) ? text : nil
        let shared = official.first { (otherProfile?.languages.map(Self.written) ?? []).contains($0) }
        sharedLanguage = textLanguage == nil ? shared : nil
        let regions = Self.regions(of: asking)
        region = regions.first(where: Set(Self.regions(of: other)).contains)
        isNearestRegion = region != nil && region == regions.first

        let all = Set(own).union(theirs).count
        let overlap = all == 0 ? 0 : Double(sharedTraditions.count) / Double(all)
        let tradition = 0.6 * (hasSameLeadingTradition ? 1 : 0) + 0.4 * overlap
        let speech = textLanguage != nil ? 1 : sharedLanguage != nil ? 0.5 : 0
        let place = region == nil ? 0 : isNearestRegion ? 1 : 0.5
        score = Self.traditionWeight * tradition + Self.languageWeight * speech + Self.regionWeight * place
    }

    /// The written standards of Norwegian are read alike.
    private static func written(_ language: String) -> String { ["no", "nn"].contains(language) ? "nb" : language }

    /// M49 regions, nearest first, without the world (001), which holds everyone, and groupings such as the EU.
    private static func regions(of state: Jurisdiction) -> [String] {
        state.regions.filter { $0 != "001" && $0.allSatisfy(\.isNumber) }
    }
}
