internal import TextAnalysis

/// Turns texts of one language into numbers of stems, for ``WordAligner``.
///
/// Stems are those of ``Analyzer``, so that a learned translation is a term of the index. What cannot be a word of a
/// dictionary is left out: tokens without a letter, and single Latin, Greek or Cyrillic letters, which in laws are marks
/// of paragraphs. A reader holds an analyzer and belongs to one thread.
public final class StemReader {
    /// What was read so far.
    public private(set) var vocabulary = StemVocabulary()
    private let analyzer: Analyzer
    private var buffer = TokenBuffer()

    /// A reader of texts of a language (BCP 47 tag).
    public init(language: String) { analyzer = Analyzer(language: language) }

    /// Numbers of the stems of a text, in order.
    public func stems(of text: String) -> [UInt32] {
        buffer.removeAll()
        analyzer.analyze(text, into: &buffer)
        var numbers: [UInt32] = []
        var exact: TokenBuffer.Record?
        for record in buffer.records {
            if record.form == .exact {
                exact = record
                continue
            }
            let stem = buffer.term(of: record)
            guard Self.isWord(stem) else { continue }
            // Of a run without spaces the exact form is a pair of characters; its stem, a word, is what can be read.
            var reading = stem
            if let exact, exact.position == record.position, exact.start == record.start, exact.end == record.end {
                reading = buffer.term(of: exact)
            }
            numbers.append(vocabulary.count(stem, reading: reading))
        }
        return numbers
    }

    private static func isWord(_ stem: String) -> Bool {
        guard stem.contains(where: \.isLetter) else { return false }
        guard let first = stem.unicodeScalars.first, stem.unicodeScalars.count == 1 else { return true }
        // Behind Cyrillic, from Hebrew on, a letter may be a word.
        return first.value >= 0x590
    }
}
