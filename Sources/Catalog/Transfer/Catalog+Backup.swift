import Foundation
import GRDB

extension Catalog {
    /// Copies the database, as one committed state, to a new file, by SQLite's online backup: a writer may be at work.
    ///
    /// - Parameter file: path of the copy, which must not exist.
    /// - Throws: `CatalogError` when either file cannot be read or written; then the copy is removed.
    public func copy(to file: String) throws(CatalogError) {
        guard !FileManager.default.fileExists(atPath: file) else {
            throw .failed(file: file, detail: "there is a file already. Name another")
        }
        do throws(CatalogError) {
            try catching(file) {
                let copy = try DatabaseQueue(path: file)
                try pool.backup(to: copy)
                try copy.close()
                let descriptor = open(file, O_RDONLY | O_CLOEXEC)
                defer { if descriptor >= 0 { close(descriptor) } }
                guard descriptor >= 0, fsync(descriptor) == 0 else {
                    throw CatalogError.failed(file: file, detail: String(cString: strerror(errno)))
                }
            }
        } catch {
            for suffix in ["", "-wal", "-shm", "-journal"] {
                try? FileManager.default.removeItem(atPath: file + suffix)
            }
            throw error
        }
    }
}
