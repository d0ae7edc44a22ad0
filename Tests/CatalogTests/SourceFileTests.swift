import Catalog
import Foundation
import Legislation
import Testing

@Suite("Files are indexed once, replaced whole, and done again after an interruption")
struct SourceFileTests {
    let folder: TemporaryFolder
    let catalog: Catalog

    init() throws {
        folder = try TemporaryFolder()
        catalog = try Catalog(directory: folder.path, mode: .readWrite)
    }

    @Test("an unchanged file is left alone, unless forced")
    func unchanged() throws {
        try catalog.write { try $0.file("a", Sample.law("a"), Sample.provisions(3)) }
        let sequence = try catalog.currentSequence()
        let touched = SourceFile.Identity(path: "a", checksum: "c0ffee", size: 4096, modified: 1)
        let state = try catalog.write { try $0.beginSource(touched) }
        guard case .unchanged(let file) = state else {
            Issue.record("begun again")
            return
        }
        #expect(file.laws == 1)
        #expect(file.provisions == 3)
        #expect(file.isComplete)
        #expect(file.outcome == .indexed)
        #expect(try catalog.sourceFile(path: "a")?.identity.modified == 1)
        #expect(try catalog.currentSequence() == sequence)
        let forced = try catalog.write { try $0.beginSource(touched, force: true) }
        #expect(forced == .begun(id: file.id, removed: [1..<4]))
    }

    @Test("a changed file is replaced: the old provisions go, the new ones have new numbers, both are logged")
    func replaced() throws {
        try catalog.write { try $0.file("a", checksum: "1", Sample.law("a"), Sample.provisions(3)) }
        try catalog.write { try $0.file("b", Sample.law("b"), Sample.provisions(2)) }
        let reached = try catalog.currentSequence()
        try catalog.write { try $0.file("a", checksum: "2", Sample.law("a"), Sample.provisions(4)) }
        let changes = try catalog.changes(after: reached)
        #expect(changes.map(\.kind) == [.delete, .insert])
        #expect(changes.map(\.provisions) == [1..<4, 6..<10])
        #expect(changes.map(\.sequence) == [reached + 1, reached + 2])
        #expect(try catalog.provisions(ids: Array(1...10)).map(\.id) == Array(4...9))
        #expect(try catalog.sourceFiles().map(\.path) == ["a", "b"])
        #expect(try catalog.verify().problems == [])
    }

    @Test("when a replacement fails, the former state stands")
    func failedReplacement() throws {
        try catalog.write { try $0.file("a", checksum: "1", Sample.law("a"), Sample.provisions(3)) }
        let before = try catalog.provisions(ids: [1, 2, 3])
        #expect(throws: CatalogError.self) {
            try catalog.write { session in
                try session.file("a", checksum: "2", Sample.law("a"), [Sample.provision("x"), Sample.provision("x")])
            }
        }
        #expect(try catalog.provisions(ids: [1, 2, 3]) == before)
        #expect(try catalog.sourceFile(path: "a")?.identity.checksum == "1")
        #expect(try catalog.verify().isSound)
    }

    @Test("the same expression from another file names the earlier one; the same file may announce it again")
    func duplicates() throws {
        let law = try Sample.law("a")
        let first = try catalog.write { try $0.file("one.xml", law, Sample.provisions(2)) }
        try catalog.write { session in
            let source = try session.begin("two.xml")
            guard case .duplicateLaw(let earlier) = try session.upsertLaw(law, source: source) else {
                Issue.record("taken twice")
                return
            }
            #expect(earlier.id == first.id)
            #expect(earlier.sourcePath == "one.xml")
            let other = try session.add(Sample.law("b"), source: source)
            var again = try Sample.law("b")
            again.title = "Another title"
            #expect(try session.upsertLaw(again, source: source) == .again(other))
            try session.finishSource(source, .skipped(reason: "duplicate of one.xml"))
        }
        // Skipping took back what the file had given.
        #expect(try catalog.counts().laws == 1)
        #expect(try catalog.sourceFile(path: "two.xml")?.outcome == .skipped(reason: "duplicate of one.xml"))
        #expect(try catalog.sourceFile(path: "two.xml")?.laws == 0)
    }

    @Test("a file interrupted between transactions is found incomplete and done again")
    func interrupted() throws {
        try catalog.write { session in
            let source = try session.begin("big.jsonl")
            let law = try session.add(Sample.law("big"), source: source)
            _ = try session.appendProvisions(toLaw: law.id, Sample.provisions(100))
        }
        #expect(try catalog.sourceFile(path: "big.jsonl")?.isComplete == false)
        #expect(try catalog.verify().incompleteSources == ["big.jsonl"])
        #expect(try catalog.verify().isSound)
        let state = try catalog.write { try $0.beginSource(Sample.identity("big.jsonl")) }
        #expect(state == .begun(id: 1, removed: [1..<101]))
        #expect(try catalog.write { try $0.removeIncompleteSources() } == ["big.jsonl"])
        #expect(try catalog.sourceFiles().isEmpty)
        #expect(try catalog.write { try $0.removeIncompleteSources() } == [])
    }

    @Test("a file removed takes its laws with it; removing an unknown one does nothing")
    func removed() throws {
        try catalog.write { session in
            try session.file("a", Sample.law("a"), Sample.provisions(3))
            #expect(try session.removeSource(path: "a") == [1..<4])
            #expect(try session.removeSource(path: "nowhere") == [])
        }
        #expect(try catalog.counts().laws == 0)
        #expect(try catalog.verify().isSound)
    }

    @Test("a bad file inside a batch is undone alone")
    func isolated() throws {
        try catalog.write { session in
            try session.file("a", Sample.law("a"), Sample.provisions(2))
            #expect(throws: CatalogError.duplicateProvision(law: "/akn/ke/act/2012/bad/eng", eId: "art_1")) {
                try session.isolated {
                    let twice = Sample.provisions(2) + Sample.provisions(1)
                    try session.file("bad", Sample.law("bad"), twice)
                }
            }
            try session.isolated { try session.file("c", Sample.law("c"), Sample.provisions(2)) }
        }
        #expect(try catalog.sourceFiles().map(\.path) == ["a", "c"])
        #expect(try catalog.counts().provisions == 4)
        #expect(try catalog.verify().problems == [])
    }

    @Test("a transaction in which an append failed half way cannot be kept by overlooking the error")
    func overlooked() throws {
        #expect(throws: CatalogError.self) {
            try catalog.write { session in
                _ = try? session.file("bad", Sample.law("bad"), Sample.provisions(2) + Sample.provisions(1))
            }
        }
        #expect(try catalog.counts().provisions == 0)
    }

    @Test(
        "what SQLite would cut or refuse is refused with the place named",
        arguments: ["text", "heading", "number", "externalID", "eId", "title", "path of the file"])
    func unstorable(field: String) throws {
        var law = try Sample.law("a")
        var provision = Sample.provision("art_1")
        var path = "a"
        switch field {
        case "text": provision.text = "cut\0here"
        case "heading": provision.heading = "\0"
        case "number": provision.number = "1\0"
        case "externalID": provision.externalID = "\0x"
        case "eId": provision.eId = "art\0"
        case "title": law.title = "a\0b"
        default: path = "a\0b"
        }
        let error = #expect(throws: CatalogError.self) {
            try catalog.write { try $0.file(path, law, [provision]) }
        }
        guard case .unstorable = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(try catalog.sourceFiles().isEmpty)
    }

    @Test("what does not exist cannot own anything")
    func unknownOwners() throws {
        let law = try Sample.law("a")
        #expect(throws: CatalogError.unknownRecord(kind: "law", id: 7)) {
            try catalog.write { _ = try $0.appendProvisions(toLaw: 7, Sample.provisions(1)) }
        }
        #expect(throws: CatalogError.unknownRecord(kind: "law", id: 7)) { try catalog.write { try $0.deleteLaw(7) } }
        #expect(throws: CatalogError.self) { try catalog.write { _ = try $0.upsertLaw(law, source: 7) } }
        #expect(throws: CatalogError.self) { try catalog.write { try $0.finishSource(7) } }
        #expect(throws: CatalogError.self) {
            // A file that is done takes no more laws.
            try catalog.write { session in
                let source = try session.begin("a")
                try session.finishSource(source)
                _ = try session.upsertLaw(law, source: source)
            }
        }
    }
}
