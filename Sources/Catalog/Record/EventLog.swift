import Foundation
import GRDB

/// The record within one transaction: appends events and checks the chain of their hashes.
///
/// Each event holds the hash of the one before, so that a changed, removed, inserted or exchanged event breaks the
/// chain behind it. The table `event_head` remembers how far the chain goes, so that a record that was cut at its end
/// is noticed. Who can write the file and knows this can make a whole chain anew: only a head noted elsewhere
/// (`concord history --head`, a backup, an export) proves against that.
struct EventLog {
    let database: Database
    let file: String

    /// Appends an event.
    @discardableResult
    func append(_ draft: EventDraft, by who: String, at time: Date = Date()) throws -> Event {
        let last = try head()
        let event = Event(
            sequence: last.sequence + 1, time: Self.text(of: time), who: who, draft: draft, previous: last.hash,
            hash: nil)
        try insert(event)
        return event
    }

    /// Number and hash of the last event.
    func head() throws -> (sequence: Int64, hash: SHA256Digest) {
        let row = try Row.fetchOne(database.cachedStatement(sql: "SELECT seq, hash FROM event_head WHERE id = 1"))
        guard let row, let hash = SHA256Digest(hexadecimal: try row.decode(atIndex: 1)) else {
            throw CatalogError.corrupt(file: file, detail: "the head of the record is missing")
        }
        return (try row.decode(atIndex: 0), hash)
    }

    /// Appends an event as it was recorded elsewhere, with its number, time and hashes.
    func insert(_ event: Event) throws {
        let draft = event.draft
        try database.cachedStatement(
            sql: """
                INSERT INTO event (seq, time, who, kind, subject, why, source, checksum, detail, previous, hash)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """
        ).execute(arguments: [
            event.sequence, event.time, event.who, draft.kind.rawValue, draft.subject, draft.why, draft.source,
            draft.checksum, draft.detail, event.previous.description, event.hash.description,
        ])
        try database.cachedStatement(sql: "UPDATE event_head SET seq = ?, hash = ? WHERE id = 1")
            .execute(arguments: [event.sequence, event.hash.description])
    }

    /// What is wrong with the chain, a sentence each, at most `limit`.
    func faults(limit: Int) throws -> [String] {
        var faults: [String] = []
        var expected: Int64 = 1
        var previous = SHA256Digest.zero
        let rows = try Row.fetchCursor(database, sql: Event.selection + " ORDER BY seq")
        while faults.count < limit, let row = try rows.next() {
            let event: Event
            do {
                event = try Event(row: row, file: file)
            } catch let error as CatalogError {
                faults.append(error.description)
                continue
            }
            if event.sequence != expected {
                faults.append("the record: events \(expected) to \(event.sequence - 1) are missing")
            } else if event.previous != previous {
                faults.append("event \(event.sequence) does not follow the event before it")
            }
            if event.computedHash != event.hash {
                faults.append("event \(event.sequence) is not what was recorded: its hash does not fit")
            }
            expected = event.sequence + 1
            previous = event.hash
        }
        guard faults.count < limit else { return faults }
        let head = try Row.fetchOne(database, sql: "SELECT seq, hash FROM event_head WHERE id = 1")
        let sequence: Int64? = try head?.decode(atIndex: 0)
        let hash: String? = try head?.decode(atIndex: 1)
        if sequence != expected - 1 || hash != previous.description {
            faults.append(
                "the record ends with event \(expected - 1), but should end with \(sequence ?? 0), or its head was changed"
            )
        }
        for (name, sql) in CatalogSchema.recordTriggers {
            let found = try String.fetchOne(
                database, sql: "SELECT sql FROM sqlite_master WHERE type = 'trigger' AND name = ?", arguments: [name])
            if found != sql { faults.append("the trigger \(name), which guards the record, is missing or was changed") }
        }
        return faults
    }

    /// `2026-11-25T22:04:05.123Z`
    static func text(of time: Date) -> String {
        time.formatted(Date.ISO8601FormatStyle(includingFractionalSeconds: true))
    }
}
