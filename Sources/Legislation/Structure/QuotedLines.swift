/// Lines that stand within quotation marks opened on an earlier line: articles there are quoted, not enacted.
enum QuotedLines {
    /// Longest quotation believed; a mark that is never closed must not swallow a law.
    private static let longest = 300

    static func find(in lines: [SourceLine]) -> Set<Int> {
        var quoted: Set<Int> = []
        for (open, closers) in [("„", "“”"), ("“", "”"), ("«", "»"), ("「", "」"), ("『", "』")]
            as [(Unicode.Scalar, String)]
        {
            mark(open, Set(closers.unicodeScalars), lines, &quoted)
        }
        return quoted
    }

    private static func mark(
        _ open: Unicode.Scalar, _ closers: Set<Unicode.Scalar>, _ lines: [SourceLine], _ quoted: inout Set<Int>
    ) {
        var opened: [Int] = []
        for (number, line) in lines.enumerated() {
            // Marks are all three bytes or « » of two; a line of ASCII holds none.
            if line.text.utf8.allSatisfy({ $0 < 0x80 }) { continue }
            for scalar in line.text.unicodeScalars {
                if scalar == open {
                    // A mark repeated at the head of each quoted paragraph opens no deeper quotation.
                    opened.append(number)
                } else if closers.contains(scalar), let start = opened.popLast(),
                    number > start, number - start <= longest
                {
                    quoted.formUnion((start + 1)...number)
                }
            }
        }
    }
}
