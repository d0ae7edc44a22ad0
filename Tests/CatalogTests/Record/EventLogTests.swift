import Foundation
import GRDB
import Legislation
import Testing

@testable import Catalog

@Suite("The record holds what was done and shows any change of it")
struct EventLogTests {
    let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    private func kinds(_ catalog: Catalog, _ subject: String? = nil) throws -> [String] {
        try catalog.events(subject: subject).map(\.draft.kind.rawValue)
    }

    @Test("laws that come, change, stay and go are recorded with author, file and digest")
    func ingestion() throws {
        let catalog = try Catalog(directory: folder.path, mode: .readWrite)
        let law = try Sample.law("7")
        try catalog.write(by: "Amina") { try $0.file("a", checksum: "1", law, Sample.provisions(2)) }
        // The same words from a file with other bytes are no change of the law.
        try catalog.write(by: "Amina") { try $0.file("a", checksum: "2", law, Sample.provisions(2)) }
        try catalog.write(by: "Boris") { try $0.file("a", checksum: "3", law, Sample.provisions(3)) }
        try catalog.write(by: "Chen") { try $0.file("a", checksum: "4", Sample.law("8"), Sample.provisions(1)) }
        let events = try catalog.events()
        #expect(events.map(\.draft.kind) == [.lawAdded, .lawChanged, .lawAdded, .lawRemoved])
        #expect(events.map(\.who) == ["Amina", "Boris", "Chen", "Chen"])
        #expect(events.map(\.sequence) == [1, 2, 3, 4])
        #expect(events[1].draft.subject == law.expression)
        #expect(events[1].draft.source == "a")
        #expect(events[1].draft.checksum == "3")
        #expect(events[1].draft.detail?.contains("\"provisions\":3") == true)
        #expect(try catalog.verify(deep: true).problems == [])
        #expect(try catalog.recordHead().hash == events[3].hash)
    }

    @Test("a transaction or savepoint that is undone leaves no event")
    func undone() throws {
        let catalog = try Catalog(directory: folder.path, mode: .readWrite)
        try catalog.write { session in
            _ = try? session.isolated {
                try session.file("a", Sample.law("a"), Sample.provisions(2))
                throw SampleError.unexpected("on purpose")
            }
            try session.file("b", Sample.law("b"), Sample.provisions(2))
        }
        _ = try? catalog.write { session in
            try session.file("c", Sample.law("c"), Sample.provisions(2))
            throw SampleError.unexpected("on purpose")
        }
        #expect(try kinds(catalog) == ["law.added"])
        #expect(try catalog.verify(deep: true).problems == [])
    }

    @Test("a file that is begun in one transaction and finished in another is recorded as removed and added")
    func twoTransactions() throws {
        let catalog = try Catalog(directory: folder.path, mode: .readWrite)
        try catalog.write { try $0.file("a", checksum: "1", Sample.law("a"), Sample.provisions(2)) }
        let source = try catalog.write { try $0.begin("a", checksum: "2") }
        try catalog.write { session in
            let law = try session.add(Sample.law("a"), source: source)
            _ = try session.appendProvisions(toLaw: law.id, Sample.provisions(1))
        }
        try catalog.write { session in
            guard case .again(let law) = try session.upsertLaw(Sample.law("a"), source: source) else { return }
            _ = try session.appendProvisions(toLaw: law.id, Sample.provisions(2, from: 2))
            try session.finishSource(source)
        }
        #expect(try kinds(catalog) == ["law.added", "law.removed", "law.added"])
        #expect(try catalog.verify(deep: true).problems == [])
    }

    @Test("a refusal is recorded once, until its file or reason changes")
    func refusal() throws {
        let catalog = try Catalog(directory: folder.path, mode: .readWrite)
        for (checksum, why) in [("1", "no law"), ("1", "no law"), ("2", "no law"), ("2", "cut\0short")] {
            try catalog.write { try $0.recordRefusal(of: "x.xml", path: "x.xml", checksum: checksum, why: why) }
        }
        #expect(try kinds(catalog) == ["law.refused", "law.refused", "law.refused"])
    }

    @Test("an expert's decision is recorded with reason and detail, and found by its provision, law and work")
    func decision() throws {
        let catalog = try Catalog(directory: folder.path, mode: .readWrite)
        try catalog.write(by: "Amina") { session in
            try session.file("a", Sample.law("7", version: "2012-06-01"), Sample.provisions(2))
            try session.file("b", Sample.law("77"), Sample.provisions(2))
            try session.record(
                EventDraft(
                    .decisionRejected, subject: "/akn/ke/act/2012/7/eng@2012-06-01#art_1", why: "speaks of tax",
                    detail: "{\"cell\":\"op3cd.transit\"}"))
        }
        for subject in [
            "/akn/ke/act/2012/7/eng@2012-06-01#art_1", "/akn/ke/act/2012/7/eng@2012-06-01",
            "/akn/ke/act/2012/7/eng", "/akn/ke/act/2012/7",
        ] { #expect(try kinds(catalog, subject).last == "decision.rejected") }
        #expect(try kinds(catalog, "/akn/ke/act/2012/7").count == 2)
        #expect(try kinds(catalog, "/akn/ke/act/2012/77") == ["law.added"])
        #expect(try kinds(catalog, "/akn/ke/act/2012/7/eng@2012-06-01#art_2") == [])
    }

    @Test(
        "what cannot be recorded is refused with the reason",
        arguments: [
            EventDraft(.decisionAccepted, subject: ""), EventDraft(EventKind(rawValue: ""), subject: "x"),
            EventDraft(.decisionAccepted, subject: "x", why: "a\0b"),
            EventDraft(.decisionAccepted, subject: "x", detail: "{\"a\":"),
        ])
    func unrecordable(draft: EventDraft) throws {
        let catalog = try Catalog(directory: folder.path, mode: .readWrite)
        #expect(throws: CatalogError.self) { try catalog.write { try $0.record(draft) } }
        #expect(try catalog.events().isEmpty)
    }

    @Test("the name is the one given, else CONCORD_USER, else the login name")
    func author() {
        #expect(EventAuthor.name(" Amina ", environment: ["CONCORD_USER": "x"]) == "Amina")
        #expect(EventAuthor.name(nil, environment: ["CONCORD_USER": "Boris"]) == "Boris")
        #expect(EventAuthor.name("  ", environment: ["CONCORD_USER": "Boris"]) == "Boris")
        #expect(!EventAuthor.name(nil, environment: [:]).isEmpty)
    }

    @Test(
        "the database refuses to change, delete or replace an event",
        arguments: [
            "UPDATE event SET why = 'x' WHERE seq = 2", "DELETE FROM event WHERE seq = 3", "DELETE FROM event",
            "INSERT OR REPLACE INTO event SELECT * FROM event WHERE seq = 1",
            "INSERT INTO event SELECT 9, time, who, kind, subject, why, source, checksum, detail, previous, hash "
                + "FROM event WHERE seq = 1",
        ])
    func guarded(sql: String) throws {
        try fill()
        let queue = try DatabaseQueue(path: folder.database)
        #expect(throws: DatabaseError.self) { try queue.write { try $0.execute(sql: sql) } }
        try queue.close()
    }

    @Test(
        "who gets round the guards is found by the check",
        arguments: [
            "UPDATE event SET why = 'another' WHERE seq = 2", "UPDATE event SET who = 'nobody' WHERE seq = 1",
            "UPDATE event SET time = '2001-01-01T00:00:00.000Z' WHERE seq = 3",
            "UPDATE event SET subject = subject || 'x' WHERE seq = 4",
            "UPDATE event SET kind = 'law.added' WHERE seq = 5",
            "UPDATE event SET source = NULL WHERE seq = 1", "UPDATE event SET checksum = '0' WHERE seq = 1",
            "UPDATE event SET detail = '{}' WHERE seq = 1",
            "UPDATE event SET detail = NULL, why = '' WHERE seq = 5",
            "UPDATE event SET hash = previous WHERE seq = 2", "UPDATE event SET previous = hash WHERE seq = 2",
            "UPDATE event SET hash = 'none' WHERE seq = 2",
            "DELETE FROM event WHERE seq = 1", "DELETE FROM event WHERE seq = 3", "DELETE FROM event WHERE seq = 5",
            "DELETE FROM event", "UPDATE event SET seq = 6 WHERE seq = 5",
            "UPDATE event_head SET seq = 4", "UPDATE event_head SET hash = (SELECT hash FROM event WHERE seq = 4)",
            "DELETE FROM event_head",
            "UPDATE law SET title = 'Another title' WHERE id = 1", "UPDATE law SET version = '1999' WHERE id = 1",
            "UPDATE provision SET text = 'Another text.' WHERE id = 2",
            "UPDATE provision SET heading = 'Another' WHERE id = 2",
            "UPDATE law_digest SET digest = 'x' WHERE law_id = 1",
            "DELETE FROM law_digest WHERE law_id = 1",
            "UPDATE law_digest SET provisions = x'00' WHERE law_id = 1",
        ])
    func tampering(sql: String) throws {
        try fill()
        try tamper(sql)
        let check = try Catalog(directory: folder.path, mode: .readOnly).verify(deep: true)
        #expect(!check.problems.isEmpty)
    }

    @Test("a trigger that was taken away or weakened is missed")
    func trigger() throws {
        try fill()
        let queue = try DatabaseQueue(path: folder.database)
        try queue.write { try $0.execute(sql: "DROP TRIGGER event_is_not_changed") }
        try queue.close()
        let problems = try Catalog(directory: folder.path, mode: .readOnly).verify().problems
        #expect(problems.count == 1)
        #expect(problems.first?.contains("event_is_not_changed") == true)
    }

    private func fill() throws {
        let catalog = try Catalog(directory: folder.path, mode: .readWrite)
        for name in ["a", "b", "c"] {
            try catalog.write { try $0.file(name, Sample.law(name), Sample.provisions(3)) }
        }
        try catalog.write { session in
            try session.record(EventDraft(.decisionAccepted, subject: "x", why: "right"))
            try session.record(EventDraft(.decisionEdited, subject: "y", why: "almost", detail: "{\"a\":1}"))
        }
        try catalog.checkpoint()
    }

    /// Changes the database without its guards, and puts them back as if nothing had happened.
    private func tamper(_ sql: String) throws {
        let queue = try DatabaseQueue(path: folder.database)
        try queue.write { database in
            for trigger in CatalogSchema.recordTriggers { try database.execute(sql: "DROP TRIGGER \(trigger.name)") }
            try database.execute(sql: sql)
            for trigger in CatalogSchema.recordTriggers { try database.execute(sql: trigger.sql) }
        }
        try queue.close()
    }
}
