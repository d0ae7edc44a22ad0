import Foundation
import GRDB
import Legislation
import TestSupport
import Testing

@testable import Catalog

@Suite("Opening tells what is wrong with a file")
struct CatalogOpeningTests {
    let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    private func fill(_ provisions: Int = 3) throws {
        let catalog = try Catalog(directory: folder.path, mode: .readWrite)
        try catalog.write { try $0.file("a", Sample.law("a"), Sample.provisions(provisions)) }
        try catalog.checkpoint()
    }

    @Test("a catalog is there after closing and opening, for reading too")
    func reopen() throws {
        try fill()
        let reader = try Catalog(directory: folder.path, mode: .readOnly)
        #expect(try reader.counts().provisions == 3)
        #expect(throws: CatalogError.openedForReading(file: folder.database)) { try reader.write { _ in } }
        let writer = try Catalog(directory: folder.path, mode: .readWrite)
        try writer.write { try $0.file("b", Sample.law("b"), Sample.provisions(2)) }
        // The reader sees what was committed beside it.
        #expect(try reader.counts().provisions == 5)
        #expect(try reader.currentSequence() == 2)
    }

    @Test("a writer that ends leaves an empty log, so that a reader without the right to write can open the catalog")
    func logStays() throws {
        try fill()
        let log = try FileManager.default.attributesOfItem(atPath: folder.database + "-wal")
        #expect(log[.size] as? Int == 0)
        #expect(FileManager.default.fileExists(atPath: folder.database + "-shm"))
    }

    @Test("reading where nothing is makes nothing")
    func missing() throws {
        let nowhere = folder.path + "/nowhere"
        #expect(throws: CatalogError.notFound(file: nowhere + "/catalog.sqlite")) {
            try Catalog(directory: nowhere, mode: .readOnly)
        }
        #expect(!FileManager.default.fileExists(atPath: nowhere))
    }

    @Test("an empty file is no catalog to a reader, and a place for one to a writer")
    func empty() throws {
        try Data().write(to: URL(fileURLWithPath: folder.database))
        #expect(throws: CatalogError.self) { try Catalog(directory: folder.path, mode: .readOnly) }
        #expect(try Catalog(directory: folder.path, mode: .readWrite).counts().laws == 0)
    }

    @Test("a file that is not a database is called damaged by name", arguments: [Catalog.Mode.readOnly, .readWrite])
    func notADatabase(mode: Catalog.Mode) throws {
        try Data("This is no database, whatever its name says. ".utf8 + [UInt8](repeating: 7, count: 5000))
            .write(to: URL(fileURLWithPath: folder.database))
        let error = #expect(throws: CatalogError.self) { try Catalog(directory: folder.path, mode: mode) }
        guard case .corrupt(let file, _) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(file == folder.database)
    }

    @Test("another program's database is not touched")
    func stranger() throws {
        do {
            let other = try DatabaseQueue(path: folder.database)
            try other.write { try $0.execute(sql: "CREATE TABLE song (title TEXT)") }
            try other.close()
        }
        #expect(throws: CatalogError.notACatalog(file: folder.database)) {
            try Catalog(directory: folder.path, mode: .readWrite)
        }
        let tables = try DatabaseQueue(path: folder.database).read { try String.fetchAll($0, sql: tableNames) }
        #expect(tables == ["song"])
    }

    @Test("a catalog whose making was stopped before its first table is none to a reader, and is made by a writer")
    func halfMade() throws {
        do {
            let begun = try DatabaseQueue(path: folder.database)
            // What GRDB commits before the first migration.
            try begun.write {
                try $0.execute(sql: "CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY)")
            }
            try begun.close()
        }
        #expect(throws: CatalogError.notFound(file: folder.database)) {
            try Catalog(directory: folder.path, mode: .readOnly)
        }
        try fill()
        #expect(try Catalog(directory: folder.path, mode: .readOnly).counts().provisions == 3)
    }

    @Test("a newer version is refused with both numbers", arguments: [Catalog.Mode.readOnly, .readWrite])
    func newer(mode: Catalog.Mode) throws {
        try fill()
        try alter("PRAGMA user_version = 7")
        let expected = CatalogError.newerVersion(file: folder.database, found: 7, supported: CatalogSchema.version)
        #expect(throws: expected) { try Catalog(directory: folder.path, mode: mode) }
        #expect(expected.description.contains("newer version"))
    }

    @Test("a migration that only a newer version knows is refused too")
    func newerMigration() throws {
        try fill()
        try alter("INSERT INTO grdb_migrations VALUES ('99')")
        #expect(throws: CatalogError.self) { try Catalog(directory: folder.path, mode: .readOnly) }
    }

    @Test("damage within the file is found by the check or stops a read with an error", arguments: 0..<24)
    func damaged(seed: Int) throws {
        try fill(400)
        var bytes = try Data(contentsOf: URL(fileURLWithPath: folder.database))
        var random = SeededGenerator(seed: UInt64(seed))
        for _ in 0..<200 {
            bytes[Int.random(in: 100..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
        }
        try bytes.write(to: URL(fileURLWithPath: folder.database))
        var faults = 0
        do {
            let catalog = try Catalog(directory: folder.path, mode: .readOnly)
            for read in [
                { _ = try catalog.provisions(ids: Array(1...400)) },
                { try catalog.forEachProvision { _ in true } },
                { _ = try catalog.law(iri: "/akn/ke/act/2012/a") },
                { _ = try catalog.sourceFiles() },
                { _ = try catalog.changes(after: 0) },
                { _ = try catalog.counts() },
            ] as [() throws -> Void] {
                do { try read() } catch is CatalogError { faults += 1 }
            }
            do { faults += try catalog.verify().problems.count } catch { faults += 1 }
        } catch {
            faults += 1
        }
        // 200 bytes of some 90,000: that none of them matters does not happen with these seeds.
        #expect(faults > 0)
    }

    @Test("a copy taken while a writer is at work opens with all that was committed")
    func copiedAlive() throws {
        let copy = try TemporaryFolder()
        let writer = try Catalog(directory: folder.path, mode: .readWrite)
        try writer.write { try $0.file("a", Sample.law("a"), Sample.provisions(30)) }
        // As after a power failure: the database file and its log, without the shared memory.
        for suffix in ["", "-wal"] {
            try FileManager.default.copyItem(atPath: folder.database + suffix, toPath: copy.database + suffix)
        }
        let reopened = try Catalog(directory: copy.path, mode: .readWrite)
        #expect(try reopened.counts().provisions == 30)
        #expect(try reopened.verify().isSound)
    }

    @Test("a full disk stops the transaction, keeps what was before, and goes on when there is room")
    func diskFull() throws {
        let catalog = try Catalog(directory: folder.path, mode: .readWrite)
        try catalog.write { try $0.file("a", Sample.law("a"), Sample.provisions(3)) }
        try catalog.pool.writeWithoutTransaction { database in
            let pages = try Int.fetchOne(database, sql: "PRAGMA page_count") ?? 0
            _ = try Int.fetchOne(database, sql: "PRAGMA max_page_count = \(pages + 5)")
        }
        let big = [Sample.provision("art_1", String(repeating: "long ", count: 100_000))]
        #expect(throws: CatalogError.diskFull(file: folder.database)) {
            try catalog.write { try $0.file("b", Sample.law("b"), big) }
        }
        #expect(throws: (any Error).self) {
            try catalog.write { session in
                _ = try? session.isolated { try session.file("b", Sample.law("b"), big) }
                try session.file("c", Sample.law("c"), big)
            }
        }
        #expect(try catalog.counts().laws == 1)
        #expect(try catalog.verify().isSound)
        try catalog.pool.writeWithoutTransaction {
            _ = try Int.fetchOne($0, sql: "PRAGMA max_page_count = 100000")
        }
        try catalog.write { try $0.file("b", Sample.law("b"), big) }
        #expect(try catalog.counts().provisions == 4)
    }

    @Test("a folder that may not be written to is named", .enabled(if: getuid() != 0, "root may write anywhere"))
    func noPermission() throws {
        try FileManager.default.setAttributes([.posixPermissions: 0o555], ofItemAtPath: folder.path)
        defer { try? FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder.path) }
        let error = #expect(throws: CatalogError.self) { try Catalog(directory: folder.path, mode: .readWrite) }
        guard case .permission = error else {
            Issue.record("\(String(describing: error))")
            return
        }
    }

    @Test("a folder that cannot be made is named")
    func folderIsAFile() throws {
        try Data().write(to: URL(fileURLWithPath: folder.path + "/file"))
        #expect(throws: CatalogError.self) { try Catalog(directory: folder.path + "/file", mode: .readWrite) }
        #expect(throws: CatalogError.self) { try Catalog(directory: folder.path + "/file", mode: .readOnly) }
    }

    private func alter(_ sql: String) throws {
        let queue = try DatabaseQueue(path: folder.database)
        try queue.writeWithoutTransaction { try $0.execute(sql: sql) }
        try queue.close()
    }

    private let tableNames = "SELECT name FROM sqlite_master WHERE type = 'table'"
}
