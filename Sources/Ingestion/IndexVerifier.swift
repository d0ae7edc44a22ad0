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
        /// Changes of the catalog that the index has not followed yet.
        public var isBehind: Bool
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
        var faults: [String] = check.problems
        let sequence = try catalog.currentSequence()
        let isBehind = searcher.manifest.sequence < sequence
        if isBehind {
            faults.append(
                "the index has followed the catalog to change \(searcher.manifest.sequence) of \(sequence); "
                    + "'concord index' or 'concord reindex' goes on from there")
        }
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
                superfluous += 1
                place += 1
            }
            if place < indexed.count, indexed[place] == record.id {
                place += 1
                while place < indexed.count, indexed[place] == record.id {
                    twice += 1
                    place += 1
                }
            } else {
                missing += 1
            }
            return true
        }
        superfluous += indexed.count - place
        if missing > 0 { faults.append("\(missing) provisions of the catalog are not in the index") }
        if superfluous > 0 { faults.append("\(superfluous) provisions of the index are not in the catalog") }
        if twice > 0 { faults.append("\(twice) provisions are in the index more than once") }
        return Report(
            catalog: check, segments: segments, bytes: bytes, provisions: provisions, faults: faults,
            isBehind: isBehind)
    }
}
