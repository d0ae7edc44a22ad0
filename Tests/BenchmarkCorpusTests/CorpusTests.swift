import BenchmarkCorpus
import Foundation
import Testing

@Suite("Corpora of the benchmarks")
struct CorpusTests {
    /// Writes a file for one test and clears it away.
    private func withFile<Result>(_ text: String, _ body: (String) throws -> Result) throws -> Result {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("corpus-\(UUID().uuidString).tsv")
        try Data(text.utf8).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        return try body(file.path)
    }

    /// What is said of a corpus that cannot be read.
    private func complaint(_ text: String, _ form: Corpus.Form = .tokens) throws -> String {
        try withFile(text) { path in
            let error = #expect(throws: BenchmarkError.self) { try Corpus(path, form) }
            return error?.description.replacingOccurrences(of: path, with: "FILE") ?? ""
        }
    }

    @Test("Documents have their columns, in the order of the file")
    func columns() throws {
        try withFile("a\tKE\ten\tone two\nb\tFR\tfr\t\n") { path in
            let corpus = try Corpus(path, .tokens)
            #expect(corpus.documents.map { corpus.file.string($0.id) } == ["a", "b"])
            #expect(corpus.documents.map { corpus.file.string($0.country) } == ["KE", "FR"])
            #expect(corpus.documents.map { corpus.file.string($0.language) } == ["en", "fr"])
            #expect(corpus.documents.map { corpus.file.string($0.text) } == ["one two", ""])
            #expect(corpus.documents.allSatisfy { $0.heading.isEmpty })
            #expect(corpus.textSize == 7)
        }
    }

    @Test("A corpus of texts has headings")
    func headings() throws {
        try withFile("a\tKE\ten\tTransit\tGoods in transit.\n") { path in
            let corpus = try Corpus(path, .texts)
            #expect(corpus.documents.map { corpus.file.string($0.heading) } == ["Transit"])
            #expect(corpus.documents.map { corpus.file.string($0.text) } == ["Goods in transit."])
        }
    }

    @Test("A line of another number of columns is named by its number")
    func wrongColumns() throws {
        #expect(try complaint("a\tKE\ten\tone\nb\tFR\n").hasPrefix("FILE:2: 2 columns in place of 4."))
        #expect(try complaint("a\tKE\ten\tone\n", .texts).hasPrefix("FILE:1: 4 columns in place of 5."))
        #expect(try complaint("a\tKE\ten\tone\n\n").hasPrefix("FILE:2: 1 columns in place of 4."))
    }

    @Test("A document without id or language is refused")
    func emptyColumns() throws {
        #expect(try complaint("\tKE\ten\tone\n").hasPrefix("FILE:1: no id"))
        #expect(try complaint("a\tKE\t\tone\n").hasPrefix("FILE:1: no id, or no language"))
    }

    @Test("A file that was cut short anywhere is refused, or is whole up to there")
    func truncated() throws {
        let text = "a\tKE\ten\tone two\nb\tFR\tfr\ttrois\n"
        for length in 0..<text.utf8.count {
            let cut = String(decoding: text.utf8.prefix(length), as: UTF8.self)
            if cut.hasSuffix("\n") {
                #expect(try withFile(cut) { path in try Corpus(path, .tokens).documents.count } == 1)
            } else {
                #expect(try complaint(cut).contains("FILE: "))
            }
        }
    }

    @Test("A missing file is named")
    func missing() {
        let error = #expect(throws: BenchmarkError.self) { try Corpus("/nowhere/tokens.tsv", .tokens) }
        #expect(error?.description.hasPrefix("/nowhere/tokens.tsv: cannot be opened.") == true)
    }

    @Test("Cells hang on the number of the document alone: none to two of 64, the lower ones more often")
    func cells() {
        var counts: [String: Int] = [:]
        for document in 0..<30_000 {
            let cells = BenchmarkIndex.cells(of: document)
            let again = BenchmarkIndex.cells(of: document)
            #expect(cells.map(\.name) == again.map(\.name) && cells.map(\.impact) == again.map(\.impact))
            #expect(cells.count <= 2 && cells.allSatisfy { $0.impact >= 1 })
            for cell in cells { counts[cell.name, default: 0] += 1 }
        }
        #expect(Set(counts.keys) == Set((0..<64).map { "cell\($0)" }))
        #expect(counts["cell0", default: 0] > 10 * counts["cell63", default: 0])
        #expect((29_000...31_000).contains(counts.values.reduce(0, +)))
    }
}
