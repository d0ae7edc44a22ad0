public import InvertedIndex

/// How the benchmarks' corpora stand in an index.
public enum BenchmarkIndex {
    /// Version that index and program must share; raised when the terms below change.
    public static let version: UInt32 = 2

    /// First bytes of keys, as a provision's are told apart.
    public enum Space: UInt8, Sendable {
        /// A token of the corpus, or the exact form of a word.
        case word = 0x65
        /// The stem of a word, in an index of raw text.
        case stem = 0x73
        /// A cell with its impact.
        case cell = 0x63
        /// Countries and languages.
        case keyword = 0x6B

        /// The key of a term.
        public func key(_ term: String) -> [UInt8] { [rawValue] + term.utf8 }
    }

    /// The formula of the peers: BM25 with k1 1.2 and b 0.75 over the one field.
    public static let parameters = RankingParameters(k1: 1.2, b: 0.75, fieldWeights: [1, 1, 1, 0])

    /// The keyword of a country.
    public static func country(_ code: String) -> String { "country:" + code }

    /// The keyword of a language.
    public static func language(_ tag: String) -> String { "lang:" + tag }

    /// A writer of an empty index in `directory`, arranged as provisions are: by language, then length.
    public static func writer(_ directory: String) throws(IndexError) -> IndexWriter {
        try IndexWriter(
            directory: directory, schema: [ColumnDefinition(name: "language", kind: .keyword)], parameters: parameters,
            order: DocumentOrder(clusters: ["language"]), analysisVersion: version, startOver: true)
    }

    /// Opens an index for searching.
    ///
    /// - Throws: ``BenchmarkError`` when it was made by another version, or is not there.
    public static func searcher(_ directory: String) throws(BenchmarkError) -> IndexSearcher {
        do {
            let searcher = try IndexSearcher(directory: directory)
            guard searcher.manifest.analysisVersion == version else {
                throw BenchmarkError(
                    "\(directory): an index of version \(searcher.manifest.analysisVersion), this program reads "
                        + "\(version). Make it again with 'benchmarks/run' without --skip-build.")
            }
            return searcher
        } catch IndexError.noIndex {
            throw BenchmarkError("\(directory): no index here. 'benchmarks/run' without --skip-build makes it.")
        } catch let error as IndexError {
            // The index has no catalog that 'concord reindex' could go back to.
            throw BenchmarkError("\(error) This one is made again by 'benchmarks/run' without --skip-build.")
        } catch {
            throw (error as? BenchmarkError) ?? BenchmarkError("\(error)")
        }
    }

    /// The cells of a document, told by its number alone: none to two of 64, the lower numbers more often, as few rows
    /// of the matrix hold most provisions.
    public static func cells(of document: Int) -> [(name: String, impact: UInt8)] {
        var random = SplitMix64(seed: UInt64(document) &* 0x2545_F491_4F6C_DD1D)
        let count = Int(random.next() % 3)
        return (0..<count).map { _ in
            let number = min(random.next() % 64, random.next() % 64)
            return ("cell\(number)", UInt8(truncatingIfNeeded: 1 + random.next() % 255))
        }
    }
}
