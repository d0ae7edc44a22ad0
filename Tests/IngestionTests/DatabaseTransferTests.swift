import Catalog
import Foundation
import Ingestion
import InvertedIndex
import Legislation
import ProvisionIndex
import TestSupport
import Testing

@testable import Retrieval

@Suite("A database is moved, copied and examined whole")
struct DatabaseTransferTests {
    private static let questions = ["barrels", "permit journey", "lemons OR barrels", "transit country:UG", "article"]

    private static func folder() throws -> LawFolder {
        let folder = try LawFolder()
        for (number, law) in InventedLaw.transitLaws.enumerated() {
            try folder.write("law\(number).xml", law.akomaNtoso)
        }
        try folder.write("a.md", markdown("First Act", "Weigh the barrels.", "Weigh the tubs and barrels."))
        try folder.write("b.md", markdown("Second Act", "Count lemons."))
        _ = try folder.ingest()
        // Numbers with gaps, and deletions in the index.
        try folder.write("b.md", markdown("Second Act", "Count lemons.", "Count barrels."))
        _ = try folder.ingest()
        return folder
    }

    private static func answers(_ path: String) throws -> [[String]] {
        try questions.map { question in
            try LawSearcher(folder: path).search(SearchRequest(QueryParser.parse(question), limit: 100)).hits
                .map { "\($0.record.iri) \($0.score)" }
        }
    }

    private static func beside(_ folder: LawFolder, _ name: String) -> IndexFolder {
        IndexFolder(folder.sources + "/../" + name)
    }

    @Test("an imported database answers as the exported one")
    func importing() throws {
        let folder = try Self.folder()
        let export = Self.beside(folder, "export").path
        _ = try CatalogExport(of: Catalog(directory: folder.index.path, mode: .readOnly)).write(to: export)
        let copy = Self.beside(folder, "imported")
        _ = try DatabaseImport(from: export).make(copy, workerCount: 1)
        // Deleted documents count for the rarity of terms until a merge; compare with an index made anew.
        _ = try Ingestor(folder: folder.index, workerCount: 1).reindex()
        #expect(try Self.answers(copy.path) == Self.answers(folder.index.path))
        #expect(try IndexVerifier(folder: copy).verify(.everything).faults.isEmpty)
    }

    @Test("a damaged export leaves nothing behind")
    func damagedImport() throws {
        let folder = try Self.folder()
        let export = Self.beside(folder, "export").path
        _ = try CatalogExport(of: Catalog(directory: folder.index.path, mode: .readOnly)).write(to: export)
        try Data("{}\n".utf8).write(to: URL(fileURLWithPath: export + "/events.jsonl"))
        #expect(throws: TransferError.self) { try DatabaseImport(from: export).make(Self.beside(folder, "imported")) }
        let left = try FileManager.default.contentsOfDirectory(atPath: folder.sources + "/..").sorted()
        #expect(left == ["export", "index", "laws"])
        #expect(throws: TransferError.self) { try DatabaseImport(from: export).make(folder.index) }
    }

    @Test("a backup is an index folder that answers as the original, also later")
    func backup() throws {
        let folder = try Self.folder()
        let copy = Self.beside(folder, "backup")
        let report = try DatabaseBackup(of: folder.index).write(toFolder: copy.path)
        #expect(report.hasIndex)
        let before = try Self.answers(folder.index.path)
        try folder.write("c.md", markdown("Third Act", "Barrels again."))
        _ = try folder.ingest()
        _ = try Ingestor(folder: folder.index, workerCount: 1).reindex()
        #expect(try Self.answers(copy.path) == before)
        #expect(try IndexVerifier(folder: copy).verify(.everything).faults.isEmpty)
        // Restored, it goes on as any other.
        _ = try Ingestor(folder: copy, workerCount: 1).index(paths: [folder.sources])
        #expect(try IndexVerifier(folder: copy).verify(.everything).faults.isEmpty)
        #expect(throws: TransferError.self) { try DatabaseBackup(of: folder.index).write(toFolder: copy.path) }
    }

    @Test("an index that is behind its catalog is healed in the copy by the next run")
    func behind() throws {
        let folder = try Self.folder()
        try Catalog(directory: folder.index.path, mode: .readWrite).write { session in
            _ = try session.removeSource(path: folder.path("a.md"))
        }
        let copy = Self.beside(folder, "backup")
        _ = try DatabaseBackup(of: folder.index).write(toFolder: copy.path)
        #expect(try IndexVerifier(folder: copy).verify(.everything).waiting == 2)
        _ = try Ingestor(folder: copy, workerCount: 1).index(paths: [folder.path("b.md")])
        let report = try IndexVerifier(folder: copy).verify(.everything)
        #expect(report.waiting == 0)
        #expect(report.faults.isEmpty)
    }

    @Test("a backup of the catalog alone gives the same answers once it is indexed")
    func catalogAlone() throws {
        let folder = try Self.folder()
        let copy = Self.beside(folder, "restored")
        try FileManager.default.createDirectory(atPath: copy.path, withIntermediateDirectories: false)
        try DatabaseBackup(of: folder.index).write(toFile: copy.path + "/catalog.sqlite")
        _ = try Ingestor(folder: copy, workerCount: 1).reindex()
        _ = try Ingestor(folder: folder.index, workerCount: 1).reindex()
        #expect(try Self.answers(copy.path) == Self.answers(folder.index.path))
    }

    @Test("a deep check of what is sound finds nothing, whatever the sample")
    func deep() throws {
        let folder = try Self.folder()
        let all = try IndexVerifier(folder: folder.index).verify(.everything)
        #expect(all.faults.isEmpty)
        #expect(all.analysed == all.provisions)
        let some = try IndexVerifier(folder: folder.index).verify(.sample(5))
        #expect(some.faults.isEmpty)
        #expect((5...12).contains(some.analysed))
    }

    @Test("a deep check names the provision whose words are not in the index as its text gives")
    func wrongPostings() throws {
        let folder = try LawFolder()
        try folder.write("a.md", markdown("First Act", "Weigh the barrels.", "Weigh the tubs."))
        _ = try folder.ingest()
        let catalog = try Catalog(directory: folder.index.path, mode: .readOnly)
        let record = try #require(try catalog.provision(id: 2))
        let writer = try IndexWriter(
            directory: folder.index.indexPath, schema: ProvisionSchema.columns, parameters: ProvisionSchema.ranking,
            order: ProvisionSchema.order, analysisVersion: ProvisionSchema.analysisVersion)
        try writer.delete(column: ProvisionSchema.ColumnName.provision, in: [2])
        let analysis = try ObligationAnalysis()
        let builder = writer.makeBuilder()
        var wrong = record.provision
        wrong.text = "Weigh the tins."
        ProvisionDocumentWriter(classifier: analysis.classifier, matrix: analysis.matrix).add(
            wrong, id: 2, law: record.law.law, lawID: record.law.id, detectedLanguage: nil, to: builder)
        try writer.add(builder)
        try writer.commit(sequence: writer.sequence)
        #expect(try folder.verify().faults.isEmpty)
        let faults = try IndexVerifier(folder: folder.index).verify(.everything).faults
        #expect(faults.count == 1)
        #expect(faults.first?.hasPrefix(record.iri) == true)
        #expect(faults.first?.contains("tins") == true)
    }

    @Test("a deep check lists every damaged file", arguments: [false, true])
    func damagedSegments(isCut: Bool) throws {
        let folder = try Self.folder()
        let segments = try Manifest.read(from: folder.index.indexPath).segments
        for segment in segments {
            let url = URL(fileURLWithPath: folder.index.indexPath + "/" + segment.file)
            var bytes = try Data(contentsOf: url)
            if isCut { bytes.removeLast(9) } else { bytes[bytes.startIndex + 200] ^= 0x40 }
            try bytes.write(to: url)
        }
        #expect(try IndexVerifier(folder: folder.index).verify(.sample(3)).faults.count >= segments.count)
    }
}
