import Legislation
import Testing

@testable import Catalog

@Suite("A law that is withdrawn stays in the catalog")
struct WithdrawalTests {
    let folder: TemporaryFolder
    let catalog: Catalog

    init() throws {
        folder = try TemporaryFolder()
        catalog = try Catalog(directory: folder.path, mode: .readWrite)
    }

    @Test("it is marked, recorded once, left out of selections, and restored when its file is there again")
    func withdrawal() throws {
        let law = try catalog.write { try $0.file("a", Sample.law("a"), Sample.provisions(2)) }
        let counts = try catalog.write { session in
            [
                try session.withdraw(source: "a", why: "the publisher took it back"),
                try session.withdraw(source: "a", why: "again"), try session.withdraw(source: "unknown", why: "x"),
            ]
        }
        #expect(counts == [1, 0, 0])
        #expect(try catalog.law(id: law.id)?.withdrawnAt != nil)
        #expect(try catalog.counts().provisions == 2)
        #expect(try catalog.selection(.newest).hidden == [law.id])
        #expect(try catalog.selection(.newest, includesWithdrawn: true).hidden == [])
        #expect(try catalog.verify(deep: true).problems == [])
        try catalog.write { _ = try $0.beginSource(Sample.identity("a")) }
        #expect(try catalog.law(id: law.id)?.withdrawnAt == nil)
        #expect(try catalog.events().map(\.draft.kind) == [.lawAdded, .lawWithdrawn, .lawRestored])
        #expect(try catalog.verify(deep: true).problems == [])
    }

    @Test("a file that was moved takes its law over; one beside it does not")
    func moved() throws {
        try catalog.write { try $0.file("old", Sample.law("a"), Sample.provisions(2)) }
        let refused = try catalog.write { session in
            let source = try session.begin("beside")
            let outcome = try session.upsertLaw(Sample.law("a"), source: source)
            try session.finishSource(source, .skipped(reason: "a duplicate"))
            return outcome
        }
        guard case .duplicateLaw = refused else {
            Issue.record("taken over from a law that stands")
            return
        }
        try catalog.write { session in
            try session.withdraw(source: "old", why: "its file is gone")
            try session.file("new", checksum: "d00d", Sample.law("a"), Sample.provisions(2))
        }
        let law = try #require(try catalog.law(iri: Sample.law("a").expression))
        #expect(law.sourcePath == "new")
        #expect(law.withdrawnAt == nil)
        #expect(try catalog.sourceFile(path: "old")?.laws == 0)
        #expect(try catalog.events(subject: law.expression).last?.draft.kind == .lawRestored)
        #expect(try catalog.verify(deep: true).problems == [])
    }

    @Test("an expression before the one that was withdrawn counts as the newest")
    func newest() throws {
        let old = try catalog.write { try $0.file("a", Sample.law("a", version: "2001-01-01"), Sample.provisions(2)) }
        let new = try catalog.write { try $0.file("b", Sample.law("a", version: "2005-01-01"), Sample.provisions(2)) }
        #expect(try catalog.selection(.newest).hidden == [old.id])
        try catalog.write { _ = try $0.withdraw(source: "b", why: "wrong text") }
        #expect(try catalog.selection(.newest).hidden == [new.id])
    }
}
