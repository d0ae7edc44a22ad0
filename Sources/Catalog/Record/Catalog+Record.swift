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
            // Behind the IRI of a work stands "/eng@…", behind an expression "@…" or "#art_5": ranges find them by the
            // index.
            let condition =
                subject == nil
                ? ""
                : """
                 AND (subject = ?2 OR (subject >= ?2 || '/' AND subject < ?2 || '0')
                    OR (subject >= ?2 || '@' AND subject < ?2 || 'A') OR (subject >= ?2 || '#' AND subject < ?2 || '$'))
                """
            let statement = try database.cachedStatement(
                sql: "\(Event.selection) WHERE seq > ?1\(condition) ORDER BY seq")
            let rows = try Row.fetchCursor(
                statement, arguments: subject.map { [after, $0] } ?? [after])
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
            let row = try Row.fetchOne(database, sql: "SELECT seq, hash FROM event_head WHERE id = 1")
            guard let row, let hash = SHA256Digest(hexadecimal: try row.decode(atIndex: 1)) else {
                throw CatalogError.corrupt(file: file, detail: "the head of the record is missing")
            }
            return (try row.decode(atIndex: 0), hash)
        }
    }
}
