import Foundation
import GRDB
import Legislation

extension Catalog {
    /// The law with this number; nil when there is none (any more).
    ///
    /// - Throws: `CatalogError`, as do all functions that read: `.corrupt`, `.busy`, `.permission` or `.failed`.
    public func law(id: Int64) throws(CatalogError) -> LawRecord? {
        try laws("WHERE law.id = ?", [id]).first
    }

    /// The law an IRI means: of several expressions of a work, the one with the newest version date, then the first
    /// recorded.
    public func law(iri: String) throws(CatalogError) -> LawRecord? {
        try laws(iri: iri).first
    }

    /// All laws an Akoma Ntoso IRI means: the expression of that name; with the version left out, all versions in that
    /// language; for a work, all its expressions. Newest version first, then as recorded.
    public func laws(iri: String) throws(CatalogError) -> [LawRecord] {
        // "@" starts the version date; "A" is the next character, so the range holds what begins with "iri@".
        try laws(
            """
            WHERE law.expression = ?1 OR law.work = ?1 OR (law.expression >= ?1 || '@' AND law.expression < ?1 || 'A')
            ORDER BY law.version DESC, law.id
            """, [iri])
    }

    /// Hands over every law in the order recorded.
    ///
    /// - Throws: `CatalogError` when reading fails; what `body` throws, which ends the walk.
    public func forEachLaw(_ body: (LawRecord) throws -> Void) throws {
        try reading { database in
            let rows = try Row.fetchCursor(database, sql: LawRecord.selection + " ORDER BY law.id")
            while let row = try rows.next() { try body(LawRecord(row: row, file: file)) }
        }
    }

    /// The titles of all laws, each once for a language and jurisdiction, in the order first recorded.
    public func lawTitles() throws(CatalogError) -> [LawTitle] {
        try read { database in
            let rows = try Row.fetchCursor(
                database,
                sql: """
                    SELECT title, language, jurisdiction, expression, sum(provisions), min(id) AS first FROM law
                    GROUP BY title, language, jurisdiction ORDER BY first
                    """)
            var titles: [LawTitle] = []
            while let row = try rows.next() {
                let tag: String = try row.decode(atIndex: 1)
                let code: String = try row.decode(atIndex: 2)
                guard let language = try? LanguageTag(tag), let jurisdiction = try? Jurisdiction(code: code) else {
                    throw CatalogError.corrupt(file: file, detail: "a law has the language \"\(tag)\" of \"\(code)\"")
                }
                titles.append(
                    LawTitle(
                        title: try row.decode(atIndex: 0), language: language, jurisdiction: jurisdiction,
                        expression: try row.decode(atIndex: 3), provisions: try row.decode(atIndex: 4)))
            }
            return titles
        }
    }

    /// The provision with this number; nil when there is none (any more).
    public func provision(id: Int64) throws(CatalogError) -> ProvisionRecord? {
        try provisions("WHERE provision.id = ?", [id]).first
    }

    /// The provisions with these numbers, in the order given; those that are gone are left out. One query, prepared
    /// once: this is what turns hits into text.
    public func provisions(ids: [Int64]) throws(CatalogError) -> [ProvisionRecord] {
        guard !ids.isEmpty else { return [] }
        let list = "[" + ids.map(String.init).joined(separator: ",") + "]"
        return try read { database in
            // CROSS JOIN keeps SQLite from walking the provisions and looking for each in the list.
            let statement = try database.cachedStatement(
                sql: """
                    SELECT \(ProvisionDecoder.columns)
                    FROM json_each(?) AS wanted CROSS JOIN provision ON provision.id = wanted.value
                    ORDER BY wanted.key
                    """)
            var decoder = ProvisionDecoder(database: database, file: file)
            let rows = try Row.fetchCursor(statement, arguments: [list])
            var records: [ProvisionRecord] = []
            records.reserveCapacity(ids.count)
            while let row = try rows.next() { records.append(try decoder.record(row)) }
            return records
        }
    }

    /// All provisions of a law, in its order.
    public func provisions(ofLaw law: Int64) throws(CatalogError) -> [ProvisionRecord] {
        try provisions("WHERE provision.law_id = ? ORDER BY provision.ordinal", [law])
    }

    /// The provision of an eId in the law an IRI means (see `law(iri:)`); of several expressions, the first that has
    /// it.
    public func provision(iri: String, eId: String) throws(CatalogError) -> ProvisionRecord? {
        for law in try laws(iri: iri) {
            let found = try provisions("WHERE provision.law_id = ? AND provision.eid = ?", [law.id, eId]).first
            if let found { return found }
        }
        return nil
    }

    /// The provision to which its source gave this identifier; the first recorded, when several sources gave it.
    public func provision(externalID: String) throws(CatalogError) -> ProvisionRecord? {
        try provisions("WHERE provision.external_id = ? ORDER BY provision.id LIMIT 1", [externalID]).first
    }

    /// Hands over the provisions with growing numbers, one after the other, without holding them: to make the derived
    /// index anew, or to follow the change log.
    ///
    /// - Parameters:
    ///   - after: Provisions with greater numbers only; 0 for all.
    ///   - through: Up to and with this number.
    ///   - body: Takes one provision; false ends the walk.
    /// - Throws: `CatalogError` when reading fails; what `body` throws.
    public func forEachProvision(
        after: Int64 = 0, through: Int64 = .max, _ body: (ProvisionRecord) throws -> Bool
    ) throws {
        try reading { database in
            var decoder = ProvisionDecoder(database: database, file: file)
            let statement = try database.cachedStatement(
                sql: "SELECT \(ProvisionDecoder.columns) FROM provision WHERE id > ? AND id <= ? ORDER BY id")
            let rows = try Row.fetchCursor(statement, arguments: [after, through])
            while let row = try rows.next() {
                guard try body(decoder.record(row)) else { return }
            }
        }
    }

    /// What happened after a place in the change log, in order. Empty when nothing did.
    ///
    /// - Parameter sequence: A place from `currentSequence` or a `ChangeRange`; 0 for the whole log.
    public func changes(after sequence: Int64) throws(CatalogError) -> [ChangeRange] {
        try read { database in
            let statement = try database.cachedStatement(
                sql: """
                    SELECT seq, kind, first_provision_id, last_provision_id FROM change WHERE seq > ? ORDER BY seq
                    """)
            return try Row.fetchAll(statement, arguments: [sequence]).map { try ChangeRange(row: $0, file: file) }
        }
    }

    /// The last place in the change log; 0 while nothing was ever stored.
    public func currentSequence() throws(CatalogError) -> Int64 {
        try read { try Int64.fetchOne($0, sql: "SELECT max(seq) FROM change") ?? 0 }
    }

    /// The files the catalog knows, by path.
    public func sourceFiles() throws(CatalogError) -> [SourceFile] {
        try read { try Row.fetchAll($0, sql: SourceFile.selection + " ORDER BY path").map { try SourceFile(row: $0) } }
    }

    /// One file; nil when the catalog does not know it.
    public func sourceFile(path: String) throws(CatalogError) -> SourceFile? {
        try read { database in
            let statement = try database.cachedStatement(sql: SourceFile.selection + " WHERE path = ?")
            return try Row.fetchOne(statement, arguments: [path]).map { try SourceFile(row: $0) }
        }
    }

    // MARK: Shared

    private func laws(_ condition: String, _ arguments: StatementArguments) throws(CatalogError) -> [LawRecord] {
        try read { database in
            let statement = try database.cachedStatement(sql: LawRecord.selection + " " + condition)
            return try Row.fetchAll(statement, arguments: arguments).map { try LawRecord(row: $0, file: file) }
        }
    }

    private func provisions(
        _ condition: String, _ arguments: StatementArguments
    ) throws(CatalogError) -> [ProvisionRecord] {
        try read { database in
            var decoder = ProvisionDecoder(database: database, file: file)
            let statement = try database.cachedStatement(
                sql: "SELECT \(ProvisionDecoder.columns) FROM provision \(condition)")
            return try Row.fetchAll(statement, arguments: arguments).map { try decoder.record($0) }
        }
    }

    /// Like `read`, for a body that runs the caller's code: the caller's errors pass through as they are.
    func reading(_ body: (Database) throws -> Void) throws {
        do {
            try pool.read(body)
        } catch let error as DatabaseError {
            throw CatalogError(error, file: file)
        } catch let error as RowDecodingError {
            throw CatalogError(error, file: file)
        }
    }
}
