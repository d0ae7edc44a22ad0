/// What a reader is told that files may not say themselves.
public struct ReaderOptions: Sendable, Hashable {
    /// Language to assume where the content names none.
    public var language: LanguageTag?
    /// Jurisdiction to assume where the content names none.
    public var jurisdiction: Jurisdiction?
    /// Whether folders of the path (`KE/en/name.md`) stand in for hints that are not given.
    public var usesPathHints: Bool
    /// Largest file that is read, in bytes.
    public var sizeLimit: Int

    /// Options; the size limit is 1 GiB unless said otherwise.
    public init(
        language: LanguageTag? = nil, jurisdiction: Jurisdiction? = nil, usesPathHints: Bool = true,
        sizeLimit: Int = 1 << 30
    ) {
        self.language = language
        self.jurisdiction = jurisdiction
        self.usesPathHints = usesPathHints
        self.sizeLimit = sizeLimit
    }

    /// These options with what the two folders above a file say, where nothing was given.
    func completed(fromPath path: String) -> ReaderOptions {
        guard usesPathHints else { return self }
        let folders = path.split(separator: "/").dropLast().suffix(2)
        guard folders.count == 2, let country = folders.first, let language = folders.last,
            country.utf8.count == 2, country == country.uppercased()[...],
            let jurisdiction = try? Jurisdiction(code: String(country)),
            let tag = try? LanguageTag(String(language)), tag.primary.utf8.count <= 3
        else { return self }
        var completed = self
        completed.jurisdiction = self.jurisdiction ?? jurisdiction
        completed.language = self.language ?? tag
        return completed
    }
}
