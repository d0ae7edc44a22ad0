import ArgumentParser
import BenchmarkCorpus
import InvertedIndex

/// From tokens that were cut before to a searchable index: what the index alone costs.
struct TokenIndexing: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tokens", abstract: "Index a corpus of tokens into one segment.")

    @OptionGroup var options: IndexingOptions

    func run() throws {
        let corpus = try Corpus(options.corpus, .tokens)
        try IndexBuild(options, corpus: corpus).run(phase: "index") { TokenDocuments() }
    }
}

/// Adds documents whose tokens stand between spaces.
private struct TokenDocuments: DocumentMaker {
    mutating func add(_ document: Corpus.Document, of bytes: UnsafeBufferPointer<UInt8>, to builder: SegmentBuilder)
        -> UInt32
    {
        var position: UInt32 = 0
        var start = document.text.lowerBound
        let end = document.text.upperBound
        while start < end {
            var stop = start
            while stop < end, bytes[stop] != UInt8(ascii: " ") { stop += 1 }
            if stop > start {
                builder.add(
                    space: BenchmarkIndex.Space.word.rawValue,
                    term: UnsafeBufferPointer(rebasing: bytes[start..<min(stop, start + 255)]), field: .text,
                    position: position)
                position += 1
            }
            start = stop + 1
        }
        return position
    }
}
