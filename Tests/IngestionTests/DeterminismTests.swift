import Foundation
import Ingestion
import Testing

@Suite("The same laws give the same index")
struct DeterminismTests {
    private static func write(_ folder: LawFolder) throws {
        for number in 0..<12 {
            let text = "A holder of licence \(number) keeps ledger \(number % 4) of toxins and weighs barrels."
            try folder.write("law\(number).md", markdown("Toxins Act \(number)", text, "Lock the doors.", "Pay."))
        }
        try folder.write("ports.jsonl", lines("Ports Act", "Declare the cargo.", "Pay the toll."))
    }

    @Test("byte for byte, with one thread")
    func bytes() throws {
        let (first, second) = (try LawFolder(), try LawFolder())
        try Self.write(first)
        try Self.write(second)
        _ = try first.ingest()
        _ = try second.ingest()
        #expect(try !first.segments().isEmpty)
        #expect(try first.segments() == second.segments())
    }

    @Test("byte for byte, with two threads, each giving the provisions of its share")
    func bytesOfTwo() throws {
        let (first, second) = (try LawFolder(), try LawFolder())
        try Self.write(first)
        try Self.write(second)
        _ = try first.ingest(workers: 2)
        _ = try second.ingest(workers: 2)
        #expect(try first.segments().count == 2)
        #expect(try first.segments() == second.segments())
    }

    @Test(
        "the same answers with one thread and two, and whatever the order of the files",
        arguments: ["toxins", "\"keeps ledger\"", "weighs NEAR/3 barrels", "title:toxins doors", "cargo OR toll"])
    func answers(question: String) throws {
        let (one, two, reversed) = (try LawFolder(), try LawFolder(), try LawFolder())
        for folder in [one, two, reversed] { try Self.write(folder) }
        _ = try one.ingest()
        _ = try two.ingest(workers: 2)
        for number in (0..<12).reversed() { _ = try reversed.ingest("law\(number).md") }
        _ = try reversed.ingest()
        let expected = try one.search(question)
        #expect(!expected.isEmpty)
        #expect(try two.search(question) == expected)
        // Ties are in the order of reading.
        #expect(Set(try reversed.search(question)) == Set(expected))
    }

    @Test("an index made anew from the catalog answers as the first")
    func reindex() throws {
        let folder = try LawFolder()
        try Self.write(folder)
        _ = try folder.ingest()
        try folder.write("law3.md", markdown("Toxins Act 3", "Weigh the barrels of ledger nine."))
        _ = try folder.ingest()
        let before = try folder.search("toxins ledger barrels")
        let count = try Ingestor(folder: folder.index, workerCount: 1).reindex()
        let report = try folder.verify()
        #expect(report.faults.isEmpty)
        #expect(report.provisions == count)
        #expect(Set(try folder.search("toxins ledger barrels")) == Set(before))
    }

    @Test("an index made anew twice is the same, byte for byte")
    func reindexTwice() throws {
        let folder = try LawFolder()
        try Self.write(folder)
        _ = try folder.ingest()
        _ = try Ingestor(folder: folder.index, workerCount: 1).reindex()
        let first = try folder.segments()
        _ = try Ingestor(folder: folder.index, workerCount: 1).reindex()
        #expect(try folder.segments() == first)
    }
}
