import BenchmarkCorpus
import Foundation
import InvertedIndex
import Synchronization

/// Adds a document's terms to a builder; each thread has its own.
protocol DocumentMaker: SendableMetatype {
    /// Adds the terms; gives the document's length in words.
    mutating func add(_ document: Corpus.Document, of bytes: UnsafeBufferPointer<UInt8>, to builder: SegmentBuilder)
        -> UInt32
}

/// Makes an index of one segment from a corpus in memory, and takes the time.
struct IndexBuild {
    let options: IndexingOptions
    let corpus: Corpus

    init(_ options: IndexingOptions, corpus: Corpus) {
        self.options = options
        self.corpus = corpus
    }

    /// Builds that one thread has filled, handed to the thread that writes.
    ///
    /// `@unchecked Sendable`: one thread fills a share, and the writer reads it after all threads have ended.
    private final class Share: @unchecked Sendable {
        var builders: [SegmentBuilder] = []
        let writer: IndexWriter
        init(_ writer: IndexWriter) { self.writer = writer }
        /// The builder for the next document.
        func builder() -> SegmentBuilder {
            if let last = builders.last, !last.isFull { return last }
            let builder = writer.makeBuilder()
            builders.append(builder)
            return builder
        }
    }

    private struct Figures: Encodable {
        var peer: String
        var phase: String
        var documents: Int
        var megabytes: Double
        var threads: Int
        var buildSeconds: Double
        var commitSeconds: Double
        var segments: Int
        var indexMegabytes: Double
    }

    /// Builds, commits and prints the figures. The clock runs from the first document to the commit.
    func run(phase: String, maker: @Sendable () -> some DocumentMaker) throws {
        try? FileManager.default.removeItem(atPath: options.index)
        let clock = ContinuousClock()
        let start = clock.now
        let writer = try BenchmarkIndex.writer(options.index)
        // Made here: a writer is of one thread, and so each share begins with a builder of its own.
        let shares = (0..<options.threads).map { _ in Share(writer) }
        for share in shares { _ = share.builder() }
        let count = corpus.documents.count
        let threads = options.threads
        DispatchQueue.concurrentPerform(iterations: threads) { number in
            fill(shares[number], (count * number / threads)..<(count * (number + 1) / threads), maker())
        }
        let filled = clock.now
        for share in shares {
            for builder in share.builders { try writer.add(builder) }
        }
        try writer.mergeAll()
        try writer.commit(sequence: 1)
        let end = clock.now
        let manifest = try BenchmarkIndex.searcher(options.index).manifest
        try ResultLine.print(
            Figures(
                peer: "concord", phase: phase, documents: count, megabytes: Double(corpus.textSize) / 1e6,
                threads: threads,
                buildSeconds: (end - start) / .seconds(1), commitSeconds: (end - filled) / .seconds(1),
                segments: manifest.segments.count,
                indexMegabytes: Double(manifest.segments.reduce(0) { $0 + $1.size }) / 1e6))
    }

    private func fill(_ share: Share, _ range: Range<Int>, _ maker: some DocumentMaker) {
        var maker = maker
        let keyword = BenchmarkIndex.Space.keyword.rawValue
        corpus.file.bytes.withUnsafeBufferPointer { bytes in
            for number in range {
                let document = corpus.documents[number]
                let builder = share.builder()
                let length = maker.add(document, of: bytes, to: builder)
                builder.addKeyword(space: keyword, BenchmarkIndex.country(corpus.file.string(document.country)))
                builder.addKeyword(space: keyword, BenchmarkIndex.language(corpus.file.string(document.language)))
                if options.cells {
                    for cell in BenchmarkIndex.cells(of: number) {
                        builder.addImpact(
                            space: BenchmarkIndex.Space.cell.rawValue, cell.name, impact: cell.impact)
                    }
                }
                let language = corpus.file.string(document.language)
                builder.endDocument(
                    length: length, values: [.keyword(language)], payload: Array(bytes[document.id]))
            }
        }
    }
}
