/// A parsed query.
///
/// ``description`` is its canonical form: parsing it gives an equal query.
public struct Query: Sendable, Hashable, CustomStringConvertible {
    /// The tree.
    public var root: QueryNode

    /// A query with the tree `root`; the guarantees that ``QueryNode`` states are the caller's to keep.
    public init(_ root: QueryNode) {
        self.root = root
    }

    /// Canonical form in the query language. Empty for a query without words.
    ///
    /// Parses back to an equal query for every parsed query, and for a plain one of at most
    /// ``QueryParser/maximumClauses`` words.
    public var description: String {
        QueryPrinter.text(root)
    }

    /// Every word and phrase that is looked for (not the excluded ones), in the order written.
    public var wantedWords: [QueryWord] {
        var words: [QueryWord] = []
        Query.collect(root, into: &words)
        return words
    }

    private static func collect(_ node: QueryNode, into words: inout [QueryWord]) {
        switch node {
        case .words(let group): words += group
        case .phrase(let word), .prefix(let word), .fuzzy(let word, edits: _): words.append(word)
        case .near(let left, let right, distance: _):
            collect(left, into: &words)
            collect(right, into: &words)
        case .scoped(_, let inner): collect(inner, into: &words)
        case .filter, .not: break
        case .all(let nodes), .any(let nodes):
            for inner in nodes { collect(inner, into: &words) }
        case .clauses(let clauses):
            for clause in clauses where clause.occurrence != .mustNot { collect(clause.node, into: &words) }
        }
    }
}
