internal import Catalog
internal import InvertedIndex
internal import ProvisionIndex

/// One index as seen by questions about different points in time.
///
/// Which expressions are hidden is asked of the catalog when a view is first wanted, and laid over the index as
/// deletions are: searches stay the same and prune as before. It is not written into the index, because a new
/// expression would otherwise change the documents of the one before it.
struct VersionViews {
    /// An index without the laws that a scope leaves out.
    struct View {
        var index: IndexSearcher
        /// Numbers of laws that are kept although their dates do not tell.
        var undated: Set<Int64>
    }

    private struct Key: Hashable {
        var scope: VersionScope
        var includesWithdrawn: Bool
    }

    private let catalog: Catalog
    private let index: IndexSearcher
    private var views: [Key: View] = [:]

    /// A service may be asked for any number of days; a view holds a bit for each provision.
    private static let limit = 16

    init(catalog: Catalog, index: IndexSearcher) {
        self.catalog = catalog
        self.index = index
    }

    /// - Throws: `CatalogError` when reading the catalog fails.
    mutating func view(_ scope: VersionScope, includesWithdrawn: Bool) throws(CatalogError) -> View {
        let key = Key(scope: scope, includesWithdrawn: includesWithdrawn)
        if let view = views[key] { return view }
        let selection = try catalog.selection(scope, includesWithdrawn: includesWithdrawn)
        let hidden = selection.hidden
        let narrowed =
            hidden.isEmpty
            ? index : index.hiding(ProvisionSchema.ColumnName.law) { hidden.contains(Int64(truncatingIfNeeded: $0)) }
        let view = View(index: narrowed, undated: selection.undated)
        if views.count >= Self.limit { views.removeAll() }
        views[key] = view
        return view
    }
}
