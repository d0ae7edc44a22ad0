/// Lines that stand within quotation marks opened on an earlier line: articles there are quoted, not enacted.
enum QuotedLines {
    /// Longest quotation believed; a mark that is never closed must not swallow a law.
    private static let longest = 300

    static func find(in lines: [SourceLine]) -> Set<Int> {
        var quoted: Set<Int> = []
        for (open, closers) in [("„", "“”"), ("“", "”"), ("«", "»"), ("「", "」"), ("『", "』")]
            as [(Unicode.Scalar, String)]
        {
            mark(open, Array(closers.unicodeScalars), lines, &quoted)
        }
        markStraight(lines, &quoted)
        return quoted
    }

    private static func mark(
        _ open: Unicode.Scalar, _ closers: [Unicode.Scalar], _ lines: [SourceLine], _ quoted: inout Set<Int>
    ) {
        var opened: [Int] = []
        for (number, line) in lines.enumerated() {
            // Marks are all three bytes or « » of two; a line of ASCII holds none.
            if line.text.utf8.allSatisfy({ $0 < 0x80 }) { continue }
            var first: Int?
            for scalar in line.text.unicodeScalars {
                if scalar == open {
                    // A mark repeated at the head of each quoted paragraph opens no deeper quotation.
                    opened.append(number)
                } else if closers.contains(scalar), let start = opened.popLast(),
                    number > start, number - start <= longest
                {
                    first = min(first ?? start, start)
                }
            }
            if let first { quoted.formUnion((first + 1)...number) }
        }
    }

    /// The straight mark opens and closes alike, so only plain cases are believed: a line with an odd mark at its
    /// beginning or after a colon, up to the next odd mark at the end of a line.
    private static func markStraight(_ lines: [SourceLine], _ quoted: inout Set<Int>) {
        var start: Int?
        for (number, line) in lines.enumerated() {
            let marks = line.text.utf8.lazy.filter { $0 == UInt8(ascii: "\"") }.count
            guard marks % 2 == 1 else { continue }
            if let open = start, number - open <= longest, closesStraight(line.text) {
                quoted.formUnion((open + 1)...number)
                start = nil
            } else {
                start = opensStraight(line.text) ? number : nil
            }
        }
    }

    private static func opensStraight(_ text: String) -> Bool {
        guard let mark = text.lastIndex(of: "\"") else { return false }
        let before = text[..<mark].trimmed
        return before.isEmpty || before.hasSuffix(":")
    }

    private static func closesStraight(_ text: String) -> Bool {
        guard let mark = text.lastIndex(of: "\"") else { return false }
        return text[text.index(after: mark)...].unicodeScalars.allSatisfy { " .;,)".unicodeScalars.contains($0) }
    }
}
