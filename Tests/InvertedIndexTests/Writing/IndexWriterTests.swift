import Foundation
import TestSupport
import Testing

@testable import InvertedIndex

@Suite("The index on disk changes in whole steps and can be trusted")
struct IndexWriterTests {
    private func documents(_ count: Int, seed: UInt64 = 5) -> [ReferenceDocument] {
        var generator = SeededGenerator(seed: seed)
        return (0..<count).map { ReferenceDocument.random(number: $0, using: &generator) }
    }

    @Test("Merged segments answer as the separate ones did")
    func merging() throws {
        let documents = documents(1200)
        let (apart, together) = (try TemporaryDirectory(), try TemporaryDirectory())
        _ = try makeIndex(documents, perSegment: 100, in: apart.path)
        let writer = try makeIndex(documents, perSegment: 100, in: together.path)
        try writer.mergeAll()
        try writer.commit(sequence: 2)
        let (first, second) = (try IndexSearcher(directory: apart.path), try IndexSearcher(directory: together.path))
        #expect(first.manifest.segments.count == 12 && second.manifest.segments.count == 1)
        var generator = SeededGenerator(seed: 9)
        for _ in 0..<80 {
            let query = SearchTests.randomQuery(&generator)
            #expect(try first.search(query, limit: 20) == second.search(query, limit: 20), "\(query)")
        }
        let sets = try second.matches(.everything)
        let separate = try first.matches(.everything)
        #expect(second.facet("country", in: sets) == first.facet("country", in: separate))
        #expect(second.keyword("country", of: 700) == documents[700].country)
        #expect(second.number("number", of: 700) == 700)
        #expect(second.payload(of: 700) == Array(documents[700].country.utf8))
    }

    @Test("Deleted documents are not found, and merging drops them")
    func deletion() throws {
        let directory = try TemporaryDirectory()
        let writer = try makeIndex(documents(300), perSegment: 100, in: directory.path)
        let gone = Set((0..<150).map { UInt64($0 * 2) })
        #expect(try writer.delete(column: "number", in: gone) == 150)
        #expect(try writer.delete(column: "number", in: gone) == 0)
        try writer.commit(sequence: 2)
        #expect(try IndexSearcher(directory: directory.path).search(.everything, limit: 999).count == 150)
        try writer.mergeAll()
        try writer.commit(sequence: 3)
        let searcher = try IndexSearcher(directory: directory.path)
        #expect(searcher.documentLimit == 150)
        var numbers: [UInt64] = []
        searcher.forEachLiveDocument(column: "number") { numbers.append($1) }
        #expect(numbers == Array(stride(from: UInt64(1), to: 300, by: 2)))
    }

    @Test("Many small commits do not leave many segments")
    func tieredMerging() throws {
        let directory = try TemporaryDirectory()
        let writer = try IndexWriter(directory: directory.path, schema: testSchema, analysisVersion: 1)
        let builder = writer.makeBuilder()
        for (index, document) in documents(200).enumerated() {
            builder.add(document)
            try writer.add(builder)
            try writer.mergeIfNeeded()
            try writer.commit(sequence: Int64(index))
        }
        let searcher = try IndexSearcher(directory: directory.path)
        #expect(searcher.manifest.segments.count < 16)
        var numbers: [UInt64] = []
        searcher.forEachLiveDocument(column: "number") { numbers.append($1) }
        #expect(numbers == Array(UInt64(0)..<200))
    }

    @Test("What was not committed is not there, and its files are cleared away")
    func uncommitted() throws {
        let directory = try TemporaryDirectory()
        let writer = try makeIndex(documents(50), perSegment: 50, in: directory.path)
        let builder = writer.makeBuilder()
        builder.add(documents(1)[0])
        try writer.add(builder)
        #expect(try IndexSearcher(directory: directory.path).liveDocumentCount == 50)
        _ = try IndexWriter(directory: directory.path, schema: testSchema, analysisVersion: 1)
        let segments = try FileManager.default.contentsOfDirectory(atPath: directory.path).filter {
            $0.hasPrefix("seg-")
        }
        #expect(segments.count == 1)
    }

    @Test("A searcher keeps its commit while the writer goes on")
    func snapshot() throws {
        let directory = try TemporaryDirectory()
        let writer = try makeIndex(documents(50), perSegment: 50, in: directory.path)
        let before = try IndexSearcher(directory: directory.path)
        try writer.delete(column: "number", in: Set(0..<50))
        try writer.mergeAll()
        try writer.commit(sequence: 2)
        #expect(try before.search(.everything, limit: 100).count == 50)
        #expect(try IndexSearcher(directory: directory.path).search(.everything, limit: 100).isEmpty)
    }

    @Test("An index made by another text analysis is refused")
    func analysisVersion() throws {
        let directory = try TemporaryDirectory()
        _ = try makeIndex(documents(5), perSegment: 5, in: directory.path)
        #expect(throws: IndexError.self) {
            try IndexWriter(directory: directory.path, schema: testSchema, analysisVersion: 2)
        }
    }
}
