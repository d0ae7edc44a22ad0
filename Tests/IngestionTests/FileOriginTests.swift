import Catalog
import Foundation
import Ingestion
import Legislation
import Synchronization
import Testing

@Suite("Files that were fetched")
struct FileOriginTests {
    private static func act(_ status: String) -> String {
        """
        ---
        title: "Toxins Act"
        identifier: T-1
        country: KE
        language: en
        status: \(status)
        ---

        ## Article 1. Duty

        A holder of a licence keeps a ledger of toxins.
        """
    }

    private static func law(_ folder: LawFolder) throws -> Law? {
        let provision = try #require(try folder.search("toxins").first)
        let iri = String(provision.prefix { $0 != "#" })
        return try Catalog(directory: folder.index.path, mode: .readOnly).laws(iri: iri).first?.law
    }

    @Test("a law that names no source has the address it was fetched from")
    func address() throws {
        let folder = try LawFolder()
        try folder.write("a.md", Self.act("in_force"))
        _ = try Ingestor(folder: folder.index, origin: { _ in FileOrigin(address: "https://law.example/a") })
            .index(paths: [folder.sources])
        #expect(try Self.law(folder)?.sourceURL == "https://law.example/a")
    }

    @Test("a law whose publisher has it no more is withdrawn, until it is back")
    func withdrawn() throws {
        let folder = try LawFolder()
        let path = try folder.write("a.md", Self.act("in_force"))
        let isWithdrawn = Mutex(false)
        func ingest() throws -> IngestionSummary {
            let ingestor = Ingestor(
                folder: folder.index,
                origin: { _ in
                    FileOrigin(address: "https://law.example/a", isWithdrawn: isWithdrawn.withLock { $0 })
                })
            return try ingestor.index(paths: [folder.sources])
        }
        _ = try ingest()
        #expect(try folder.search("toxins").count == 1)
        isWithdrawn.withLock { $0 = true }
        for _ in 0..<2 {
            #expect(try ingest().skipped.map(\.path) == [path])
            #expect(try folder.search("toxins").isEmpty)
        }
        isWithdrawn.withLock { $0 = false }
        #expect(try ingest().isUnchanged(path))
        #expect(try folder.search("toxins").count == 1)
        #expect(try folder.verify().faults.isEmpty)
    }
}
