import Foundation
import GRDB
import Legislation
import Testing

@testable import Catalog

@Suite("The check finds what contradicts itself")
struct CatalogCheckTests {
    let folder: TemporaryFolder
    let catalog: Catalog

    init() throws {
        folder = try TemporaryFolder()
        catalog = try Catalog(directory: folder.path, mode: .readWrite)
        try catalog.write { session in
            try session.file("a", Sample.law("a"), Sample.provisions(10))
            try session.file("b", Sample.law("b"), Sample.provisions(10))
        }
    }

    @Test("a sound catalog has no problems")
    func sound() throws {
        let check = try catalog.verify()
        #expect(check.isSound)
        #expect(check.laws == 2)
        #expect(check.provisions == 20)
        #expect(check.sequence == 1)
    }

    @Test(
        "each kind of contradiction is found",
        arguments: [
            ("UPDATE provision SET ordinal = 99 WHERE id = 3", "without gaps"),
            ("DELETE FROM provision WHERE id = 20", "the change log and the provisions disagree on 1 provisions"),
            ("DELETE FROM change", "disagree on 20 provisions, the first being 1"),
            ("INSERT INTO change (kind, first_provision_id, last_provision_id) VALUES ('delete', 19, 21)", "not there"),
            ("INSERT INTO change (kind, first_provision_id, last_provision_id) VALUES ('insert', 20, 22)", "already"),
            ("UPDATE law SET provisions = 4 WHERE id = 2", "should have 4 provisions, but has 10"),
            ("UPDATE source_file SET laws = 2 WHERE path = 'a'", "not as many as were recorded"),
            ("UPDATE provision SET path = '[' WHERE id = 7", "provision 7 are not JSON"),
            ("UPDATE provision SET law_id = 77 WHERE id = 20", "is missing"),
        ])
    func contradiction(sql: String, finding: String) throws {
        try catalog.pool.writeWithoutTransaction { database in
            try database.execute(sql: "PRAGMA foreign_keys = OFF")
            try database.execute(sql: sql)
        }
        let problems = try catalog.verify().problems
        #expect(problems.contains { $0.contains(finding) }, "\(problems)")
    }

    @Test("no more problems are listed than anyone reads")
    func limit() throws {
        try catalog.write { session in
            let source = try session.begin("many")
            for number in 0..<300 { _ = try session.add(Sample.law("m\(number)"), source: source) }
            try session.finishSource(source)
        }
        try catalog.pool.write { try $0.execute(sql: "UPDATE law SET provisions = 1000") }
        #expect(try catalog.verify().problems.count == CatalogCheck.problemLimit)
    }

    @Test(
        "values that no version wrote are an error, not a guess",
        arguments: [
            "UPDATE law SET status = 'asleep'", "UPDATE law SET authenticity = ''", "UPDATE law SET language = ''",
            "UPDATE law SET jurisdiction = '!!!'", "UPDATE provision SET kind = 'song'",
            "UPDATE provision SET path = '{}'", "UPDATE provision SET obligation_tags = '[1]'",
        ])
    func strangeValues(sql: String) throws {
        try catalog.pool.write { try $0.execute(sql: sql) }
        let error = #expect(throws: CatalogError.self) { try catalog.provisions(ids: [1, 2, 3]) }
        guard case .corrupt(let file, _) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(file == folder.database)
    }
}
