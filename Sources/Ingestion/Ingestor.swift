public import Catalog
internal import Foundation
internal import InvertedIndex
public import Legislation
internal import ProvisionIndex

/// Reads files into the catalog and keeps the index in step.
///
/// The catalog is written first and is the record; the index follows it by its change log. Both are safe against
/// being killed at any moment: a file is in the catalog as a whole or not at all, and the index goes on from its last
/// commit the next time.
public final class Ingestor {
    private let folder: IndexFolder
    private let reader: LegislationReader
    private let workerCount: Int
    private let author: String
    private let origin: (String) -> FileOrigin?

    /// Files that share a transaction of the catalog: at most this many, and not after so many bytes.
    private static let batchFiles = 64
    private static let batchBytes = 8 << 20

    /// Once for a process: what reads the resources is costly beside a small run.
    private static let analysis = Result { try ObligationAnalysis() }

    /// - Parameters:
    ///   - folder: where the catalog and the index lie, or are to lie.
    ///   - options: how files are read.
    ///   - workerCount: threads that analyse; nil takes one for each core.
    ///   - author: under which name the record holds what is done.
    ///   - origin: where the file at a path was fetched; nil for other files.
    public init(
        folder: IndexFolder, options: ReaderOptions = ReaderOptions(), workerCount: Int? = nil,
        author: String = EventAuthor.name(), origin: @escaping (String) -> FileOrigin? = { _ in nil }
    ) {
        self.folder = folder
        self.author = author
        reader = LegislationReader(options: options)
        self.origin = origin
        self.workerCount = workerCount ?? ProcessInfo.processInfo.activeProcessorCount
    }

    /// Reads files and folders and indexes what is new or changed.
    ///
    /// - Parameters:
    ///   - paths: files and folders.
    ///   - withdrawsMissing: withdraw the laws of files below the folders named that are gone. They stay in the catalog;
    ///     searches pass them over.
    ///   - progress: called now and then, from the calling thread.
    /// - Throws: ``IngestionError``, `CatalogError` or `IndexError` when the run cannot go on; what was stored before
    ///   is intact. Trouble with one file does not throw: the file is skipped and the summary says why.
    public func index(
        paths: [String], withdrawsMissing: Bool = false, progress: (IngestionProgress) -> Void = { _ in }
    ) throws -> IngestionSummary {
        let walk = try SourceWalk(paths: paths)
        let catalog = try Catalog(directory: folder.path, mode: .readWrite)
        let follower = try makeFollower(catalog)
        try catalog.write(by: author) { session in _ = try session.removeIncompleteSources() }
        var summary = IngestionSummary()
        // Before files are read: a law whose file was moved is then taken from where it is now.
        if withdrawsMissing { summary.withdrawn = try withdrawMissing(below: paths, from: catalog) }
        summary.files = walk.skipped.map { .init(path: $0.path, outcome: .skipped(reason: $0.reason), duplicates: []) }
        var state = IngestionProgress(
            phase: .reading, filesDone: 0, filesTotal: walk.files.count, bytesDone: 0,
            bytesTotal: walk.files.reduce(0) { $0 + $1.size }, provisionsRead: 0, provisionsIndexed: 0)
        progress(state)
        var duplicates: [(place: Int, entry: SourceWalk.Entry, law: DuplicateLaw)] = []
        var next = 0
        while next < walk.files.count {
            var batch: [SourceWalk.Entry] = []
            var bytes = 0
            while next < walk.files.count, batch.count < Self.batchFiles, bytes < Self.batchBytes {
                batch.append(walk.files[next])
                bytes += walk.files[next].size
                next += 1
            }
            try catalog.write(by: author) { session in
                for entry in batch {
                    let (file, refused) = try store(entry, in: session)
                    duplicates += refused.map { (summary.files.count, entry, $0) }
                    summary.files.append(file)
                    state.phase = .reading
                    state.filesDone += 1
                    state.bytesDone += entry.size
                    state.provisionsRead += file.stored.provisions
                    progress(state)
                }
            }
            try follower.follow { count in
                state.phase = .indexing
                state.provisionsIndexed += count
                progress(state)
            }
        }
        // A law that was refused is wanted once the file that gave it before gives it no more, and beside that file's
        // law where it is another one. Not before all files are read: until then, who gives what is not settled.
        let read = Set(summary.files.filter(\.isIndexed).map(\.path))
        let refused = try duplicates.filter { duplicate in
            try duplicate.law.isOtherLaw ?? read.contains(duplicate.law.earlier)
                || duplicate.law.isWithdrawn(from: catalog)
        }
        let wanted = Dictionary(refused.map { ($0.place, $0.entry) }) { first, _ in first }
        if !wanted.isEmpty {
            try catalog.write(by: author) { session in
                for (place, entry) in wanted.sorted(by: { $0.key < $1.key }) {
                    summary.files[place] = try store(entry, in: session, force: true, keepsApart: true).file
                }
            }
        }
        // Also when no file was new: an earlier run may have been stopped between catalog and index.
        try follower.follow { _ in }
        state.phase = .merging
        progress(state)
        try follower.commit()
        summary.bytes = state.bytesDone
        return summary
    }

    /// Makes the index anew from the catalog.
    ///
    /// - Parameter progress: called now and then with the number of provisions gone through.
    /// - Returns: number of provisions in the new index.
    /// - Throws: ``IngestionError/noCatalog(_:)``, `CatalogError` or `IndexError`; the index that was there stays
    ///   until the new one is complete.
    public func reindex(progress: (Int) -> Void = { _ in }) throws -> Int {
        guard folder.exists else { throw IngestionError.noCatalog(folder.path) }
        let catalog = try Catalog(directory: folder.path, mode: .readWrite)
        let follower = try makeFollower(catalog, startOver: true)
        var indexed = 0
        try follower.follow {
            indexed += $0
            progress(indexed)
        }
        try follower.commit()
        // Not what was gone through: the change log also names provisions that are gone.
        return follower.documentCount
    }

    /// Marks the laws of a file as withdrawn, as its publisher took them back. They stay in the catalog; searches pass
    /// them over unless they are asked for. The index need not change.
    ///
    /// - Parameters:
    ///   - path: the file, as it was named to `index`.
    ///   - why: the reason, for the record.
    /// - Returns: how many laws stood until now; 0 also for a file that the catalog does not know.
    /// - Throws: ``IngestionError/noCatalog(_:)`` or `CatalogError`.
    @discardableResult
    public func withdraw(source path: String, why: String) throws -> Int {
        guard folder.exists else { throw IngestionError.noCatalog(folder.path) }
        let path = URL(fileURLWithPath: path).standardizedFileURL.path
        let catalog = try Catalog(directory: folder.path, mode: .readWrite)
        return try catalog.write(by: author) { try $0.withdraw(source: path, why: why) }
    }

    /// Withdraws the laws of files that are gone.
    private func withdrawMissing(below paths: [String], from catalog: Catalog) throws -> [IngestionSummary.Withdrawal] {
        let folders = paths.map { URL(fileURLWithPath: $0).standardizedFileURL.path + "/" }
        let known = try catalog.sourceFiles().filter { file in
            file.laws > 0 && folders.contains { file.path.hasPrefix($0) }
        }
        let missing = known.filter { !FileManager.default.fileExists(atPath: $0.path) }
        guard !missing.isEmpty else { return [] }
        return try catalog.write(by: author) { session in
            let withdrawn: [IngestionSummary.Withdrawal] = try missing.compactMap { file in
                let count = try session.withdraw(source: file.path, why: "its file is gone")
                return count > 0 ? .init(path: file.path, laws: count) : nil
            }
            // A disk that is not mounted looks like a folder that was emptied. What is thrown undoes the withdrawal.
            if !withdrawn.isEmpty, missing.count == known.count, known.count > 1 {
                throw IngestionError.allMissing(paths.joined(separator: ", "), missing.count)
            }
            return withdrawn
        }
    }

    private func makeFollower(_ catalog: Catalog, startOver: Bool = false) throws -> IndexFollower {
        let writer = try IndexWriter(
            directory: folder.indexPath, schema: ProvisionSchema.columns, parameters: ProvisionSchema.ranking,
            order: ProvisionSchema.order, analysisVersion: ProvisionSchema.analysisVersion, startOver: startOver)
        // An empty index from the start: a run that is stopped early leaves one that is behind, not one that is missing.
        if writer.isNew { try writer.commit(sequence: 0) }
        return IndexFollower(
            catalog: catalog, writer: writer, analysis: try Self.analysis.get(), workerCount: workerCount)
    }

    /// Stores one file. What is wrong with the file ends in its outcome; what is wrong with the catalog is thrown.
    private func store(
        _ entry: SourceWalk.Entry, in session: CatalogSession, force: Bool = false, keepsApart: Bool = false
    ) throws -> (file: IngestionSummary.File, duplicates: [DuplicateLaw]) {
        let origin = origin(entry.path)
        if let origin, origin.isWithdrawn {
            // Not read again, which would say that it is back.
            let reason = "its publisher has it no more"
            try session.withdraw(source: entry.path, why: "\(reason): \(origin.address)")
            return (.init(path: entry.path, outcome: .skipped(reason: reason), duplicates: []), [])
        }
        var checksum: String?
        func skipped(_ reason: String) throws -> (IngestionSummary.File, [DuplicateLaw]) {
            try session.recordRefusal(of: entry.path, path: entry.path, checksum: checksum, why: reason)
            return (.init(path: entry.path, outcome: .skipped(reason: reason), duplicates: []), [])
        }
        do {
            let found = try FileChecksum.text(path: entry.path, limit: reader.options.sizeLimit)
            checksum = found
            let identity = SourceFile.Identity(
                path: entry.path, checksum: found, size: Int64(entry.size), modified: entry.modified)
            var load = FileLoad(session: session, reader: reader, origin: origin, keepsApart: keepsApart)
            // A savepoint: a file that fails half-way leaves its former state as it was.
            let outcome = try session.isolated { try load.run(identity, force: force) }
            let stored = IngestionSummary.Stored(
                laws: load.lawCount, provisions: load.provisionCount, languages: load.languages)
            let names = load.duplicates.map(\.description)
            return (.init(path: entry.path, outcome: outcome, duplicates: names, stored: stored), load.duplicates)
        } catch let error as LegislationReadError {
            return try skipped(error.description)
        } catch let error as CatalogError where error.concernsOneFile {
            return try skipped(error.description)
        }
    }
}
