/// Which expressions of the laws are asked.
public enum VersionScope: Sendable, Hashable {
    /// The newest of each work and language.
    case newest
    /// All.
    case all
    /// Those that applied on a day. `includesUndated`: also those whose dates do not tell; they are marked.
    case asOf(LawDay, includesUndated: Bool)
}

/// Which laws a scope leaves out, and which of the others have dates that do not tell.
public struct LawSelection: Sendable, Hashable {
    /// Numbers of the laws that are left out.
    public var hidden: Set<Int64> = []
    /// Numbers of the laws that are kept although their dates do not tell; empty but for `.asOf`.
    public var undated: Set<Int64> = []

    /// Nothing is left out.
    public init() {}
}
