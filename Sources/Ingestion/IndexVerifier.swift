public import Catalog
internal import Foundation
internal import InvertedIndex
internal import ProvisionIndex

/// Proves that catalog and index are whole and agree.
public struct IndexVerifier: Sendable {
    /// What was found.
    public struct Report: Sendable {
        /// The catalog's own check.
        public var catalog: CatalogCheck
        /// Segments of the index.
        public var segments: Int
        /// Bytes of segments compared with their checksums.
        public var bytes: Int
        /// Provisions of the catalog.
        public var provisions: Int
        /// What does not agree; empty when all is well.
        public var faults: [String]
        /// Provisions added to, or removed from, the catalog since the index's last commit, as after a run that was
        /// stopped; the next run takes them over.
        public var waiting: Int
    }

    private let folder: IndexFolder

    /// A verifier of the catalog and the index in `folder`. Nothing is opened yet.
    public init(folder: IndexFolder) { self.folder = folder }

    /// Reads catalog and index as a whole.
    ///
    /// - Throws: ``IngestionError/noCatalog(_:)``, `CatalogError` or `IndexError` for a part that cannot be read.
    public func verify() throws -> Report {
        guard folder.exists else { throw IngestionError.noCatalog(folder.path) }
        let catalog = try Catalog(directory: folder.path, mode: .readOnly)
        let check = try catalog.verify()
        let (segments, bytes) = try IndexCheck.verify(directory: folder.indexPath)
        let searcher = try IndexSearcher(directory: folder.indexPath)
        var faults = check.problems
        // What the catalog has changed since the index's last commit is the index's to take over, and no fault.
        let changes = try catalog.changes(after: searcher.manifest.sequence)
        let added = changes.filter { $0.kind == .insert }.map(\.provisions)
        let removed = changes.filter { $0.kind == .delete }.map(\.provisions)
        var indexed: [Int64] = []
        searcher.forEachLiveDocument(column: ProvisionSchema.ColumnName.provision) { _, id in
            indexed.append(Int64(truncatingIfNeeded: id))
        }
        indexed.sort()
        var place = 0
        var provisions = 0
        var missing = 0
        var superfluous = 0
        var twice = 0
        try catalog.forEachProvision { record in
            provisions += 1
            while place < indexed.count, indexed[place] < record.id {
                if !removed.contains(where: { $0.contains(indexed[place]) }) { superfluous += 1 }
                place += 1
            }
            if place < indexed.count, indexed[place] == record.id {
                place += 1
                while place < indexed.count, indexed[place] == record.id {
                    twice += 1
                    place += 1
                }
            } else if !added.contains(where: { $0.contains(record.id) }) {
                missing += 1
            }
            return true
        }
        for id in indexed[place...] where !removed.contains(where: { $0.contains(id) }) { superfluous += 1 }
        if missing > 0 { faults.append("\(missing) provisions of the catalog are not in the index") }
        if superfluous > 0 { faults.append("\(superfluous) provisions of the index are not in the catalog") }
        if twice > 0 { faults.append("\(twice) provisions are in the index more than once") }
        let waiting = added.reduce(0) { $0 + $1.count } + removed.reduce(0) { $0 + $1.count }
        return Report(
            catalog: check, segments: segments, bytes: bytes, provisions: provisions, faults: faults,
            waiting: waiting)
    }
}
