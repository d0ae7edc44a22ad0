import Foundation
import GRDB
import Legislation

/// Makes a catalog from an exported folder: the same laws, provisions, files and events under the same numbers.
///
/// Checksums are compared first, then every line is read; nothing is kept unless all of it is right.
public struct CatalogImport {
    private let folder: String

    /// An import of the folder that ``CatalogExport`` wrote.
    public init(from folder: String) { self.folder = folder }

    /// Makes the catalog in `directory`, which must hold none.
    ///
    /// - Throws: ``TransferError`` naming the file and line that is wrong; `CatalogError` when the catalog cannot be
    ///   written. What was made of the catalog by then is for the caller to remove; see ``StagedFolder``.
    public func make(in directory: String) throws {
        let manifest = try readManifest()
        for file in manifest.files { try compare(file) }
        let catalog = try Catalog(directory: directory, mode: .readWrite)
        guard try catalog.counts().sourcesIndexed == 0, try catalog.recordHead().sequence == 0 else {
            throw TransferError(
                file: directory, message: "a catalog is here already", mend: "import into an empty folder")
        }
        try catalog.write { session in
            var rows = ImportedRows(database: session.database, folder: folder)
            try rows.run()
        }
        let head = try catalog.recordHead()
        guard head.sequence == manifest.lastEvent, head.hash.description == manifest.recordHash else {
            throw TransferError(
                file: path("events.jsonl"), message: "the record does not end as \(TransferManifest.fileName) says",
                mend: "export the database again")
        }
        let check = try catalog.verify(deep: true)
        if let problem = check.problems.first {
            throw TransferError(
                file: folder, message: "its parts do not agree: \(problem)", mend: "export the database again")
        }
        try catalog.checkpoint()
    }

    private func path(_ name: String) -> String { folder + "/" + name }

    /// The manifest, when it is one that this program reads and names all files.
    private func readManifest() throws -> TransferManifest {
        let path = path(TransferManifest.fileName)
        guard let data = FileManager.default.contents(atPath: path) else {
            throw TransferError(
                file: path, message: "it is missing or cannot be opened",
                mend: "name a folder that 'concord export' wrote")
        }
        struct Head: Decodable {
            var format: String
            var version: Int
        }
        let again = "copy the whole export again"
        guard let head = try? JSONDecoder().decode(Head.self, from: data), head.format == TransferManifest.formatName
        else { throw TransferError(file: path, message: "it is not the manifest of an export", mend: again) }
        guard head.version == TransferManifest.formatVersion else {
            throw TransferError(
                file: path,
                message: "version \(head.version) of the format; this program reads \(TransferManifest.formatVersion)",
                mend: "use the version of Concord that wrote it, or a newer one")
        }
        guard let manifest = try? JSONDecoder().decode(TransferManifest.self, from: data) else {
            throw TransferError(file: path, message: "it is damaged", mend: again)
        }
        for name in TransferManifest.fileNames where !manifest.files.contains(where: { $0.name == name }) {
            throw TransferError(file: path, message: "it does not name \(name)", mend: again)
        }
        for file in manifest.files where file.name.hasPrefix("/") || file.name.split(separator: "/").contains("..") {
            throw TransferError(file: path, message: "it names a file outside the folder: \(file.name)", mend: again)
        }
        return manifest
    }

    private func compare(_ file: TransferManifest.File) throws {
        let path = path(file.name)
        let again = "copy the file again from where it was exported"
        guard let handle = FileHandle(forReadingAtPath: path) else {
            throw TransferError(file: path, message: "it is missing or cannot be opened", mend: again)
        }
        defer { try? handle.close() }
        var hasher = SHA256Hasher()
        var bytes = 0
        var lines = 0
        while let piece = try handle.read(upToCount: 1 << 20), !piece.isEmpty {
            piece.withUnsafeBytes { raw in
                hasher.update(raw)
                for byte in raw where byte == 0x0A { lines += 1 }
            }
            bytes += piece.count
        }
        guard bytes == file.bytes else {
            throw TransferError(
                file: path, message: "it has \(bytes) bytes, the manifest says \(file.bytes)", mend: again)
        }
        guard hasher.finish().description == file.sha256 else {
            throw TransferError(file: path, message: "its SHA-256 is not the one in the manifest", mend: again)
        }
        guard TransferManifest.fileNames.contains(file.name) == false || lines == file.lines else {
            throw TransferError(
                file: path, message: "it has \(lines) lines, the manifest says \(file.lines)", mend: again)
        }
    }
}
