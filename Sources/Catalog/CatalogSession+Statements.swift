import Foundation
import GRDB
import Legislation

extension CatalogSession {
    /// Executes a statement that is prepared once for each connection.
    func run(_ sql: String, _ arguments: StatementArguments) throws(CatalogError) {
        try catching(file) { try database.cachedStatement(sql: sql).execute(arguments: arguments) }
    }

    /// First column of the first row; nil when there is none.
    func value<Value: DatabaseValueConvertible>(
        _ type: Value.Type, _ sql: String, _ arguments: StatementArguments
    ) throws(CatalogError) -> Value? {
        try catching(file) { try Value.fetchOne(database.cachedStatement(sql: sql), arguments: arguments) }
    }

    func storedLaw(where condition: String, _ arguments: StatementArguments) throws(CatalogError) -> LawRecord? {
        try catching(file) {
            let statement = try database.cachedStatement(sql: "\(LawRecord.selection) WHERE \(condition)")
            return try Row.fetchOne(statement, arguments: arguments).map { try LawRecord(row: $0, file: file) }
        }
    }

    /// The words of a law's provisions in its order, as this transaction sees them.
    ///
    /// - Throws: `CatalogError` for what SQLite reports.
    public func provisionTexts(ofLaw law: Int64) throws(CatalogError) -> [String] {
        try catching(file) {
            try String.fetchAll(
                database.cachedStatement(sql: "SELECT text FROM provision WHERE law_id = ? ORDER BY ordinal"),
                arguments: [law])
        }
    }

    func expression(ofLaw law: Int64) throws(CatalogError) -> String {
        try value(String.self, "SELECT expression FROM law WHERE id = ?", [law]) ?? "law \(law)"
    }

    /// SQLite's texts end at the first NUL and hold a thousand million bytes; GRDB would cut the one and stop the
    /// program at the other.
    func checkStorable(_ text: String, place: @autoclosure () -> String) throws(CatalogError) {
        let fault: String? =
            if text.utf8.count > CatalogSession.textLimit {
                "a text of \(text.utf8.count) bytes is over the limit of \(CatalogSession.textLimit); split it"
            } else if holdsNUL(text) {
                "it contains the character U+0000; remove it"
            } else {
                nil
            }
        if let fault { throw .unstorable(place: place(), detail: fault) }
    }

    func checkStorable(_ provision: Provision, law: Int64) throws(CatalogError) {
        let place = { () -> String in
            "\((try? self.expression(ofLaw: law)) ?? "law \(law)")#\(provision.eId.prefix(200))"
        }
        try checkStorable(provision.text, place: place())
        try checkStorable(provision.eId, place: place())
        if let number = provision.number { try checkStorable(number, place: place()) }
        if let heading = provision.heading { try checkStorable(heading, place: place()) }
        if let externalID = provision.externalID { try checkStorable(externalID, place: place()) }
    }

    private func holdsNUL(_ text: String) -> Bool {
        // memchr looks at many bytes at once; this runs over every text that is stored.
        text.utf8.withContiguousStorageIfAvailable { bytes in
            guard let start = bytes.baseAddress else { return false }
            return memchr(start, 0, bytes.count) != nil
        } ?? text.utf8.contains(0)
    }

    /// Most bytes of one stored text: far over any provision, and under SQLite's limit for a whole row.
    static let textLimit = 128 << 20
}
