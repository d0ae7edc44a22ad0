internal import Catalog
internal import Foundation
internal import InvertedIndex
internal import ProvisionIndex

/// Copies a catalog and its index while another process may be writing to them.
///
/// The index is taken first, then the catalog: the index of the copy may be behind its catalog, never ahead, and goes on
/// from there as after a run that was stopped. Files of the index are never changed once they have their names, so they
/// are linked where the copy lies on the same file system, and copied elsewhere.
public struct DatabaseBackup {
    /// What was done.
    public struct Report: Sendable, Equatable {
        /// Files of the index that were linked.
        public var linked = 0
        /// Files of the index that were copied.
        public var copied = 0
        /// Whether there is an index in the copy; without one `concord reindex` makes it.
        public var hasIndex = false
    }

    private let folder: IndexFolder

    /// A backup of `folder`.
    public init(of folder: IndexFolder) { self.folder = folder }

    /// Writes a folder that is an index folder itself; it must not be there yet or be empty.
    ///
    /// - Throws: ``IngestionError/noCatalog(_:)``, `TransferError` for the place of the copy, `CatalogError` or
    ///   `IndexError`. Nothing half-written is left.
    public func write(toFolder target: String) throws -> Report {
        guard folder.exists else { throw IngestionError.noCatalog(folder.path) }
        let staging = try StagedFolder(for: target)
        var report = Report()
        if FileManager.default.fileExists(atPath: folder.indexPath + "/" + Manifest.fileName) {
            report = try copyIndex(to: staging.path + "/" + ProvisionSchema.folder)
        }
        try Catalog(directory: folder.path, mode: .readOnly).copy(to: staging.path + "/" + Catalog.fileName)
        try staging.publish()
        return report
    }

    /// Writes the catalog alone, from which `concord reindex` makes the index.
    ///
    /// - Throws: ``IngestionError/noCatalog(_:)`` or `CatalogError`.
    public func write(toFile target: String) throws {
        guard folder.exists else { throw IngestionError.noCatalog(folder.path) }
        try Catalog(directory: folder.path, mode: .readOnly).copy(to: target)
    }

    private func copyIndex(to target: String) throws -> Report {
        var manifest = try Manifest.read(from: folder.indexPath)
        while true {
            do {
                try? FileManager.default.removeItem(atPath: target)
                try FileManager.default.createDirectory(atPath: target, withIntermediateDirectories: true)
                var report = Report(hasIndex: true)
                for file in manifest.segments.flatMap({ [$0.file] + ($0.deletions.map { [$0] } ?? []) }) {
                    try copy(file, to: target, &report)
                }
                try manifest.write(to: target)
                return report
            } catch let error as IndexError {
                // A writer may have committed, and cleared away what it replaced, since the manifest was read.
                let newer = try Manifest.read(from: folder.indexPath)
                guard case .missingFile = error, newer.generation != manifest.generation else { throw error }
                manifest = newer
            }
        }
    }

    private func copy(_ name: String, to target: String, _ report: inout Report) throws {
        let source = folder.indexPath + "/" + name
        if link(source, target + "/" + name) == 0 {
            report.linked += 1
            return
        }
        if errno == ENOENT { throw IndexError.missingFile(source) }
        do {
            try FileManager.default.copyItem(atPath: source, toPath: target + "/" + name)
        } catch {
            guard FileManager.default.fileExists(atPath: source) else { throw IndexError.missingFile(source) }
            throw TransferError.unwritable(target + "/" + name, error)
        }
        report.copied += 1
    }
}
