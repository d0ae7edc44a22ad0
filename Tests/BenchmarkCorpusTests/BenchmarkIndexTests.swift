import BenchmarkCorpus
import Foundation
import InvertedIndex
import Testing

@Suite("Indexes of the benchmarks")
struct BenchmarkIndexTests {
    @Test("A folder without an index, and an index of another version, are refused with the mend")
    func refused() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("index-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let missing = #expect(throws: BenchmarkError.self) { try BenchmarkIndex.searcher(folder) }
        #expect(missing?.description.hasPrefix("\(folder): no index here. 'benchmarks/run'") == true)

        let writer = try IndexWriter(
            directory: folder, schema: [], analysisVersion: BenchmarkIndex.version + 1, startOver: true)
        try writer.commit(sequence: 1)
        let other = #expect(throws: BenchmarkError.self) { try BenchmarkIndex.searcher(folder) }
        #expect(other?.description.contains("an index of version \(BenchmarkIndex.version + 1)") == true)

        try BenchmarkIndex.writer(folder).commit(sequence: 1)
        #expect(try BenchmarkIndex.searcher(folder).liveDocumentCount == 0)
    }
}
