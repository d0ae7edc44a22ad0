import Foundation
import GRDB
public import Legislation

/// Writes a whole catalog as a folder of JSON Lines, in the form that `docs/export.md` describes.
///
/// What is written is one committed state, also while another process writes to the catalog.
public struct CatalogExport {
    /// A law as a file of another format, beside the lines.
    public struct LawFile {
        /// Name of the file in the folder `laws`, without white space and slashes.
        public var name: String
        /// Its bytes.
        public var content: [UInt8]

        /// A file `name` with `content`.
        public init(name: String, content: [UInt8]) {
            self.name = name
            self.content = content
        }
    }

    /// Turns a law into a file of another format, as Akoma Ntoso; nil for none.
    public typealias LawWriter = (LawRecord, [Provision]) throws -> LawFile?

    private let catalog: Catalog
    private let lawWriter: LawWriter?

    /// An export of `catalog`; `lawWriter` makes a further file of each law.
    public init(of catalog: Catalog, lawWriter: LawWriter? = nil) {
        self.catalog = catalog
        self.lawWriter = lawWriter
    }

    /// Writes the folder, which must not be there yet or be empty. It has its name only once all of it is written.
    ///
    /// - Throws: ``TransferError`` when the folder is not empty or cannot be written; `CatalogError`; what the law writer
    ///   throws.
    @discardableResult
    public func write(to folder: String) throws -> TransferManifest {
        let staging = try StagedFolder(for: folder)
        let manifest = try writeFiles(to: staging.path)
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        try write(encoder.encode(manifest) + [0x0A], to: staging.path + "/" + TransferManifest.fileName)
        try staging.publish()
        return manifest
    }

    private func write(_ content: Data, to file: String) throws {
        do {
            let url = URL(fileURLWithPath: file)
            try FileManager.default.createDirectory(
                at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
            try content.write(to: url)
        } catch {
            throw TransferError.unwritable(file, error)
        }
    }

    private func writeFiles(to folder: String) throws -> TransferManifest {
        var files: [TransferManifest.File] = []
        var head = (sequence: Int64(0), hash: SHA256Digest.zero)
        try catalog.reading { database in
            files.append(try sources(database, folder))
            files.append(try laws(database, folder))
            files.append(try provisions(database, folder))
            files.append(try events(database, folder))
            if let lawWriter { files += try lawFiles(database, folder, lawWriter) }
            head = try EventLog(database: database, file: catalog.file).head()
        }
        return TransferManifest(
            format: TransferManifest.formatName, version: TransferManifest.formatVersion,
            created: EventLog.text(of: Date()), lastEvent: head.sequence, recordHash: head.hash.description,
            files: files)
    }

    private func sources(_ database: Database, _ folder: String) throws -> TransferManifest.File {
        let writer = try LineWriter(folder: folder, name: "sources.jsonl")
        let rows = try Row.fetchCursor(database, sql: SourceFile.selection + " ORDER BY id")
        while let row = try rows.next() {
            let source = try SourceFile(row: row)
            var skipped: String?
            if case .skipped(let reason) = source.outcome { skipped = reason }
            try writer.write(
                TransferRecord.Source(
                    id: source.id, path: source.path, checksum: source.identity.checksum, size: source.identity.size,
                    modified: source.identity.modified, skipped: skipped, laws: source.laws,
                    provisions: source.provisions, indexedAt: source.indexedAt, complete: source.isComplete))
        }
        return try writer.finish()
    }

    private func laws(_ database: Database, _ folder: String) throws -> TransferManifest.File {
        let writer = try LineWriter(folder: folder, name: "laws.jsonl")
        let owner = try database.makeStatement(
            sql: """
                SELECT law.source_id, law_digest.digest FROM law JOIN law_digest ON law_digest.law_id = law.id
                WHERE law.id = ?
                """)
        let rows = try Row.fetchCursor(database, sql: LawRecord.selection + " ORDER BY law.id")
        while let row = try rows.next() {
            let law = try LawRecord(row: row, file: catalog.file)
            guard let known = try Row.fetchOne(owner, arguments: [law.id]) else {
                throw CatalogError.corrupt(file: catalog.file, detail: "\(law.expression) has no digest")
            }
            try writer.write(
                TransferRecord.LawLine(
                    id: law.id, source: try known.decode(atIndex: 0), ordinal: law.ordinal, expression: law.expression,
                    law: law.law, detectedLanguage: law.detectedLanguage?.description,
                    provisions: law.provisionCount, withdrawnAt: law.withdrawnAt,
                    digest: try known.decode(atIndex: 1)))
        }
        return try writer.finish()
    }

    private func provisions(_ database: Database, _ folder: String) throws -> TransferManifest.File {
        let writer = try LineWriter(folder: folder, name: "provisions.jsonl")
        var decoder = ProvisionDecoder(database: database, file: catalog.file)
        let rows = try Row.fetchCursor(
            database, sql: "SELECT \(ProvisionDecoder.columns) FROM provision ORDER BY id")
        while let row = try rows.next() {
            let record = try decoder.record(row)
            try writer.write(
                TransferRecord.ProvisionLine(
                    id: record.id, law: record.law.id, ordinal: record.ordinal, provision: record.provision))
        }
        return try writer.finish()
    }

    private func events(_ database: Database, _ folder: String) throws -> TransferManifest.File {
        let writer = try LineWriter(folder: folder, name: "events.jsonl")
        let rows = try Row.fetchCursor(database, sql: Event.selection + " ORDER BY seq")
        while let row = try rows.next() {
            try writer.write(EventLine(try Event(row: row, file: catalog.file)))
        }
        return try writer.finish()
    }

    private func lawFiles(
        _ database: Database, _ folder: String, _ make: LawWriter
    ) throws -> [TransferManifest.File] {
        var files: [TransferManifest.File] = []
        var decoder = ProvisionDecoder(database: database, file: catalog.file)
        let statement = try database.makeStatement(sql: ProvisionDecoder.ofLaw)
        let rows = try Row.fetchCursor(database, sql: LawRecord.selection + " ORDER BY law.id")
        while let row = try rows.next() {
            let law = try LawRecord(row: row, file: catalog.file)
            let provisions = try Row.fetchAll(statement, arguments: [law.id]).map { try decoder.record($0).provision }
            guard let file = try make(law, provisions) else { continue }
            let name = "laws/" + file.name
            try write(Data(file.content), to: folder + "/" + name)
            var hasher = SHA256Hasher()
            file.content.withUnsafeBytes { hasher.update($0) }
            files.append(
                TransferManifest.File(
                    name: name, lines: 0, bytes: file.content.count, sha256: hasher.finish().description))
        }
        return files
    }
}
