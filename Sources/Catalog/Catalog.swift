import Foundation
import GRDB
import GRDBSQLite

/// The record of truth beside the index: laws, provisions and source files in one SQLite database.
///
/// The inverted index is derived from it and can be made again from it. Each transaction that adds or removes
/// provisions leaves its mark in a change log (`changes(after:)`), so an index that knows the last sequence number it
/// has reached catches up after any interruption.
///
/// One process writes at a time (`WriterLock`); any number read beside it, each read seeing one committed state.
/// A committed transaction outlasts a power failure (WAL with `synchronous = FULL`): the index may only run behind the
/// catalog, never ahead.
public final class Catalog: Sendable {
    /// How a catalog is opened.
    public enum Mode: Sendable {
        /// For searching; the catalog must exist. Allowed while another process writes.
        case readOnly
        /// For indexing; makes the folder and the catalog where they are missing and takes the writer's lock.
        case readWrite
    }

    /// Path of the database file.
    public let file: String
    /// How the catalog was opened.
    public let mode: Mode
    let pool: DatabasePool
    private let lock: WriterLock?

    /// Name of the catalog's file in an index folder.
    public static let fileName = "catalog.sqlite"

    /// Opens the catalog in an index folder.
    ///
    /// - Parameters:
    ///   - directory: The index folder.
    ///   - mode: Reading or writing.
    ///   - lock: The writer's lock on `directory`, when the caller already holds it; otherwise taken here.
    /// - Throws: `CatalogError`: `.notFound`, `.notACatalog`, `.corrupt`, `.newerVersion`, `.olderVersion` (reading),
    ///   `.locked` (writing), `.permission`, `.diskFull`, `.busy`.
    public init(directory: String, mode: Mode, lock: WriterLock? = nil) throws(CatalogError) {
        let file = directory + "/" + Catalog.fileName
        self.file = file
        self.mode = mode
        switch mode {
        case .readOnly:
            self.lock = nil
            guard FileManager.default.fileExists(atPath: file) else { throw .notFound(file: file) }
        case .readWrite:
            do {
                try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
            } catch {
                throw .permission(file: directory, detail: error.localizedDescription)
            }
            self.lock = if let lock { lock } else { try WriterLock(directory: directory) }
        }
        pool = try catching(file) { try Catalog.open(file, mode: mode) }
    }

    private static func open(_ file: String, mode: Mode) throws -> DatabasePool {
        var configuration = Configuration()
        configuration.readonly = mode == .readOnly
        configuration.busyMode = .timeout(5)
        configuration.prepareDatabase { database in
            try database.execute(sql: "PRAGMA cache_size = -32768")
            guard mode == .readWrite else { return }
            // SQLite removes the log and the shared memory with the last writer, and a reader that may not write to
            // the folder cannot make them again. They stay; the log is emptied.
            var keep: CInt = 1
            sqlite3_file_control(database.sqliteConnection, nil, SQLITE_FCNTL_PERSIST_WAL, &keep)
            _ = try Int.fetchOne(database, sql: "PRAGMA journal_size_limit = 67108864")
        }
        let pool = try DatabasePool(path: file, configuration: configuration)
        let mustMigrate = try pool.read { try CatalogSchema.examine($0, file: file) }
        if mustMigrate {
            guard mode == .readWrite else {
                let found = try pool.read { try Int.fetchOne($0, sql: "PRAGMA user_version") ?? 0 }
                throw found == 0
                    ? CatalogError.notFound(file: file)
                    : CatalogError.olderVersion(file: file, found: found, supported: CatalogSchema.version)
            }
            try CatalogSchema.migrator.migrate(pool)
        }
        if mode == .readWrite {
            try pool.writeWithoutTransaction { database in
                // GRDB's pool chooses NORMAL, which may lose the last transactions in a power failure.
                try database.execute(sql: "PRAGMA synchronous = FULL")
                // 64 MiB instead of 4: a batch of provisions would otherwise be copied into the database file, and
                // synced, at each commit.
                _ = try Int.fetchOne(database, sql: "PRAGMA wal_autocheckpoint = 16384")
            }
        }
        return pool
    }

    /// Runs `body` in one transaction: all it does is kept, or, when it throws, nothing.
    ///
    /// The session is only good inside `body`. Numbers of provisions it hands out are void when `body` throws, and may
    /// be handed out again. `body` must not call `write` again; what it reads through the catalog instead of the
    /// session is the state before.
    ///
    /// - Parameter author: Under which name the events of the transaction are recorded.
    /// - Throws: What `body` throws; `CatalogError` when the catalog was opened for reading or cannot be written.
    @discardableResult
    public func write<T>(
        by author: String = EventAuthor.name(), _ body: (CatalogSession) throws -> T
    ) throws -> T {
        guard mode == .readWrite else { throw CatalogError.openedForReading(file: file) }
        do {
            return try pool.write { database in
                let session = CatalogSession(database: database, file: file, author: author)
                let result = try body(session)
                try session.flush()
                try session.recordUnfinished()
                return result
            }
        } catch let error as DatabaseError {
            throw CatalogError(error, file: file)
        }
    }

    /// Runs `body` on one committed state of the catalog.
    func read<T>(_ body: (Database) throws -> T) throws(CatalogError) -> T {
        try catching(file) { try pool.read(body) }
    }

    /// Moves what the write-ahead log holds into the database file and empties the log; worth it after a large
    /// batch. Readers that are in the middle of a read make it do less, not fail.
    ///
    /// - Throws: `CatalogError` when the disk is full or fails.
    public func checkpoint() throws(CatalogError) {
        guard mode == .readWrite else { throw .openedForReading(file: file) }
        do {
            try pool.writeWithoutTransaction { _ = try $0.checkpoint(.truncate) }
        } catch let error as DatabaseError where error.resultCode == .SQLITE_BUSY {
            return
        } catch {
            throw CatalogError(error, file: file)
        }
    }
}

/// Runs `body` and gives whatever it throws as a `CatalogError` about `file`.
func catching<T>(_ file: String, _ body: () throws -> T) throws(CatalogError) -> T {
    do {
        return try body()
    } catch {
        throw CatalogError(error, file: file)
    }
}
