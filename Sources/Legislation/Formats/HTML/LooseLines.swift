/// Text whose own line breaks carry its paragraphs: `<pre>`, and pages that a style sheet shows as typed.
enum LooseLines {
    /// Whether a block is so long and so often broken by blank lines that they must be its paragraphs.
    static func isBroken(_ raw: String) -> Bool {
        guard raw.utf8.count > 400 else { return false }
        var blanks = 0
        var sawNewline = false
        for scalar in raw.unicodeScalars {
            if scalar == "\n" {
                if sawNewline { blanks += 1 }
                sawNewline = true
            } else if !scalar.isWhitespace {
                sawNewline = false
            }
        }
        return blanks >= 3
    }

    /// Lines of the text, blank ones as empty; what was wrapped at the margin is put together again.
    static func split(_ raw: String) -> [String] {
        let lines = raw.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map(String.init)
        let margin = lines.map(\.unicodeScalars.count).max() ?? 0
        var joined: [String] = []
        var paragraphLines = 0
        var last = 0
        for line in lines {
            let text = LetterSpacing.closed(HTMLPage.readable(line)).singleSpaced
            if text.isEmpty {
                if joined.last?.isEmpty == false { joined.append("") }
                paragraphLines = 0
                continue
            }
            let indent = line.unicodeScalars.prefix { $0.isWhitespace }.count
            if paragraphLines > 0, let open = joined.last,
                continues(open, with: text, indent: indent, length: last, margin: margin, lines: paragraphLines)
            {
                joined[joined.count - 1] += " " + text
            } else {
                joined.append(text)
            }
            paragraphLines += 1
            last = line.unicodeScalars.count
        }
        return joined
    }

    private static func continues(
        _ open: String, with text: String, indent: Int, length: Int, margin: Int, lines: Int
    ) -> Bool {
        if let head = HeadingMatcher.match(open), head.isSeparated, !head.isBare, !head.rest.isEmpty, indent > 8,
            lines <= 4, !OutlineBuilder.endsSentence(open)
        {
            return true
        }
        return length >= 40 && length * 10 >= margin * 6 && indent <= 4 && HeadingMatcher.match(text) == nil
    }
}
