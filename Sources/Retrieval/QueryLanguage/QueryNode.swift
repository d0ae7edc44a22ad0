/// One node of a query tree. ``QueryParser`` says how each is written and what guarantees a parsed tree gives.
public indirect enum QueryNode: Sendable, Hashable {
    /// Words ranked together by best match; a provision with only some of them still matches. Never empty in a
    /// parsed tree, except as the root of ``QueryParser/plain(_:)`` on a text without words.
    case words([QueryWord])
    /// Words that must stand side by side in this order.
    case phrase(QueryWord)
    /// Any word that begins so.
    case prefix(QueryWord)
    /// Any word within `edits` (1 or 2) insertions, deletions, substitutions or transpositions.
    case fuzzy(QueryWord, edits: Int)
    /// Both within `distance` (1 to 1,000) word positions, in either order. An operand is one word, a phrase, a
    /// prefix, a fuzzy word, or an `.any` of those.
    case near(QueryNode, QueryNode, distance: Int)
    /// Only in one field of the provision. Holds no filter and no further field.
    case scoped(QueryField, QueryNode)
    /// Restricts, without ranking.
    case filter(QueryFilter, QuerySpan)
    /// AND: every member holds. At least one member is not a `.not`.
    case all([QueryNode])
    /// OR: at least one member holds. No member is a `.not`.
    case any([QueryNode])
    /// Does not hold. Stands only within `.all`.
    case not(QueryNode)
    /// Juxtaposition: every `must`, no `mustNot`, ranked by all; where there is no ranking `must`, at least one
    /// `should` holds. At least one clause is not a `mustNot`.
    case clauses([QueryClause])

    /// Whether the node only restricts, that is holds no words to rank by.
    public var isFilter: Bool {
        switch self {
        case .filter: true
        case .not(let node): node.isFilter
        case .all(let nodes), .any(let nodes): nodes.allSatisfy(\.isFilter)
        case .clauses(let clauses): clauses.allSatisfy(\.node.isFilter)
        case .words, .phrase, .prefix, .fuzzy, .near, .scoped: false
        }
    }

    /// What a node that only excludes leaves out; nil for any other.
    var excluded: [QueryNode]? {
        switch self {
        case .not(let node):
            return [node]
        case .all(let nodes):
            var excluded: [QueryNode] = []
            for case .not(let node) in nodes { excluded.append(node) }
            return excluded.count == nodes.count ? excluded : nil
        default:
            return nil
        }
    }

    /// The opposite of a node, without double negation.
    var negated: QueryNode {
        guard let excluded else { return .not(self) }
        return excluded.count == 1 ? excluded[0] : .any(excluded)
    }

    /// A node that leaves out all of `nodes`.
    static func excluding(_ nodes: [QueryNode]) -> QueryNode {
        nodes.count == 1 ? .not(nodes[0]) : .all(nodes.map { .not($0) })
    }
}

/// A word or phrase as written, before analysis: it may still give several tokens (`S/RES/1540`, `出口管制`).
public struct QueryWord: Sendable, Hashable {
    /// The letters as written, without quotation marks, escapes or `*` and `~` endings; in a phrase, white space is
    /// one space each.
    public var text: String
    /// Where it was written, with its marks.
    public var span: QuerySpan

    /// A word with its place.
    public init(_ text: String, span: QuerySpan = .none) {
        self.text = text
        self.span = span
    }
}

/// A part of a juxtaposition with the role it plays.
public struct QueryClause: Sendable, Hashable {
    /// The role of a clause.
    public enum Occurrence: Sendable, Hashable, CaseIterable {
        /// `+x` and every filter.
        case must
        /// Raises the rank.
        case should
        /// `-x`, `NOT x`.
        case mustNot
    }

    /// The role.
    public var occurrence: Occurrence
    /// What is looked for.
    public var node: QueryNode

    /// A clause.
    public init(_ occurrence: Occurrence, _ node: QueryNode) {
        self.occurrence = occurrence
        self.node = node
    }
}
