import Foundation
import GRDB
import Legislation

/// Puts the lines of an export into the tables of an empty catalog, within one transaction.
struct ImportedRows {
    private struct ReadLaw {
        var record: TransferRecord.LawLine
        var line: Int
        var digests: [UInt8] = []
        var count = 0
    }

    private let database: Database
    private let folder: String
    private var laws: [Int64: ReadLaw] = [:]
    private var paths = PathColumn()

    init(database: Database, folder: String) {
        self.database = database
        self.folder = folder
    }

    mutating func run() throws {
        try readSources()
        try readLaws()
        try readProvisions()
        try storeDigests()
        try readEvents()
    }

    private func readSources() throws {
        let reader = try LineReader(path: folder + "/sources.jsonl")
        let statement = try database.makeStatement(
            sql: """
                INSERT INTO source_file (id, path, checksum, size, modified, skipped, laws, provisions, indexed_at, complete)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
        while let source = try reader.next(TransferRecord.Source.self) {
            guard source.id > 0 else { throw reader.fault("a number below 1") }
            try storing(reader, [source.path, source.checksum, source.skipped]) {
                try statement.execute(arguments: [
                    source.id, source.path, source.checksum, source.size, source.modified, source.skipped, source.laws,
                    source.provisions, source.indexedAt, source.complete,
                ])
            }
        }
    }

    private mutating func readLaws() throws {
        let reader = try LineReader(path: folder + "/laws.jsonl")
        let statement = try database.makeStatement(
            sql: """
                INSERT INTO law (id, source_id, ordinal, expression, work, jurisdiction, language, detected_language, title,
                    number, kind, enacted, in_force, version, status, source_url, authenticity, provisions, withdrawn_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
        while let line = try reader.next(TransferRecord.LawLine.self) {
            let law = line.law
            guard line.id > 0 else { throw reader.fault("a number below 1") }
            guard line.expression == law.expression else {
                throw reader.fault("the expression is not the one that work, language and version give")
            }
            if let tag = line.detectedLanguage, (try? LanguageTag(tag)) == nil {
                throw reader.fault("detectedLanguage is no language tag")
            }
            try storing(
                reader,
                [
                    law.work, law.title, law.number, law.kind, law.enacted, law.inForce, law.version, law.sourceURL,
                ]
            ) {
                try statement.execute(arguments: [
                    line.id, line.source, line.ordinal, line.expression, law.work, law.jurisdiction.code,
                    law.language.description, line.detectedLanguage, law.title, law.number, law.kind, law.enacted,
                    law.inForce, law.version, law.status.rawValue, law.sourceURL, law.authenticity.rawValue,
                    line.provisions, line.withdrawnAt,
                ])
            }
            laws[line.id] = ReadLaw(record: line, line: reader.line)
        }
    }

    private mutating func readProvisions() throws {
        let reader = try LineReader(path: folder + "/provisions.jsonl")
        let statement = try database.makeStatement(
            sql: """
                INSERT INTO provision (id, law_id, ordinal, eid, kind, number, heading, path, external_id,
                    obligation_tags, text)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
        var run: Range<Int64>?
        while let line = try reader.next(TransferRecord.ProvisionLine.self) {
            guard line.id > (run?.upperBound ?? 1) - 1, line.id < .max else {
                throw reader.fault("its number is not greater than that of the line before")
            }
            guard laws[line.law] != nil else { throw reader.fault("there is no law with number \(line.law)") }
            guard laws[line.law]?.count == line.ordinal else {
                throw reader.fault("its ordinal is \(line.ordinal), \(laws[line.law]?.count ?? 0) should follow")
            }
            let provision = line.provision
            let path = try paths.encode(provision.path)
            let tags = try TagsColumn.encode(provision.obligationTags)
            try storing(
                reader,
                [provision.text, provision.eId, provision.number, provision.heading, provision.externalID]
            ) {
                try statement.execute(arguments: [
                    line.id, line.law, line.ordinal, provision.eId, provision.kind.rawValue, provision.number,
                    provision.heading, path, provision.externalID, tags, provision.text,
                ])
            }
            laws[line.law]?.count += 1
            laws[line.law]?.digests += LawDigest.of(provision).bytes
            if let open = run, open.upperBound == line.id {
                run = open.lowerBound..<line.id + 1
            } else {
                try log(run)
                run = line.id..<line.id + 1
            }
        }
        try log(run)
    }

    /// An entry of the change log, by which the index follows.
    private func log(_ run: Range<Int64>?) throws {
        guard let run else { return }
        try database.execute(
            sql: "INSERT INTO change (kind, first_provision_id, last_provision_id) VALUES ('insert', ?, ?)",
            arguments: [run.lowerBound, run.upperBound - 1])
    }

    private func storeDigests() throws {
        let path = folder + "/laws.jsonl"
        for (id, law) in laws.sorted(by: { $0.key < $1.key }) {
            guard
                let row = try Row.fetchOne(
                    database, sql: LawRecord.selection + " WHERE law.id = ?", arguments: [id])
            else {
                throw TransferError(
                    file: path, line: law.line, message: "there is no source with number \(law.record.source)",
                    mend: "export the database again")
            }
            let digest = LawDigest(try LawRecord(row: row, file: path), provisions: law.digests)
            guard digest.digest.description == law.record.digest, law.count == law.record.provisions else {
                throw TransferError(
                    file: path, line: law.line,
                    message: "the law and its \(law.count) provisions are not those that were exported",
                    mend: "restore the lines, or export the database again")
            }
            try digest.store(ofLaw: id, in: database)
        }
    }

    private func readEvents() throws {
        let reader = try LineReader(path: folder + "/events.jsonl")
        let log = EventLog(database: database, file: reader.path)
        var previous = SHA256Digest.zero
        var sequence: Int64 = 1
        while let line = try reader.next(EventLine.self) {
            guard let event = line.event, event.sequence == sequence, event.previous == previous,
                event.computedHash == event.hash
            else {
                throw reader.fault("the event was changed, or does not follow the one before: its hash does not fit")
            }
            try storing(
                reader, [line.who, line.kind, line.subject, line.why, line.source, line.checksum, line.detail]
            ) { try log.insert(event) }
            previous = event.hash
            sequence += 1
        }
    }

    /// Runs `body`; what the database refuses is the fault of the line that was read last.
    private func storing(_ reader: LineReader, _ texts: [String?], _ body: () throws -> Void) throws {
        for case let text? in texts where text.utf8.contains(0) || text.utf8.count > CatalogSession.textLimit {
            throw reader.fault("a text holds U+0000 or is longer than can be stored")
        }
        do {
            try body()
        } catch let error as DatabaseError where error.resultCode == .SQLITE_CONSTRAINT {
            throw reader.fault("it contradicts another line or itself: \(error.message ?? "constraint")")
        }
    }
}
