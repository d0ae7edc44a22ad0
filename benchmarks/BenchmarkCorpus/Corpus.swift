/// A corpus in memory: id, country, language, and one or two columns of text a document.
public struct Corpus: Sendable {
    /// Where a document's columns stand in the file.
    public struct Document: Sendable {
        /// Name that all engines give back.
        public var id: Range<Int>
        /// Code of the country.
        public var country: Range<Int>
        /// Tag of the language.
        public var language: Range<Int>
        /// Heading; empty in a corpus of tokens, where it is part of the text.
        public var heading: Range<Int>
        /// The text, or its tokens with one space between.
        public var text: Range<Int>
    }

    /// Which of the two files of a corpus is read.
    public enum Form: Sendable {
        /// Tokens, cut by ICU or generated: id, country, language, tokens.
        case tokens
        /// Text as it was: id, country, language, heading, text.
        case texts
    }

    /// The file.
    public let file: LineFile
    /// In the order of the file.
    public let documents: [Document]

    /// Reads a corpus.
    ///
    /// - Throws: ``BenchmarkError`` with the line that is not as it must be.
    public init(_ path: String, _ form: Form) throws(BenchmarkError) {
        let file = try LineFile(path)
        var documents: [Document] = []
        try file.forEachLine(columns: form == .tokens ? 4 : 5) { number, columns throws(BenchmarkError) in
            guard !columns[0].isEmpty, !columns[2].isEmpty else {
                throw BenchmarkError("\(path):\(number): no id, or no language. Make it again with 'benchmarks/run'.")
            }
            documents.append(
                Document(
                    id: columns[0], country: columns[1], language: columns[2],
                    heading: form == .tokens ? columns[3].lowerBound..<columns[3].lowerBound : columns[3],
                    text: columns[columns.count - 1]))
        }
        self.file = file
        self.documents = documents
    }

    /// Bytes of headings and texts, the size that rates are told of.
    public var textSize: Int { documents.reduce(0) { $0 + $1.heading.count + $1.text.count } }
}
