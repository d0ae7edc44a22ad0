import GRDB

extension Catalog {
    /// Events in the order recorded.
    ///
    /// - Parameters:
    ///   - subject: IRI of a work, expression or provision, or path of a file: only events of it, and of what belongs to
    ///     it; nil for all.
    ///   - after: Events behind this number only.
    ///   - body: Takes one event; false ends the walk.
    /// - Throws: `CatalogError` when reading fails; what `body` throws.
    public func forEachEvent(
        subject: String? = nil, after: Int64 = 0, _ body: (Event) throws -> Bool
    ) throws {
        try reading { database in
            let rows =
                if let subject {
                    // Behind the IRI of a work stands "/eng@…", behind an expression "@…" or "#art_5": ranges find them
                    // by the index, which the sign before the order's column keeps SQLite from leaving for the table.
                    try Row.fetchCursor(
                        database.cachedStatement(
                            sql: """
                                \(Event.selection) WHERE seq > ?1 AND (subject = ?2
                                    OR (subject >= ?2 || '/' AND subject < ?2 || '0')
                                    OR (subject >= ?2 || '@' AND subject < ?2 || 'A')
                                    OR (subject >= ?2 || '#' AND subject < ?2 || '$')) ORDER BY +seq
                                """), arguments: [after, subject])
                } else {
                    try Row.fetchCursor(
                        database.cachedStatement(sql: "\(Event.selection) WHERE seq > ? ORDER BY seq"),
                        arguments: [after])
                }
            while let row = try rows.next() {
                guard try body(Event(row: row, file: file)) else { return }
            }
        }
    }

    /// All events of a subject, see `forEachEvent`.
    public func events(subject: String? = nil, after: Int64 = 0) throws -> [Event] {
        var events: [Event] = []
        try forEachEvent(subject: subject, after: after) { event in
            events.append(event)
            return true
        }
        return events
    }

    /// Number and hash of the last event; 0 and ``SHA256Digest/zero`` when there is none. Noted elsewhere, it proves
    /// later that the record up to here is the same.
    public func recordHead() throws(CatalogError) -> (sequence: Int64, hash: SHA256Digest) {
        try read { database in
            try EventLog(database: database, file: file).head()
        }
    }
}
