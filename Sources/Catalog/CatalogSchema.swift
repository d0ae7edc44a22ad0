import GRDB

/// Tables of the catalog and how older ones are brought up to date.
enum CatalogSchema {
    /// Version of the tables this program writes; stored as SQLite's `user_version`.
    static let version = 1

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
