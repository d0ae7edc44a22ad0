import CLibZip
import Foundation

/// Writes a ZIP archive of a few parts, by libzip.
enum ZipFile {
    /// Writes the parts in their order; what was at `path` is replaced in one step, or stays as it was.
    ///
    /// - Throws: `Failure.output` when it cannot be written.
    static func write(_ parts: [(name: String, text: String)], to path: String) throws {
        var code: Int32 = 0
        guard let archive = zip_open(path, ZIP_CREATE | ZIP_TRUNCATE, &code) else {
            throw Failure.output("\(path): cannot be written (libzip error \(code)); check the folder and its rights")
        }
        // libzip reads the parts when the archive is closed: they have to stay where they are until then.
        var kept: [NSData] = []
        for part in parts {
            let bytes = NSData(data: Data(part.text.utf8))
            kept.append(bytes)
            guard let source = zip_source_buffer(archive, bytes.bytes, zip_uint64_t(bytes.length), 0) else {
                zip_discard(archive)
                throw Failure.output("\(path): \(part.name) cannot be added")
            }
            let index = zip_file_add(archive, part.name, source, zip_flags_t(ZIP_FL_ENC_UTF_8))
            guard index >= 0 else {
                zip_source_free(source)
                zip_discard(archive)
                throw Failure.output("\(path): \(part.name) cannot be added")
            }
            // The same parts give the same file.
            zip_file_set_mtime(archive, zip_uint64_t(index), 315_619_200, 0)
        }
        let isWritten = withExtendedLifetime(kept) { zip_close(archive) == 0 }
        guard isWritten else {
            zip_discard(archive)
            throw Failure.output("\(path): cannot be written; check the folder, its rights and the room on the disk")
        }
    }
}
