/// Kinds of terms in the index; the first byte of a key keeps them apart.
public enum TermSpace: UInt8, Sendable, CaseIterable {
    /// Language-neutral word forms and Han bigrams, with positions.
    case exact = 0x65
    /// Stems and dictionary words, with positions.
    case stem = 0x73
    /// Matrix cells, with the confidence as impact.
    case cell = 0x63
    /// Countries, languages, regions, statuses, kinds: for filters.
    case keyword = 0x6B

    /// The key of a term of this space.
    @inlinable
    public func key(_ term: some Collection<UInt8>) -> [UInt8] {
        var key: [UInt8] = []
        key.reserveCapacity(1 + term.count)
        key.append(rawValue)
        key.append(contentsOf: term)
        return key
    }

    /// The key of a term of this space.
    public func key(_ term: String) -> [UInt8] { key(term.utf8) }
}

/// Filters that provisions are indexed under, as `name:value` in the space ``TermSpace/keyword``.
public enum FilterKeyword {
    /// An ISO 3166-1 alpha-2 code, as `CA`.
    public static func country(_ code: String) -> String { "country:\(code)" }
    /// A language tag; provisions are found under `zh-Hant` and under `zh`.
    public static func language(_ tag: String) -> String { "lang:\(tag.lowercased())" }
    /// A UN M49 code.
    public static func region(_ code: String) -> String { "region:\(code)" }
    /// A raw value of `LawStatus`, as `in-force`.
    public static func status(_ status: String) -> String { "status:\(status)" }
    /// Kind of provision: preamble, schedule, article.
    public static func kind(_ kind: String) -> String { "kind:\(kind)" }
}
