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
        /// Provisions that were analysed again and compared with the index.
        public var analysed = 0
        /// What does not agree; empty when all is well.
        public var faults: [String]
        /// Provisions added to, or removed from, the catalog since the index's last commit, as after a run that was
        /// stopped; the next run takes them over.
        public var waiting: Int
    }

    /// How many provisions are analysed again.
    public enum Depth: Sendable, Equatable {
        /// None: catalog and index are compared by the numbers of their provisions.
        case numbers
        /// About so many, spread over the catalog.
        case sample(Int)
        /// All.
        case everything
    }

    private let folder: IndexFolder

    /// A verifier of the catalog and the index in `folder`. Nothing is opened yet.
    public init(folder: IndexFolder) { self.folder = folder }

    /// Reads catalog and index as a whole.
    ///
    /// - Parameter depth: beyond `.numbers` every digest of the catalog is computed anew too, and provisions are analysed
    ///   again and their postings compared with those of the index.
    /// - Throws: ``IngestionError/noCatalog(_:)``, `CatalogError` or `IndexError` for a part that cannot be read.
    public func verify(_ depth: Depth = .numbers) throws -> Report {
        guard folder.exists else { throw IngestionError.noCatalog(folder.path) }
        let catalog = try Catalog(directory: folder.path, mode: .readOnly)
        let check = try catalog.verify(deep: depth != .numbers)
        if depth == .numbers {
            _ = try IndexCheck.verify(directory: folder.indexPath)
        } else {
            // All faults at once; an index with any cannot be read further.
            let damage = try IndexCheck.faults(directory: folder.indexPath)
            if !damage.isEmpty {
                return Report(
                    catalog: check, segments: 0, bytes: 0, provisions: check.provisions,
                    faults: check.problems + damage.map(\.description), waiting: 0)
            }
        }
        let searcher = try IndexSearcher(directory: folder.indexPath)
        let segments = searcher.manifest.segments
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
        var analysed = 0
        if depth != .numbers, searcher.manifest.analysisVersion == ProvisionSchema.analysisVersion {
            let known = Set(indexed)
            let present = removed.isEmpty ? known : known.filter { id in !removed.contains { $0.contains(id) } }
            (analysed, faults) = try analyse(depth, of: present.sorted(), catalog, searcher, faults)
        } else if depth != .numbers {
            faults.append("the index was made with another text analysis; 'concord reindex' makes it anew")
        }
        let waiting = added.reduce(0) { $0 + $1.count } + removed.reduce(0) { $0 + $1.count }
        return Report(
            catalog: check, segments: segments.count, bytes: segments.reduce(0) { $0 + $1.size },
            provisions: provisions, analysed: analysed, faults: faults, waiting: waiting)
    }

    /// Indexes provisions anew in a folder of its own and compares.
    private func analyse(
        _ depth: Depth, of ids: [Int64], _ catalog: Catalog, _ searcher: IndexSearcher, _ faults: [String]
    ) throws -> (analysed: Int, faults: [String]) {
        var step = 1
        if case .sample(let count) = depth { step = max(1, ids.count / max(1, count)) }
        let chosen = stride(from: step / 2, to: ids.count, by: step).map { ids[$0] }
        guard !chosen.isEmpty else { return (0, faults) }
        let scratch = FileManager.default.temporaryDirectory
            .appendingPathComponent("concord-verify-" + UUID().uuidString).path
        defer { try? FileManager.default.removeItem(atPath: scratch) }
        try FileManager.default.createDirectory(atPath: scratch, withIntermediateDirectories: true)
        let writer = try IndexWriter(
            directory: scratch, schema: ProvisionSchema.columns, parameters: ProvisionSchema.ranking,
            order: ProvisionSchema.order, analysisVersion: ProvisionSchema.analysisVersion, startOver: false)
        let worker = IndexWorker(builder: writer.makeBuilder(), analysis: try ObligationAnalysis())
        var faults = faults
        // In pieces, so that memory does not grow with the catalog.
        for start in stride(from: 0, to: chosen.count, by: Self.pieceSize) {
            let piece = chosen[start..<min(start + Self.pieceSize, chosen.count)]
            worker.index(piece.map { $0..<$0 + 1 }, of: catalog)
            if let failure = worker.failure { throw failure }
            try writer.add([worker.builder])
        }
        try writer.commit(sequence: 0)
        let comparison = IndexComparison(
            of: searcher, with: try IndexSearcher(directory: scratch), column: ProvisionSchema.ColumnName.provision,
            columns: ProvisionSchema.columns.map(\.name))
        for difference in try comparison.differences(limit: CatalogCheck.problemLimit) {
            let name = try catalog.provision(id: Int64(difference.number))?.iri ?? "provision \(difference.number)"
            let terms = difference.keys.map { "\"\(String(decoding: $0.dropFirst(), as: UTF8.self))\"" }
            faults.append(
                "\(name): the index holds it otherwise than its text gives"
                    + (terms.isEmpty
                        ? " (columns, length or cells)" : ", as the terms \(terms.joined(separator: ", "))"))
        }
        return (chosen.count, faults)
    }

    /// Provisions that are indexed before a segment is written.
    private static let pieceSize = 50_000
}
