import Foundation

/// Text of LeyChile: lines of a fixed width, with notes of amendments in a column at their right.
enum BCNChileText {
    /// Paragraphs, one a line; the column at the right is left out.
    static func text(_ raw: String) -> String {
        var paragraphs: [String] = []
        var isOpen = false
        for line in raw.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
            let indent = line.prefix { $0 == " " || $0 == "\t" }.count
            let body = beforeColumn(line.dropFirst(indent))
            if line.allSatisfy(\.isWhitespace) {
                isOpen = false
                continue
            }
            // What begins so far to the right is all note.
            if indent >= 45 || body.isEmpty { continue }
            if isOpen, indent < 3, let last = paragraphs.indices.last {
                paragraphs[last] += " " + body
            } else {
                paragraphs.append(String(body))
            }
            isOpen = true
        }
        return paragraphs.map(\.singleSpaced).filter { !$0.isEmpty }.joined(separator: "\n")
    }

    private static func beforeColumn(_ line: Substring) -> Substring {
        guard let gap = line.range(of: "      ") else { return line }
        return line[..<gap.lowerBound].unicodeScalars.count >= 8 ? line[..<gap.lowerBound] : line
    }

    /// `Artículo 5º bis.- Texto` parted into number and words.
    static func withoutNumber(_ text: String) -> (number: String?, words: String) {
        let quoted = text.drop { "\"“ ".contains($0) }
        guard let match = HeadingMatcher.match(String(quoted)), match.numeral != nil else {
            return byDash(quoted, text)
        }
        if case .unit = match.entry, match.isSeparated || match.isBare {
            let words = match.rest.drop { ".-–: º°".contains($0) }
            if !words.isEmpty { return (match.numeral?.printed, String(words)) }
        }
        return byDash(quoted, text)
    }

    /// `Artículo primero.-` is a number in words.
    private static func byDash(_ quoted: Substring, _ text: String) -> (number: String?, words: String) {
        guard let dash = quoted.range(of: ".-"), quoted[..<dash.lowerBound].count <= 60 else { return (nil, text) }
        let head = quoted[..<dash.lowerBound]
        let words = head.split(separator: " ")
        guard words.count <= 6, let last = words.last else { return (nil, text) }
        let number =
            words.first?.lowercased().hasPrefix("art") == true ? words.dropFirst().joined(separator: " ") : String(last)
        return (number.isEmpty ? nil : number, String(quoted[dash.upperBound...]).trimmed)
    }
}
