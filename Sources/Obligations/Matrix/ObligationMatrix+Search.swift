internal import TextAnalysis

extension ObligationMatrix {
    /// The rows that a question names: a code (`op3cd.transit`), a group or the beginning of codes up to a point
    /// (`op3cd`, `op3`), or a wildcard (`op3cd.licen*`, `*.delivery`). Case does not matter.
    ///
    /// - Returns: the rows in the matrix's order; empty where none is meant.
    public func rows(matching pattern: String) -> [Row] {
        let pattern = pattern.lowercased()
        guard !pattern.isEmpty else { return [] }
        if let row = row(ObligationCode(pattern)) { return [row] }
        if pattern.contains("*") {
            let bytes = Array(pattern.utf8)
            return rows.filter { Self.matches(Array($0.code.rawValue.utf8), bytes) }
        }
        guard !pattern.contains(".") else { return [] }
        // `op3` means both `op3ab` and `op3cd`.
        return rows.filter { $0.code.rawValue.hasPrefix(pattern) }
    }

    /// The code nearest to a mistyped one by edit distance (insert, delete, replace, swap of neighbours); nil where
    /// nothing is near, that is beyond a third of the length.
    public func suggestion(for mistyped: String) -> ObligationCode? {
        let typed = Array(mistyped.lowercased().utf8.prefix(64))
        guard !typed.isEmpty else { return nil }
        var best: (distance: Int, code: ObligationCode)?
        for row in rows {
            let code = Array(row.code.rawValue.utf8)
            var distance = WordDistance.between(typed, code)
            // The measure alone, without its group, is a frequent short cut.
            if let point = code.firstIndex(of: UInt8(ascii: ".")), !typed.contains(UInt8(ascii: ".")) {
                distance = min(distance, WordDistance.between(typed, Array(code[(point + 1)...])) + 1)
            }
            if distance < best?.distance ?? Int.max { best = (distance, row.code) }
        }
        guard let best, best.distance <= max(2, typed.count / 3) else { return nil }
        return best.code
    }

    /// Whether a text matches a pattern in which `*` stands for any run of bytes.
    private static func matches(_ text: [UInt8], _ pattern: [UInt8]) -> Bool {
        var (i, j) = (0, 0)
        var star: (pattern: Int, text: Int)?
        while i < text.count {
            if j < pattern.count, pattern[j] == UInt8(ascii: "*") {
                star = (j, i)
                j += 1
            } else if j < pattern.count, pattern[j] == text[i] {
                i += 1
                j += 1
            } else if let last = star {
                star = (last.pattern, last.text + 1)
                i = last.text + 1
                j = last.pattern + 1
            } else {
                return false
            }
        }
        return pattern[j...].allSatisfy { $0 == UInt8(ascii: "*") }
    }
}
