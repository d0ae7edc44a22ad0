internal import InvertedIndex
internal import ProvisionIndex
internal import TextAnalysis

/// A word of a question after analysis in every language the question may be in.
struct WordAnalysis {
    /// One token of the word with all the keys under which provisions may hold it.
    struct Unit {
        /// UTF-8 range in the word.
        var range: Range<UInt32>
        var position: UInt32
        /// The language-neutral key.
        var exact: [UInt8]
        /// Stems with their weight, 1 for the likeliest language.
        var stems: [(key: [UInt8], isFirst: Bool)] = []
    }

    /// The tokens of the exact form, in order. For Han text: bigrams.
    private(set) var units: [Unit] = []
    /// Dictionary words of Han, Kana and the like that are no exact tokens themselves.
    private(set) var words: [(key: [UInt8], isFirst: Bool)] = []
    /// Whether the word is, or has, a run of Han or Kana.
    private(set) var hasBigrams = false

    /// - Parameters:
    ///   - analyzers: the likeliest language's first.
    ///   - buffer: memory to work in, for who analyses many words.
    init(_ text: String, analyzers: [Analyzer], buffer: inout TokenBuffer) {
        for (rank, analyzer) in analyzers.enumerated() {
            buffer.removeAll()
            analyzer.analyze(text, into: &buffer)
            add(buffer, isFirst: rank == 0)
        }
        dropTrailingUnigrams()
    }

    /// - Parameter analyzers: the likeliest language's first.
    init(_ text: String, analyzers: [Analyzer]) {
        var buffer = TokenBuffer()
        self.init(text, analyzers: analyzers, buffer: &buffer)
    }

    private mutating func add(_ buffer: TokenBuffer, isFirst: Bool) {
        for record in buffer.records {
            let start = Int(record.termOffset)
            let term = buffer.termBytes[start..<(start + Int(record.termLength))]
            let range = record.start..<max(record.start, record.end)
            switch record.form {
            case .exact:
                let key = TermSpace.exact.key(term)
                guard !units.contains(where: { $0.range == range && $0.exact == key }) else { continue }
                // Tokens of another language's elision or dictionary would count the same letters twice.
                guard isFirst || !units.contains(where: { $0.range.overlaps(range) }) else { continue }
                units.append(Unit(range: range, position: record.position, exact: key))
            case .stem:
                let key = TermSpace.stem.key(term)
                if let index = units.firstIndex(where: { $0.range == range }) {
                    if !units[index].stems.contains(where: { $0.key == key }) {
                        units[index].stems.append((key, isFirst))
                    }
                } else if !words.contains(where: { $0.key == key }) {
                    words.append((key, isFirst))
                }
            }
        }
        // Another language's tokens come behind those that are there.
        if !isFirst { units.sort { ($0.position, $0.range.lowerBound) < ($1.position, $1.range.lowerBound) } }
    }

    /// The last character of a run of Han is a unigram only where a text's run ends too; behind a bigram that holds
    /// it, it would shut out longer runs.
    private mutating func dropTrailingUnigrams() {
        guard units.count > 1 else { return }
        guard zip(units, units.dropFirst()).contains(where: { $0.range.overlaps($1.range) }) else { return }
        var kept: [Unit] = []
        for unit in units {
            if let last = kept.last, last.range.overlaps(unit.range), last.range.upperBound == unit.range.upperBound {
                hasBigrams = true
                words += unit.stems
                continue
            }
            if let last = kept.last, last.range.overlaps(unit.range) { hasBigrams = true }
            kept.append(unit)
        }
        units = kept
    }
}
