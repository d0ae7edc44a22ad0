/// A passage of a provision that shows why it was found.
///
/// As JSON, ranges are pairs `[from, to]`; offsets are UTF-8 unless converted, see ``ranges(in:)``.
public struct Snippet: Sendable, Hashable, Codable {
    /// What offsets count. JavaScript and Java count UTF-16, Python and SQL count scalars.
    public enum OffsetUnit: String, Sendable, Hashable, Codable, CaseIterable {
        /// Bytes, UTF-16 code units, Unicode scalars, grapheme clusters.
        case utf8, utf16, scalars, characters
    }

    /// The passage, each run of white space one space, none at the ends.
    public var text: String
    /// UTF-8 ranges of ``text`` that answer the query: ascending, apart from one another, none empty, on character
    /// boundaries.
    public var highlights: [Range<Int>]
    /// Whether the provision has words before the passage.
    public var leadingCut: Bool
    /// Whether the provision has words behind the passage.
    public var trailingCut: Bool
    /// UTF-8 range of the provision's text that the passage was taken from.
    public var sourceRange: Range<Int>

    /// A snippet; the guarantees stated for each property are the caller's to keep.
    public init(text: String, highlights: [Range<Int>], leadingCut: Bool, trailingCut: Bool, sourceRange: Range<Int>) {
        self.text = text
        self.highlights = highlights
        self.leadingCut = leadingCut
        self.trailingCut = trailingCut
        self.sourceRange = sourceRange
    }

    /// The highlights counted in `unit`.
    public func ranges(in unit: OffsetUnit) -> [Range<Int>] {
        var result: [Range<Int>] = []
        result.reserveCapacity(highlights.count)
        // Edges are converted in one pass from left to right.
        var index = text.startIndex
        var utf8 = 0
        var counted = 0
        for highlight in highlights {
            var edges: [Int] = []
            // Out of order only where a program set them so.
            if highlight.lowerBound < utf8 { (index, utf8, counted) = (text.startIndex, 0, 0) }
            for edge in [highlight.lowerBound, highlight.upperBound].map({ max(0, $0) }) {
                let target = text.utf8.index(index, offsetBy: edge - utf8, limitedBy: text.endIndex) ?? text.endIndex
                counted += Snippet.count(text[index..<target], unit)
                index = target
                utf8 = edge
                edges.append(counted)
            }
            result.append(edges[0]..<edges[1])
        }
        return result
    }

    private static func count(_ text: Substring, _ unit: OffsetUnit) -> Int {
        switch unit {
        case .utf8: text.utf8.count
        case .utf16: text.utf16.count
        case .scalars: text.unicodeScalars.count
        case .characters: text.count
        }
    }
}
