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
        let portions = portions()
        let next = Atomic<Int>(0)
        DispatchQueue.concurrentPerform(iterations: threads) { number in
            var maker = maker()
            while case let place = next.wrappingAdd(1, ordering: .relaxed).oldValue, place < portions.count {
                fill(shares[number], portions[place], &maker)
            }
        }
        let filled = clock.now
        try writer.add(shares.flatMap(\.builders))
        // As many segments as threads, as other engines leave them; on one thread one segment.
        if options.threads == 1 { try writer.mergeAll() }
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

    /// The documents language by language: the index arranges them so in any case, and the words of one language fit into
    /// the cache where those of all do not. The largest come first, in parts, so that threads, which take one after the
    /// other, end at about the same time.
    private func portions() -> [ArraySlice<Int>] {
        var languages: [UInt64: [Int]] = [:]
        for (number, document) in corpus.documents.enumerated() {
            let tag = corpus.file.bytes[document.language].reduce(0) { $0 &<< 8 | UInt64($1) }
            languages[tag, default: []].append(number)
        }
        let most = max(1, corpus.documents.count / (options.threads * Self.portionsOfThread))
        let bySize = languages.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }
        return bySize.flatMap { _, numbers in
            let parts = (numbers.count + most - 1) / most
            return (0..<parts).map { numbers[(numbers.count * $0 / parts)..<(numbers.count * ($0 + 1) / parts)] }
        }
    }

    /// A thread takes about so many portions if no language is small.
    private static let portionsOfThread = 8

    private func fill(_ share: Share, _ numbers: ArraySlice<Int>, _ maker: inout some DocumentMaker) {
        let keyword = BenchmarkIndex.Space.keyword.rawValue
        corpus.file.bytes.withUnsafeBufferPointer { bytes in
            for number in numbers {
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
