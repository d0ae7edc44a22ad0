import GRDB

/// What can go wrong between the program and its record of truth. Each names the file and says how to mend it.
public enum CatalogError: Error, Sendable, Equatable, CustomStringConvertible {
    /// Opened for reading, but no catalog is there.
    case notFound(file: String)
    /// The file is an SQLite database of some other program.
    case notACatalog(file: String)
    /// The bytes of the file, or what they say, contradict themselves.
    case corrupt(file: String, detail: String)
    /// A later version of this program wrote the file; `found` and `supported` are schema versions.
    case newerVersion(file: String, found: Int, supported: Int)
    /// An earlier version wrote the file and it is opened for reading only, so it cannot be brought up to date.
    case olderVersion(file: String, found: Int, supported: Int)
    /// Another process holds the writer's lock; `holder` is its process id where it could be read.
    case locked(file: String, holder: Int32?)
    /// Another connection kept the database to itself for longer than was waited.
    case busy(file: String)
    /// No room on the disk, or the database reached its page limit. Nothing of the transaction was kept.
    case diskFull(file: String)
    /// The operating system refuses access.
    case permission(file: String, detail: String)
    /// A write was asked of a catalog that was opened for reading.
    case openedForReading(file: String)
    /// Two provisions of one law carry the same eId.
    case duplicateProvision(law: String, eId: String)
    /// A text cannot be stored; `place` names the law or provision, `detail` the reason.
    case unstorable(place: String, detail: String)
    /// A law or source file that the catalog does not hold was named as the owner of what is to be stored.
    case unknownRecord(kind: String, id: Int64)
    /// Anything else that SQLite or the file system reports.
    case failed(file: String, detail: String)

    /// What happened, where, and how to mend it, in one or two sentences.
    public var description: String {
        switch self {
        case .notFound(let file):
            "\(file): there is no catalog here. Index some laws first: concord index PATH --index FOLDER"
        case .notACatalog(let file):
            "\(file): an SQLite database, but not a Concord catalog. Name another folder with --index"
        case .corrupt(let file, let detail):
            "\(file): the catalog is damaged (\(detail)). Restore it from a backup, or delete the index folder and "
                + "index the sources again"
        case .newerVersion(let file, let found, let supported):
            "\(file): made by a newer version of Concord (schema \(found); this one knows up to \(supported)). "
                + "Update Concord, or index the sources again into another folder"
        case .olderVersion(let file, let found, let supported):
            "\(file): made by an older version of Concord (schema \(found), now \(supported)). Open it once for "
                + "writing: concord reindex --index FOLDER"
        case .locked(let file, let holder):
            "\(file): \(holder.map { "process \($0)" } ?? "another process") is writing to this index. Wait until it "
                + "ends, or stop it"
        case .busy(let file):
            "\(file): another process keeps the catalog busy. Try again when it has ended"
        case .diskFull(let file):
            "\(file): no room left on the disk. Nothing of the last step was kept; make room and run it again"
        case .permission(let file, let detail):
            "\(file): access is refused (\(detail)). Give this user the right to read and write the index folder"
        case .openedForReading(let file):
            "\(file): the catalog was opened for reading. Open it for writing"
        case .duplicateProvision(let law, let eId):
            "\(law): two provisions carry the eId \(eId). Give each provision of a law its own eId"
        case .unstorable(let place, let detail):
            "\(place): cannot be stored: \(detail)"
        case .unknownRecord(let kind, let id):
            "the catalog holds no \(kind) with number \(id). Record it before what belongs to it"
        case .failed(let file, let detail):
            "\(file): \(detail)"
        }
    }

    /// Tells what an error thrown while the catalog at `file` was used means. Keeps a `CatalogError` as it is.
    init(_ error: any Error, file: String) {
        if let error = error as? CatalogError {
            self = error
            return
        }
        if let error = error as? RowDecodingError {
            // A column held what its table does not allow: the bytes were changed by something else.
            self = .corrupt(file: file, detail: String(describing: error))
            return
        }
        guard let error = error as? DatabaseError else {
            self = .failed(file: file, detail: String(describing: error))
            return
        }
        let detail = error.message ?? error.resultCode.description
        switch error.resultCode {
        case .SQLITE_CORRUPT, .SQLITE_NOTADB: self = .corrupt(file: file, detail: detail)
        case .SQLITE_FULL: self = .diskFull(file: file)
        case .SQLITE_BUSY, .SQLITE_LOCKED: self = .busy(file: file)
        case .SQLITE_PERM, .SQLITE_AUTH, .SQLITE_READONLY, .SQLITE_CANTOPEN:
            self = .permission(file: file, detail: detail)
        default: self = .failed(file: file, detail: "\(detail) (SQLite code \(error.extendedResultCode.rawValue))")
        }
    }
}
