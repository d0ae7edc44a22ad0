import Catalog
import Foundation
import Ingestion
import InvertedIndex
import Legislation
import ProvisionIndex
import Testing

@Suite("Proving that catalog and index agree")
struct IndexVerifierTests {
    private static func indexed() throws -> LawFolder {
        let folder = try LawFolder()
        try folder.write("a.md", markdown("First Act", "Weigh the barrels.", "Weigh the tubs."))
        try folder.write("b.md", markdown("Second Act", "Count lemons."))
        _ = try folder.ingest()
        return folder
    }

    private static func writer(_ folder: LawFolder) throws -> IndexWriter {
        try IndexWriter(
            directory: folder.index.indexPath, schema: ProvisionSchema.columns, parameters: ProvisionSchema.ranking,
            analysisVersion: ProvisionSchema.analysisVersion)
    }

    /// Adds a document with this number.
    private static func add(_ number: Int64, to folder: LawFolder) throws {
        let writer = try writer(folder)
        let analysis = try ObligationAnalysis()
        let builder = writer.makeBuilder()
        let law = Law(
            work: "/akn/ke/act/x", jurisdiction: try Jurisdiction(code: "KE"), language: try LanguageTag("en"),
            title: "Stray Act")
        ProvisionDocumentWriter(classifier: analysis.classifier, matrix: analysis.matrix).add(
            Provision(eId: "art_1", kind: .article, text: "Stray words."), id: number, law: law, lawID: 1,
            detectedLanguage: nil,
            to: builder)
        try writer.add(builder)
        try writer.commit(sequence: writer.sequence)
    }

    @Test("an index as it was made is sound")
    func sound() throws {
        let report = try Self.indexed().verify()
        #expect(report.faults.isEmpty)
        #expect(report.waiting == 0)
        #expect(report.provisions == 3)
        #expect(report.bytes > 0)
    }

    @Test("a provision that the index lost is counted, and a new index brings it back")
    func missing() throws {
        let folder = try Self.indexed()
        let writer = try Self.writer(folder)
        #expect(try writer.delete(column: ProvisionSchema.ColumnName.provision, in: [2]) == 1)
        try writer.commit(sequence: writer.sequence)
        #expect(try folder.verify().faults == ["1 provisions of the catalog are not in the index"])
        _ = try Ingestor(folder: folder.index).reindex()
        #expect(try folder.verify().faults.isEmpty)
    }

    @Test("a provision that only the index has is counted")
    func superfluous() throws {
        let folder = try Self.indexed()
        try Self.add(99, to: folder)
        #expect(try folder.verify().faults == ["1 provisions of the index are not in the catalog"])
    }

    @Test("a provision that the index has twice is counted")
    func twice() throws {
        let folder = try Self.indexed()
        try Self.add(2, to: folder)
        #expect(try folder.verify().faults == ["1 provisions are in the index more than once"])
    }

    @Test("a run stopped between catalog and index leaves an index that is behind; the next run mends it")
    func behind() throws {
        let folder = try Self.indexed()
        let law = Law(
            work: "/akn/ke/act/3", jurisdiction: try Jurisdiction(code: "KE"), language: try LanguageTag("en"),
            title: "Third Act")
        do {
            // What the first half of a run does: the catalog is committed, the index not followed.
            let catalog = try Catalog(directory: folder.index.path, mode: .readWrite)
            try catalog.write { session in
                let identity = SourceFile.Identity(path: "/laws/c.md", checksum: "c", size: 1, modified: 0)
                guard case .begun(let source, _) = try session.beginSource(identity),
                    case .added(let record) = try session.upsertLaw(law, source: source)
                else {
                    Issue.record("the law is not new")
                    return
                }
                _ = try session.appendProvisions(
                    toLaw: record.id, [Provision(eId: "art_1", kind: .article, text: "Peel onions.")])
                try session.finishSource(source)
                _ = try session.removeSource(path: folder.path("b.md"))
            }
        }
        let report = try folder.verify()
        #expect(report.faults.isEmpty)
        #expect(report.waiting == 2)
        #expect(try folder.search("onions").isEmpty)
        try folder.remove("b.md")
        _ = try folder.ingest()
        #expect(try folder.verify().faults.isEmpty)
        #expect(try folder.verify().waiting == 0)
        #expect(try folder.search("onions").count == 1)
        #expect(try folder.search("lemons").isEmpty)
    }

    @Test("a file whose reading was broken off is read again")
    func incomplete() throws {
        let folder = try Self.indexed()
        let path = try folder.write("c.md", markdown("Third Act", "Peel onions."))
        do {
            let catalog = try Catalog(directory: folder.index.path, mode: .readWrite)
            try catalog.write { session in
                _ = try session.beginSource(SourceFile.Identity(path: path, checksum: "c", size: 1, modified: 0))
            }
        }
        #expect(try folder.verify().catalog.incompleteSources == [path])
        _ = try folder.ingest("a.md")
        #expect(try folder.verify().catalog.incompleteSources.isEmpty)
        _ = try folder.ingest()
        #expect(try folder.search("onions").count == 1)
    }

    @Test("any byte of a segment that is not as written is named", arguments: [0.02, 0.2, 0.4, 0.6, 0.8, 0.999])
    func damagedSegment(place: Double) throws {
        let folder = try Self.indexed()
        let manifest = try Manifest.read(from: folder.index.indexPath)
        let path = folder.index.indexPath + "/" + (try #require(manifest.segments.first).file)
        var bytes = try Data(contentsOf: URL(fileURLWithPath: path))
        // Between sections lie zeros that mean nothing; change one that does.
        var offset = Int(Double(bytes.count) * place)
        while bytes[offset] == 0 { offset -= 1 }
        bytes[offset] ^= 0x55
        try bytes.write(to: URL(fileURLWithPath: path))
        let error = #expect(throws: IndexError.self) { try folder.verify() }
        #expect(error?.description.contains(path) == true)
        _ = try Ingestor(folder: folder.index).reindex()
        #expect(try folder.verify().faults.isEmpty)
    }

    @Test("a segment that was cut short or is gone is named", arguments: [true, false])
    func lostSegment(isCut: Bool) throws {
        let folder = try Self.indexed()
        let manifest = try Manifest.read(from: folder.index.indexPath)
        let path = folder.index.indexPath + "/" + (try #require(manifest.segments.first).file)
        if isCut {
            try Data(contentsOf: URL(fileURLWithPath: path)).dropLast(100).write(to: URL(fileURLWithPath: path))
        } else {
            try FileManager.default.removeItem(atPath: path)
        }
        let error = #expect(throws: IndexError.self) { try folder.verify() }
        #expect(error?.description.contains("reindex") == true)
        _ = try Ingestor(folder: folder.index).reindex()
        #expect(try folder.verify().faults.isEmpty)
    }

    @Test("a damaged catalog is an error or a fault, never agreement")
    func damagedCatalog() throws {
        let folder = try Self.indexed()
        // What is still in the log goes into the file.
        try Catalog(directory: folder.index.path, mode: .readWrite).checkpoint()
        let path = folder.index.path + "/catalog.sqlite"
        var bytes = try Data(contentsOf: URL(fileURLWithPath: path))
        for offset in stride(from: 4096, to: bytes.count, by: 7) { bytes[offset] = 0xA5 }
        try bytes.write(to: URL(fileURLWithPath: path))
        #expect(throws: CatalogError.self) {
            let report = try folder.verify()
            if !report.faults.isEmpty { throw CatalogError.corrupt(file: path, detail: report.faults[0]) }
        }
    }

    @Test("an index of a newer format is refused with both versions", arguments: ["MANIFEST", "catalog"])
    func newer(part: String) throws {
        let folder = try Self.indexed()
        if part == "MANIFEST" {
            let path = folder.index.indexPath + "/MANIFEST"
            let text = try String(contentsOfFile: path, encoding: .utf8)
            try text.replacingOccurrences(of: "concord-index \(Manifest.formatVersion) ", with: "concord-index 7 ")
                .write(toFile: path, atomically: true, encoding: .utf8)
            let refused = IndexError.newerVersion(file: path, found: 7, supported: Manifest.formatVersion)
            #expect(throws: refused) { try folder.verify() }
            #expect(throws: IndexError.self) { try folder.ingest() }
            _ = try Ingestor(folder: folder.index).reindex()
            #expect(try folder.verify().faults.isEmpty)
        } else {
            try Catalog(directory: folder.index.path, mode: .readWrite).checkpoint()
            let path = folder.index.path + "/catalog.sqlite"
            var bytes = try Data(contentsOf: URL(fileURLWithPath: path))
            // user_version of the database header, big-endian (https://www.sqlite.org/fileformat.html, 1.3).
            bytes[63] = 9
            try bytes.write(to: URL(fileURLWithPath: path))
            let error = #expect(throws: CatalogError.self) { try folder.verify() }
            #expect(error == .newerVersion(file: path, found: 9, supported: 1))
        }
    }

    @Test("an index of another analysis is not added to, and a new one takes its place")
    func otherAnalysis() throws {
        let folder = try Self.indexed()
        var manifest = try Manifest.read(from: folder.index.indexPath)
        manifest.analysisVersion += 1
        try manifest.write(to: folder.index.indexPath)
        let error = #expect(throws: IndexError.self) { try folder.ingest() }
        #expect(error?.description.contains("reindex") == true)
        #expect(throws: IndexError.self) { try folder.search("barrels") }
        _ = try Ingestor(folder: folder.index).reindex()
        #expect(try folder.search("barrels").count == 1)
    }

    @Test("a folder without catalog is said to have none")
    func noCatalog() throws {
        let folder = try LawFolder()
        #expect(throws: IngestionError.noCatalog(folder.index.path)) { try folder.verify() }
        #expect(throws: IngestionError.noCatalog(folder.index.path)) {
            try Ingestor(folder: folder.index).reindex()
        }
    }

    @Test("two writers at once: the second is told which process is the first")
    func twoWriters() throws {
        let folder = try Self.indexed()
        let lock = try WriterLock(directory: folder.index.path)
        let error = #expect(throws: CatalogError.self) { try folder.ingest() }
        #expect(error == .locked(file: lock.file, holder: ProcessInfo.processInfo.processIdentifier))
        #expect(try folder.search("barrels").count == 1, "reading goes on")
    }
}
