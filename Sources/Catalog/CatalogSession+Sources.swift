import Foundation
import GRDB

extension CatalogSession {
    /// Begins with a file: tells whether it is known, and clears away its former state if it is not known as it is.
    ///
    /// The former state goes and the new one comes in the same transaction when `finishSource` is called in it too.
    ///
    /// - Parameters:
    ///   - identity: Path and present state of the file.
    ///   - force: Read the file again even if it is unchanged.
    /// - Throws: `CatalogError`: `.unstorable`, or what SQLite reports.
    public func beginSource(
        _ identity: SourceFile.Identity, force: Bool = false
    ) throws(CatalogError) -> SourceState {
        try checkStorable(identity.path, place: identity.path)
        try checkStorable(identity.checksum, place: identity.path)
        let now = Int64(Date().timeIntervalSince1970)
        guard let known = try sourceFile(path: identity.path) else {
            try run(
                "INSERT INTO source_file (path, checksum, size, modified, indexed_at) VALUES (?, ?, ?, ?, ?)",
                [identity.path, identity.checksum, identity.size, identity.modified, now])
            return .begun(id: database.lastInsertedRowID, removed: [])
        }
        if known.isComplete, known.identity.checksum == identity.checksum, !force {
            if known.identity != identity {
                try run(
                    "UPDATE source_file SET size = ?, modified = ? WHERE id = ?",
                    [identity.size, identity.modified, known.id])
            }
            try restoreLaws(ofSource: known)
            return .unchanged(known)
        }
        // What a run that was stopped left is no former state: nothing was recorded of it.
        if known.isComplete { former[known.id] = try formerSource(known) }
        let removed = try deleteLaws(ofSource: known.id)
        try run(
            """
            UPDATE source_file SET checksum = ?, size = ?, modified = ?, skipped = NULL, laws = 0, provisions = 0,
                indexed_at = ?, complete = 0
            WHERE id = ?
            """,
            [identity.checksum, identity.size, identity.modified, now, known.id])
        return .begun(id: known.id, removed: removed)
    }

    /// Whether a file gave this expression before it was begun in this session.
    public func gaveBefore(_ expression: String, source: Int64) -> Bool {
        former[source]?.laws[expression] != nil
    }

    /// Ends with a file that was begun: from now on it counts as done.
    ///
    /// - Parameters:
    ///   - source: The file's number from `beginSource`.
    ///   - outcome: For `.skipped`, laws already taken from the file are removed.
    /// - Throws: `CatalogError.unknownRecord`, or what SQLite reports.
    @discardableResult
    public func finishSource(
        _ source: Int64, _ outcome: SourceFile.Outcome = .indexed
    ) throws(CatalogError) -> SourceFile {
        try storeSizes()
        var skipped: String?
        if case .skipped(let reason) = outcome {
            // A reason quotes what was read; a NUL in it must not cost the record.
            skipped = reason.replacingOccurrences(of: "\0", with: "\u{FFFD}")
            _ = try deleteLaws(ofSource: source)
        }
        try run(
            """
            UPDATE source_file SET complete = 1, skipped = ?1,
                laws = (SELECT count(*) FROM law WHERE source_id = ?2),
                provisions = (SELECT coalesce(sum(provisions), 0) FROM law WHERE source_id = ?2)
            WHERE id = ?2
            """,
            [skipped, source])
        let stored = try sourceFile(id: source)
        try recordLaws(of: stored)
        return stored
    }

    /// Removes a file and all that was read from it. Files that were skipped as its duplicates are not read again by
    /// this: index them with `force`.
    ///
    /// - Returns: The numbers of the provisions that went, as ranges; empty when the file is not known.
    /// - Throws: `CatalogError` for what SQLite reports.
    @discardableResult
    public func removeSource(path: String) throws(CatalogError) -> [Range<Int64>] {
        guard let known = try sourceFile(path: path) else { return [] }
        if known.isComplete {
            for (expression, law) in try formerSource(known).laws.sorted(by: { $0.key < $1.key }) {
                try record(
                    event(.lawRemoved, expression, law, of: known, why: "its file was removed from the catalog"))
            }
        }
        let removed = try deleteLaws(ofSource: known.id)
        try run("DELETE FROM source_file WHERE id = ?", [known.id])
        return removed
    }

    /// Removes the files whose indexing was begun and never finished, with the part that was stored.
    ///
    /// - Returns: Their paths: what is to be indexed again.
    /// - Throws: `CatalogError` for what SQLite reports.
    @discardableResult
    public func removeIncompleteSources() throws(CatalogError) -> [String] {
        let paths = try catching(file) {
            try String.fetchAll(database, sql: "SELECT path FROM source_file WHERE NOT complete ORDER BY path")
        }
        for path in paths { try removeSource(path: path) }
        return paths
    }

    func sourceFile(path: String) throws(CatalogError) -> SourceFile? {
        try catching(file) {
            try Row.fetchOne(
                database.cachedStatement(sql: SourceFile.selection + " WHERE path = ?"), arguments: [path]
            ).map { try SourceFile(row: $0) }
        }
    }

    func sourceFile(id: Int64) throws(CatalogError) -> SourceFile {
        let found = try catching(file) {
            try Row.fetchOne(
                database.cachedStatement(sql: SourceFile.selection + " WHERE id = ?"), arguments: [id]
            ).map { try SourceFile(row: $0) }
        }
        guard let found else { throw .unknownRecord(kind: "source file", id: id) }
        return found
    }

    private func deleteLaws(ofSource source: Int64) throws(CatalogError) -> [Range<Int64>] {
        let laws = try catching(file) {
            try Int64.fetchAll(
                database.cachedStatement(sql: "SELECT id FROM law WHERE source_id = ? ORDER BY id"),
                arguments: [source])
        }
        var removed: [Range<Int64>] = []
        for law in laws { removed += try deleteLaw(law) }
        return removed
    }
}
