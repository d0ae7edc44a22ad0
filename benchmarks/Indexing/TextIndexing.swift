import ArgumentParser
import BenchmarkCorpus
import InvertedIndex
import TextAnalysis

/// From text as it was to a searchable index: what analysis and index cost together.
struct TextIndexing: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "texts",
        abstract: "Analyse and index a corpus of texts into one segment.",
        discussion: "Words, stems and positions as 'concord index' makes them; without catalog and classification.")

    @OptionGroup var options: IndexingOptions

    @Flag(help: "Words in their exact form only, as an engine without stemming makes them.")
    var exact = false

    func run() throws {
        let corpus = try Corpus(options.corpus, .texts)
        let forms: Set<TokenBuffer.Form> = exact ? [.exact] : [.exact, .stem]
        try IndexBuild(options, corpus: corpus).run(phase: exact ? "texts-exact" : "texts") {
            TextDocuments(forms: forms)
        }
    }
}

/// Adds documents by way of the analyzer of their language, exact forms and stems, heading and text.
private struct TextDocuments: DocumentMaker {
    private let forms: Set<TokenBuffer.Form>
    private var analyzers: [UInt64: Analyzer] = [:]
    private var tokens = TokenBuffer()

    init(forms: Set<TokenBuffer.Form>) { self.forms = forms }

    mutating func add(_ document: Corpus.Document, of bytes: UnsafeBufferPointer<UInt8>, to builder: SegmentBuilder)
        -> UInt32
    {
        let analyzer = analyzer(bytes[document.language])
        builder.use(vocabulary: analyzer.vocabulary)
        tokens.removeAll()
        analyzer.analyze(UnsafeBufferPointer(rebasing: bytes[document.text]), into: &tokens)
        let length = tokens.positionCount
        add(.text, to: builder)
        tokens.removeAll()
        analyzer.analyze(UnsafeBufferPointer(rebasing: bytes[document.heading]), into: &tokens)
        add(.heading, to: builder)
        return length
    }

    private mutating func analyzer(_ language: Slice<UnsafeBufferPointer<UInt8>>) -> Analyzer {
        // Tags of the corpora are of at most eight bytes.
        let number = language.reduce(UInt64(0)) { $0 &<< 8 | UInt64($1) }
        if let analyzer = analyzers[number] { return analyzer }
        let analyzer = Analyzer(language: String(decoding: language, as: UTF8.self), forms: forms)
        analyzers[number] = analyzer
        return analyzer
    }

    private func add(_ field: IndexField, to builder: SegmentBuilder) {
        tokens.termBytes.withUnsafeBufferPointer { bytes in
            for record in tokens.records {
                let start = Int(record.termOffset)
                let space: BenchmarkIndex.Space = record.form == .exact ? .word : .stem
                builder.add(
                    space: space.rawValue,
                    term: UnsafeBufferPointer(rebasing: bytes[start..<(start + Int(record.termLength))]),
                    word: record.word, field: field, position: record.position)
            }
        }
    }
}
