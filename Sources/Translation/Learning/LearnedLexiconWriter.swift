internal import Foundation
internal import TextAnalysis

/// Writes what was learned of a pair of languages in the form that ``LearnedLexicon`` reads.
public struct LearnedLexiconWriter: Sendable {
    /// Bytes at most; the pairs of least score are left out.
    public var longest = 1_000_000
    /// What was trained on and how, in one line.
    public var provenance: String

    /// A writer.
    public init(provenance: String) { self.provenance = provenance }

    /// The text of the file.
    ///
    /// - Parameters:
    ///   - languages: primary language tags.
    ///   - vocabularies: the words that the table's numbers stand for.
    /// - Returns: the text and the number of pairs in it.
    public func text(
        _ table: SymmetricTable, languages: (source: String, target: String),
        vocabularies: (source: StemVocabulary, target: StemVocabulary)
    ) -> (text: String, pairs: Int) {
        var lines: [(source: String, target: String, text: String)] = []
        var size = 0
        for pair in table.pairs {
            let source = vocabularies.source.stems[Int(pair.source)]
            let target = vocabularies.target.stems[Int(pair.target)]
            let columns = [
                source, target, Self.figure(pair.forward), Self.figure(pair.backward),
                vocabularies.source.reading(of: pair.source), vocabularies.target.reading(of: pair.target),
            ]
            let line = columns.joined(separator: "\t") + "\n"
            size += line.utf8.count
            if size > longest { break }
            lines.append((source, target, line))
        }
        lines.sort { left, right in
            left.source == right.source
                ? left.target.utf8.lexicographicallyPrecedes(right.target.utf8)
                : left.source.utf8.lexicographicallyPrecedes(right.source.utf8)
        }
        let plain = provenance.split(whereSeparator: { $0.isNewline || $0 == "\t" }).joined(separator: " ")
        let header = [
            LearnedLexiconFile.magic, LearnedLexiconFile.version, languages.source, languages.target, "\(lines.count)",
            "\(Analyzer.version)", plain,
        ]
        let text = header.joined(separator: "\t") + "\n" + LearnedLexiconFile.columns + "\n"
        return (text + lines.map(\.text).joined(), lines.count)
    }

    /// Four decimals, and never 0, which would say that a pair cannot be.
    private static func figure(_ probability: Float) -> String {
        String(format: "%.4f", max(0.0001, Double(probability)))
    }
}
