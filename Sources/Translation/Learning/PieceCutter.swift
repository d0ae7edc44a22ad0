/// Cuts a provision that is given in two languages into pieces that say the same.
///
/// Cuts are made where both texts have the same mark of a paragraph: `(1)`, `(2.1)`, `(a)`, `a)`, `iv)`. References to
/// marks ("subsection (2)") stand within sentences, whose parts other languages order otherwise: a number counts only
/// before a capital letter, a letter not behind a word such as "paragraph". Marks of both texts are paired by their
/// longest common subsequence. A piece much longer in one language than in the other shows a wrong pairing or a
/// different order; it is joined with its neighbour.
public struct PieceCutter: Sendable {
    /// A piece at most so many times as long in one language as in the other, counted with ``slack``.
    private static let greatestRatio = 2.5
    /// Bytes added to both lengths before they are compared, so that short pieces may differ.
    private static let slack = 60.0

    private struct Mark {
        var label: String
        var start: Int
    }

    /// A cutter.
    public init() {}

    /// Pieces of both texts, in order; joined they are the texts.
    public func cut(_ source: String, _ target: String) -> [(source: String, target: String)] {
        let (left, right) = (Array(source.utf8), Array(target.utf8))
        var places = [(0, 0)]
        for (first, second) in Self.common(Self.marks(left), Self.marks(right)) where first > 0 && second > 0 {
            guard let last = places.last else { continue }
            if Self.isLikely(first - last.0, second - last.1) { places.append((first, second)) }
        }
        // What is left behind the last cut must fit as well.
        while places.count > 1, let last = places.last, !Self.isLikely(left.count - last.0, right.count - last.1) {
            places.removeLast()
        }
        places.append((left.count, right.count))
        return zip(places, places.dropFirst()).map { from, to in
            (
                String(decoding: left[from.0..<to.0], as: UTF8.self),
                String(decoding: right[from.1..<to.1], as: UTF8.self)
            )
        }
    }

    private static func isLikely(_ left: Int, _ right: Int) -> Bool {
        let (left, right) = (Double(left) + slack, Double(right) + slack)
        return max(left, right) <= greatestRatio * min(left, right)
    }

    /// Places of paired marks in both texts.
    private static func common(_ left: [Mark], _ right: [Mark]) -> [(Int, Int)] {
        let width = right.count + 1
        var lengths = [Int](repeating: 0, count: (left.count + 1) * width)
        for row in left.indices.reversed() {
            for column in right.indices.reversed() {
                lengths[row * width + column] =
                    left[row].label == right[column].label
                    ? lengths[(row + 1) * width + column + 1] + 1
                    : max(lengths[(row + 1) * width + column], lengths[row * width + column + 1])
            }
        }
        var pairs: [(Int, Int)] = []
        var (row, column) = (0, 0)
        while row < left.count, column < right.count {
            if left[row].label == right[column].label {
                pairs.append((left[row].start, right[column].start))
                (row, column) = (row + 1, column + 1)
            } else if lengths[(row + 1) * width + column] >= lengths[row * width + column + 1] {
                row += 1
            } else {
                column += 1
            }
        }
        return pairs
    }

    private static func marks(_ text: [UInt8]) -> [Mark] {
        var marks: [Mark] = []
        var index = 0
        while index < text.count {
            defer { index += 1 }
            guard index == 0 || text[index - 1] == UInt8(ascii: " ") else { continue }
            let open = text[index] == UInt8(ascii: "(") ? index + 1 : index
            var end = open
            while end < text.count, end - open < 7, isLabel(text[end]) { end += 1 }
            guard end > open, end + 1 < text.count, text[end] == UInt8(ascii: ")"), text[end + 1] == UInt8(ascii: " ")
            else { continue }
            let label = text[open..<end]
            let isNumber = label.first.map(isDigit) == true
            // A longer run of letters that is no Roman numeral is a word.
            let letters = label.prefix { !isDigit($0) && $0 != UInt8(ascii: ".") }
            guard isNumber || letters.count == 1 || label.allSatisfy(isRoman) else { continue }
            let next = end + 2
            guard next < text.count, isNumber ? beginsSentence(text[next]) : !isReference(behind: text[..<index])
            else { continue }
            marks.append(Mark(label: String(decoding: label, as: UTF8.self), start: index))
        }
        return marks
    }

    private static func isDigit(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") }

    private static func isLower(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "a") && byte <= UInt8(ascii: "z") }

    private static func isLabel(_ byte: UInt8) -> Bool { isDigit(byte) || isLower(byte) || byte == UInt8(ascii: ".") }

    private static func isRoman(_ byte: UInt8) -> Bool { "ivxl".utf8.contains(byte) }

    /// A capital, or a letter beyond ASCII.
    private static func beginsSentence(_ byte: UInt8) -> Bool {
        byte >= 0x80 || (byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z"))
    }

    /// Words behind which a letter is a reference, in English and French.
    private static let referenceWords: Set<String> = [
        "paragraph", "paragraphs", "subparagraph", "subparagraphs", "clause", "clauses", "subclause", "subclauses",
        "division", "subdivision", "item", "items", "alinéa", "alinéas", "l’alinéa", "d’alinéa", "sous-alinéa",
        "sous-alinéas", "divisions", "sous-division",
    ]

    private static func isReference(behind text: ArraySlice<UInt8>) -> Bool {
        let word = text.reversed().drop { $0 == UInt8(ascii: " ") }.prefix { $0 != UInt8(ascii: " ") }.prefix(24)
        return referenceWords.contains(String(decoding: word.reversed(), as: UTF8.self))
    }
}
