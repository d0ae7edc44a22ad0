import GRDB
import Legislation

/// Tables of the catalog and how older ones are brought up to date.
enum CatalogSchema {
    /// Version of the tables this program writes; stored as SQLite's `user_version`.
    static let version = 2

    /// "CNCD" in ASCII; stored as SQLite's `application_id`, so that another program's database is not taken for one.
    static let applicationID = 0x434E_4344

    /// One migration for each version; migration n brings a file from version n - 1 to n.
    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1") { database in
            try database.execute(sql: tables)
            try database.execute(sql: "PRAGMA application_id = \(applicationID)")
            try database.execute(sql: "PRAGMA user_version = 1")
        }
        migrator.registerMigration("2") { database in
            try database.execute(sql: record)
            for (_, sql) in recordTriggers { try database.execute(sql: sql) }
            try recordWhatIsThere(database)
            try database.execute(sql: "PRAGMA user_version = 2")
        }
        return migrator
    }

    /// AUTOINCREMENT: the derived index knows a provision by its number, so a number is never given twice.
    /// The change log holds ranges of numbers: a batch of any size costs one row.
    private static let tables = """
        CREATE TABLE source_file (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            path TEXT NOT NULL UNIQUE,
            checksum TEXT NOT NULL,
            size INTEGER NOT NULL,
            modified INTEGER NOT NULL,
            skipped TEXT,
            laws INTEGER NOT NULL DEFAULT 0,
            provisions INTEGER NOT NULL DEFAULT 0,
            indexed_at INTEGER NOT NULL,
            complete INTEGER NOT NULL DEFAULT 0 CHECK (complete IN (0, 1))
        ) STRICT;
        CREATE TABLE law (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            source_id INTEGER NOT NULL REFERENCES source_file(id),
            ordinal INTEGER NOT NULL,
            expression TEXT NOT NULL UNIQUE,
            work TEXT NOT NULL,
            jurisdiction TEXT NOT NULL,
            language TEXT NOT NULL,
            detected_language TEXT,
            title TEXT NOT NULL,
            number TEXT,
            kind TEXT,
            enacted TEXT,
            in_force TEXT,
            version TEXT,
            status TEXT NOT NULL,
            source_url TEXT,
            authenticity TEXT NOT NULL,
            provisions INTEGER NOT NULL DEFAULT 0
        ) STRICT;
        CREATE INDEX law_work ON law(work);
        CREATE INDEX law_source ON law(source_id);
        CREATE TABLE provision (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            law_id INTEGER NOT NULL REFERENCES law(id),
            ordinal INTEGER NOT NULL,
            eid TEXT NOT NULL,
            kind TEXT NOT NULL,
            number TEXT,
            heading TEXT,
            path TEXT,
            external_id TEXT,
            obligation_tags TEXT,
            text TEXT NOT NULL,
            UNIQUE (law_id, eid)
        ) STRICT;
        CREATE INDEX provision_external ON provision(external_id) WHERE external_id IS NOT NULL;
        CREATE TABLE change (
            seq INTEGER PRIMARY KEY AUTOINCREMENT,
            kind TEXT NOT NULL CHECK (kind IN ('insert', 'delete')),
            first_provision_id INTEGER NOT NULL,
            last_provision_id INTEGER NOT NULL,
            CHECK (first_provision_id <= last_provision_id)
        ) STRICT;
        """

    /// The record of events, the digests of laws that it names, and which laws were withdrawn. `INSERT OR REPLACE`
    /// deletes without asking the trigger against deleting; that numbers must follow each other stops it.
    private static let record = """
        CREATE TABLE event (
            seq INTEGER PRIMARY KEY,
            time TEXT NOT NULL,
            who TEXT NOT NULL,
            kind TEXT NOT NULL,
            subject TEXT NOT NULL,
            why TEXT,
            source TEXT,
            checksum TEXT,
            detail TEXT CHECK (detail IS NULL OR json_valid(detail)),
            previous TEXT NOT NULL,
            hash TEXT NOT NULL
        ) STRICT;
        CREATE INDEX event_subject ON event(subject, source);
        CREATE TABLE event_head (
            id INTEGER PRIMARY KEY CHECK (id = 1),
            seq INTEGER NOT NULL,
            hash TEXT NOT NULL
        ) STRICT;
        INSERT INTO event_head (id, seq, hash) VALUES (1, 0, '\(SHA256Digest.zero)');
        CREATE TABLE law_digest (
            law_id INTEGER PRIMARY KEY REFERENCES law(id),
            digest TEXT NOT NULL,
            provisions BLOB NOT NULL
        ) STRICT;
        ALTER TABLE law ADD COLUMN withdrawn_at INTEGER;
        CREATE INDEX law_withdrawn ON law(withdrawn_at) WHERE withdrawn_at IS NOT NULL;
        DROP INDEX law_work;
        CREATE INDEX law_versions ON law(work, language);
        """

    /// Triggers that keep the record as it is, by name.
    static let recordTriggers: [(name: String, sql: String)] = [
        (
            "event_is_not_changed",
            "CREATE TRIGGER event_is_not_changed BEFORE UPDATE ON event "
                + "BEGIN SELECT RAISE(ABORT, 'events are never changed'); END"
        ),
        (
            "event_is_not_deleted",
            "CREATE TRIGGER event_is_not_deleted BEFORE DELETE ON event "
                + "BEGIN SELECT RAISE(ABORT, 'events are never deleted'); END"
        ),
        (
            "event_follows",
            "CREATE TRIGGER event_follows BEFORE INSERT ON event "
                + "WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM event) "
                + "BEGIN SELECT RAISE(ABORT, 'events follow each other'); END"
        ),
    ]

    /// Gives the laws of a catalog that had no record their digests and their first events.
    private static func recordWhatIsThere(_ database: Database) throws {
        let file = Catalog.fileName
        let laws = try Row.fetchAll(database, sql: LawRecord.selection + " ORDER BY law.id")
            .map { try LawRecord(row: $0, file: file) }
        guard !laws.isEmpty else { return }
        let log = EventLog(database: database, file: file)
        let who = EventAuthor.name()
        try log.append(
            EventDraft(
                .catalogMigrated, subject: "catalog", why: "a record of events was begun",
                detail: "{\"laws\":\(laws.count)}"), by: who)
        var decoder = ProvisionDecoder(database: database, file: file)
        let statement = try database.makeStatement(sql: ProvisionDecoder.ofLaw)
        for law in laws {
            var provisions: [UInt8] = []
            let rows = try Row.fetchCursor(statement, arguments: [law.id])
            while let row = try rows.next() { provisions += LawDigest.of(try decoder.record(row).provision).bytes }
            let digest = LawDigest(law, provisions: provisions)
            try digest.store(ofLaw: law.id, in: database)
            try log.append(
                EventDraft(
                    .lawAdded, subject: law.expression, why: "it was in the catalog before the record was begun",
                    source: law.sourcePath, checksum: law.sourceChecksum,
                    detail: LawDigest.detail(digest.digest, provisions: law.provisionCount)), by: who)
        }
    }

    /// Checks what an open database is before anything is read from it.
    ///
    /// - Returns: true when it must be migrated (new or older file).
    /// - Throws: `CatalogError` for a stranger's database or one of a newer version.
    static func examine(_ database: Database, file: String) throws -> Bool {
        let found = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
        let owner = try Int.fetchOne(database, sql: "PRAGMA application_id") ?? 0
        // GRDB makes its list of migrations in a transaction of its own. A program that was stopped right after it, or
        // found the disk full, has begun a catalog; it is no stranger's.
        let tables =
            try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_master WHERE tbl_name <> 'grdb_migrations'")
            ?? 0
        if tables == 0, found == 0 { return true }
        guard owner == applicationID else { throw CatalogError.notACatalog(file: file) }
        guard found <= version, try !migrator.hasBeenSuperseded(database) else {
            throw CatalogError.newerVersion(file: file, found: found, supported: version)
        }
        return try found < version || !migrator.hasCompletedMigrations(database)
    }
}
