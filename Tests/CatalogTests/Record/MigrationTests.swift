import Foundation
import GRDB
import Legislation
import Testing

@testable import Catalog

@Suite("A catalog of the first version is brought up to date")
struct MigrationTests {
    let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    /// A catalog as the first version made it, with two laws.
    private func makeFirstVersion() throws {
        let queue = try DatabaseQueue(path: folder.database)
        try CatalogSchema.migrator.migrate(queue, upTo: "1")
        try queue.write { database in
            try database.execute(
                sql: """
                    INSERT INTO source_file (path, checksum, size, modified, laws, provisions, indexed_at, complete)
                    VALUES ('a', 'c0ffee', 10, 0, 2, 3, 0, 1);
                    INSERT INTO law (source_id, ordinal, expression, work, jurisdiction, language, title, version, status,
                        authenticity, provisions)
                    VALUES (1, 0, '/akn/ke/act/2012/a/eng@2012-01-01', '/akn/ke/act/2012/a', 'KE', 'en', 'Act a',
                        '2012-01-01', 'in-force', 'official', 2),
                        (1, 1, '/akn/ke/act/2012/b/eng', '/akn/ke/act/2012/b', 'KE', 'en', 'Act b', NULL, 'unknown',
                        'official', 1);
                    INSERT INTO provision (law_id, ordinal, eid, kind, path, text)
                    VALUES (1, 0, 'art_1', 'article', '["Part I"]', 'First.'), (1, 1, 'art_2', 'article', NULL, 'Second.'),
                        (2, 0, 'art_1', 'article', NULL, 'Third.');
                    INSERT INTO change (kind, first_provision_id, last_provision_id) VALUES ('insert', 1, 3);
                    """)
        }
        try queue.close()
    }

    @Test("its laws keep their numbers and get digests and events; all is sound")
    func migration() throws {
        try makeFirstVersion()
        let catalog = try Catalog(directory: folder.path, mode: .readWrite)
        #expect(try catalog.counts().provisions == 3)
        #expect(try catalog.law(id: 1)?.withdrawnAt == nil)
        #expect(try catalog.events().map(\.draft.kind) == [.catalogMigrated, .lawAdded, .lawAdded])
        #expect(try catalog.events(subject: "/akn/ke/act/2012/a").count == 1)
        #expect(try catalog.verify(deep: true).problems == [])
        // And it goes on as any other.
        try catalog.write { try $0.file("b", Sample.law("c"), Sample.provisions(2)) }
        try catalog.write { _ = try $0.removeSource(path: "a") }
        #expect(try catalog.verify(deep: true).problems == [])
    }

    @Test("a reader says how it is brought up to date, and leaves it as it is")
    func reader() throws {
        try makeFirstVersion()
        let error = #expect(throws: CatalogError.self) { try Catalog(directory: folder.path, mode: .readOnly) }
        #expect(error == .olderVersion(file: folder.database, found: 1, supported: CatalogSchema.version))
    }

    @Test("an empty catalog of the first version gets an empty record")
    func empty() throws {
        let queue = try DatabaseQueue(path: folder.database)
        try CatalogSchema.migrator.migrate(queue, upTo: "1")
        try queue.close()
        let catalog = try Catalog(directory: folder.path, mode: .readWrite)
        #expect(try catalog.events().isEmpty)
        #expect(try catalog.verify(deep: true).problems == [])
    }
}
