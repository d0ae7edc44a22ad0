import Catalog
import Foundation
import Ingestion
import Legislation
import Retrieval
import TestSupport
import Testing

@Suite("Searches ask the expressions of one point in time")
struct VersionSearchTests {
    private static func law(_ number: Int, _ version: String, _ text: String) -> String {
        InventedLaw(
            "KE", "eng", "Barrels Act \(number)", number: number, version: version,
            articles: [.init(1, "Barrels", text)]
        ).akomaNtoso
    }

    private static func folder() throws -> LawFolder {
        let folder = try LawFolder()
        try folder.write("old.xml", law(1, "2016-01-01", "The keeper weighs barrels each month."))
        try folder.write("new.xml", law(1, "2020-01-01", "The keeper weighs barrels each week."))
        try folder.write("other.xml", law(2, "2018-01-01", "The carrier counts barrels."))
        try folder.write(
            "undated.md",
            "---\ntitle: \"Undated Act\"\ncountry: KE\nlanguage: en\n---\n\n## Article 1. Duty\n\nBarrels are dry.\n")
        _ = try folder.ingest()
        return folder
    }

    private static func found(
        _ folder: LawFolder, _ versions: VersionScope = .newest, withdrawn: Bool = false
    ) throws -> [String: Standing?] {
        var request = SearchRequest(try QueryParser.parse("barrels"))
        request.versions = versions
        request.includesWithdrawn = withdrawn
        request.wantsTotal = true
        let result = try LawSearcher(folder: folder.index.path).search(request)
        #expect(result.total == result.hits.count)
        return Dictionary(
            uniqueKeysWithValues: result.hits.map {
                (URL(fileURLWithPath: $0.record.law.sourcePath).lastPathComponent, $0.standing)
            })
    }

    private static func day(_ text: String, undated: Bool = true) throws -> VersionScope {
        .asOf(try #require(LawDay(text)), includesUndated: undated)
    }

    @Test("the newest expression without a day; all when asked for")
    func newest() throws {
        let folder = try Self.folder()
        #expect(try Set(Self.found(folder).keys) == ["new.xml", "other.xml", "undated.md"])
        #expect(try Self.found(folder, .all).count == 4)
    }

    @Test("with a day the expression that applied; unknown dates are marked, stand lower, or are left out")
    func asOf() throws {
        let folder = try Self.folder()
        #expect(
            try Self.found(folder, Self.day("2017-05-05")) == ["old.xml": .applied, "undated.md": .unknown])
        #expect(
            try Self.found(folder, Self.day("2019-12-31", undated: false)) == [
                "old.xml": .applied, "other.xml": .applied,
            ])
        #expect(
            try Self.found(folder, Self.day("2020-01-01", undated: false)) == [
                "new.xml": .applied, "other.xml": .applied,
            ])
        #expect(try Self.found(folder, Self.day("1990-01-01", undated: false)).isEmpty)
    }

    @Test("one searcher answers for several days in turn")
    func turns() throws {
        let folder = try Self.folder()
        let searcher = try LawSearcher(folder: folder.index.path)
        for (day, count) in [("2017-05-05", 2), ("2020-01-01", 3), ("2017-05-05", 2), ("2001-01-01", 1)] {
            var request = SearchRequest(try QueryParser.parse("barrels"))
            request.versions = try Self.day(day)
            #expect(try searcher.search(request).hits.count == count)
        }
        #expect(try searcher.search(SearchRequest(QueryParser.parse("barrels"))).hits.count == 3)
    }

    @Test("a file that is gone is withdrawn on request: hidden, kept, and back when it is back")
    func withdrawMissing() throws {
        let folder = try Self.folder()
        let text = try String(contentsOfFile: folder.path("other.xml"), encoding: .utf8)
        try folder.remove("other.xml")
        let ingestor = Ingestor(folder: folder.index, workerCount: 1, author: "Amina")
        #expect(try ingestor.index(paths: [folder.sources]).withdrawn.isEmpty)
        #expect(try Self.found(folder).count == 3)
        let summary = try ingestor.index(paths: [folder.sources], withdrawsMissing: true)
        #expect(summary.withdrawn.map(\.laws) == [1])
        #expect(try Set(Self.found(folder).keys) == ["new.xml", "undated.md"])
        #expect(try Self.found(folder, withdrawn: true).count == 3)
        #expect(try folder.verify().faults.isEmpty)
        #expect(try ingestor.index(paths: [folder.sources], withdrawsMissing: true).withdrawn.isEmpty)
        try folder.write("other.xml", text)
        _ = try ingestor.index(paths: [folder.sources])
        #expect(try Self.found(folder).count == 3)
        let kinds = try Catalog(directory: folder.index.path, mode: .readOnly)
            .events(subject: "/akn/ke/act/2015/2").map(\.draft.kind)
        #expect(kinds == [.lawAdded, .lawWithdrawn, .lawRestored])
    }

    @Test("a file that was moved keeps its law standing")
    func moved() throws {
        let folder = try Self.folder()
        let text = try String(contentsOfFile: folder.path("other.xml"), encoding: .utf8)
        try folder.remove("other.xml")
        try folder.write("sub/moved.xml", text)
        // Without the request the new file is refused: the law is read from the old one.
        #expect(try folder.ingest().reason(folder.path("sub/moved.xml")) != nil)
        _ = try Ingestor(folder: folder.index, workerCount: 1).index(paths: [folder.sources], withdrawsMissing: true)
        #expect(try Set(Self.found(folder).keys) == ["new.xml", "moved.xml", "undated.md"])
        #expect(try folder.verify().faults.isEmpty)
    }

    @Test("a folder in which nothing is left withdraws nothing")
    func allMissing() throws {
        let folder = try Self.folder()
        for name in ["old.xml", "new.xml", "other.xml", "undated.md"] { try folder.remove(name) }
        #expect(throws: IngestionError.allMissing(folder.sources, 4)) {
            try Ingestor(folder: folder.index, workerCount: 1).index(paths: [folder.sources], withdrawsMissing: true)
        }
        #expect(try Self.found(folder).count == 3)
        // Unless each was withdrawn by its name, as the error says.
        let ingestor = Ingestor(folder: folder.index, workerCount: 1)
        for name in ["old.xml", "new.xml", "other.xml", "undated.md"] {
            #expect(try ingestor.withdraw(source: folder.path(name), why: "to go") == 1)
        }
        #expect(try ingestor.index(paths: [folder.sources], withdrawsMissing: true).withdrawn.isEmpty)
        #expect(try Self.found(folder).isEmpty)
    }

    @Test("what a publisher took back is withdrawn by its file")
    func withdraw() throws {
        let folder = try Self.folder()
        let ingestor = Ingestor(folder: folder.index, workerCount: 1)
        #expect(try ingestor.withdraw(source: folder.path("new.xml"), why: "taken back") == 1)
        #expect(try ingestor.withdraw(source: folder.path("new.xml"), why: "taken back") == 0)
        #expect(try Set(Self.found(folder).keys) == ["old.xml", "other.xml", "undated.md"])
    }

    @Test("a file that cannot be read is recorded once")
    func refused() throws {
        let folder = try LawFolder()
        let path = try folder.write("bad.xml", "<akomaNtoso><act></akomaNtoso>")
        for _ in 0..<2 { _ = try folder.ingest() }
        let events = try Catalog(directory: folder.index.path, mode: .readOnly).events()
        #expect(events.map(\.draft.kind) == [.refused])
        #expect(events.first?.draft.subject == path)
    }
}
