import Foundation
import GRDB

/// What a check of the whole catalog found.
public struct CatalogCheck: Sendable, Hashable {
    /// Number of laws.
    public let laws: Int
    /// Number of provisions.
    public let provisions: Int
    /// Last place in the change log.
    public let sequence: Int64
    /// Number of events in the record.
    public let events: Int
    /// What is wrong, one sentence each, for people to read; at most `problemLimit`.
    public let problems: [String]
    /// Files whose indexing was interrupted: not damage, but they are to be indexed again.
    public let incompleteSources: [String]
    /// Whether nothing is wrong.
    public var isSound: Bool { problems.isEmpty }

    /// The check gives up after so many problems.
    public static let problemLimit = 100
}

extension Catalog {
    /// Checks the database file itself and what must hold between its tables: references, order of provisions, counts,
    /// JSON columns, that the change log, played from its beginning, gives exactly the provisions there are, and the
    /// chain of events. Reads the whole file.
    ///
    /// - Parameter deep: also check every index of the database, compute the digest of each provision anew, and compare
    ///   it with what the record says was taken in.
    /// - Throws: `CatalogError` when the file is too damaged to be read through.
    public func verify(deep: Bool = false) throws(CatalogError) -> CatalogCheck {
        try read { database in
            var problems: [String] = []
            func note(_ sql: String, _ describe: (Row) throws -> String) throws {
                guard problems.count < CatalogCheck.problemLimit else { return }
                let limit = CatalogCheck.problemLimit - problems.count
                problems += try Row.fetchAll(database, sql: "\(sql) LIMIT \(limit)").map(describe)
            }
            // Shown as it is: a damaged file may hold anything anywhere.
            func cell(_ row: Row, _ index: Int) -> String { (row[index] as DatabaseValue).description }
            let pages = try String.fetchAll(
                database, sql: "PRAGMA \(deep ? "integrity_check" : "quick_check")(\(CatalogCheck.problemLimit))")
            problems += pages.filter { $0 != "ok" }
            try note("SELECT \"table\", rowid, parent FROM pragma_foreign_key_check") { row in
                "row \(cell(row, 1)) of \(cell(row, 0)) refers to a row of \(cell(row, 2)) that is missing"
            }
            try note(
                """
                SELECT law_id, count(*) FROM provision GROUP BY law_id
                HAVING min(ordinal) <> 0 OR max(ordinal) <> count(*) - 1 OR count(DISTINCT ordinal) <> count(*)
                """
            ) { row in "the provisions of law \(cell(row, 0)) are not numbered without gaps" }
            try note(
                """
                SELECT law.id, law.provisions, (SELECT count(*) FROM provision WHERE law_id = law.id) AS found FROM law
                WHERE law.provisions <> found
                """
            ) { row in
                "law \(cell(row, 0)) should have \(cell(row, 1)) provisions, but has "
                    + "\(cell(row, 2))"
            }
            try note(
                """
                SELECT path, laws, provisions FROM source_file WHERE complete AND (
                    laws <> (SELECT count(*) FROM law WHERE source_id = source_file.id) OR
                    provisions <> (SELECT coalesce(sum(provisions), 0) FROM law WHERE source_id = source_file.id))
                """
            ) { row in "the laws and provisions of \(cell(row, 0)) are not as many as were recorded" }
            try note(
                """
                SELECT id FROM provision WHERE (path IS NOT NULL AND NOT json_valid(path))
                    OR (obligation_tags IS NOT NULL AND NOT json_valid(obligation_tags))
                """
            ) { row in "the path or tags of provision \(cell(row, 0)) are not JSON" }
            if problems.count < CatalogCheck.problemLimit, let fault = try changeLogFault(database) {
                problems.append(fault)
            }
            problems += try EventLog(database: database, file: file).faults(
                limit: CatalogCheck.problemLimit - problems.count)
            if deep {
                problems += try digestFaults(database, limit: CatalogCheck.problemLimit - problems.count)
            }
            return CatalogCheck(
                laws: try Int.fetchOne(database, sql: "SELECT count(*) FROM law") ?? 0,
                provisions: try Int.fetchOne(database, sql: "SELECT count(*) FROM provision") ?? 0,
                sequence: try Int64.fetchOne(database, sql: "SELECT max(seq) FROM change") ?? 0,
                events: try Int.fetchOne(database, sql: "SELECT count(*) FROM event") ?? 0,
                problems: problems,
                incompleteSources: try String.fetchAll(
                    database, sql: "SELECT path FROM source_file WHERE NOT complete ORDER BY path"))
        }
    }

    /// Plays the change log and compares; nil when it gives what the table holds.
    private func changeLogFault(_ database: Database) throws -> String? {
        var expected = IndexSet()
        let changes = try Row.fetchCursor(
            database, sql: "SELECT seq, kind, first_provision_id, last_provision_id FROM change ORDER BY seq")
        while let row = try changes.next() {
            let change = try ChangeRange(row: row, file: file)
            let range = Int(change.provisions.lowerBound)..<Int(change.provisions.upperBound)
            switch change.kind {
            case .insert:
                guard !expected.intersects(integersIn: range) else {
                    return "entry \(change.sequence) of the change log inserts provisions that were there already"
                }
                expected.insert(integersIn: range)
            case .delete:
                guard expected.contains(integersIn: range) else {
                    return "entry \(change.sequence) of the change log deletes provisions that were not there"
                }
                expected.remove(integersIn: range)
            }
        }
        var found = IndexSet()
        let ids = try Int.fetchCursor(database, sql: "SELECT id FROM provision ORDER BY id")
        var run = 0..<0
        while let id = try ids.next() {
            if id == run.upperBound, !run.isEmpty {
                run = run.lowerBound..<id + 1
            } else {
                found.insert(integersIn: run)
                run = id..<id + 1
            }
        }
        found.insert(integersIn: run)
        guard found != expected else { return nil }
        let difference = found.symmetricDifference(expected)
        return "the change log and the provisions disagree on \(difference.count) provisions, the first being "
            + "\(difference.first ?? 0)"
    }
}
