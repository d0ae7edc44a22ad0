/// Takes footnotes out of a column of a page, and with them the raised figures that point to them.
enum Footnotes {
    /// The lines without the notes at their foot.
    ///
    /// - Parameter bodySize: height of the letters that most of the document is set in.
    static func removed(from lines: [PageLine], page: Page, bodySize: Double, markers: inout Set<String>) -> [PageLine]
    {
        var start = lines.count
        while start > 0, isSmall(lines[start - 1], bodySize), lines[start - 1].top > page.height * 0.3 { start -= 1 }
        guard start < lines.count, let first = lines[start...].firstIndex(where: { marker($0) != nil }) else {
            return lines
        }
        // A note may go on from the page before; a table in small print has no note at its head.
        let begin = first - start <= 6 ? start : first
        guard lines.count - begin < max(lines.count * 2 / 3, 4) else { return lines }
        for line in lines[begin...] {
            if let marker = marker(line) { markers.insert(marker) }
        }
        return Array(lines[..<begin])
    }

    private static func isSmall(_ line: PageLine, _ bodySize: Double) -> Bool {
        let heights = line.words.map(\.height).sorted()
        return heights[heights.count / 2] < bodySize * 0.93
    }

    /// The figure or sign that a note begins with.
    static func marker(_ line: PageLine) -> String? {
        guard let first = line.words.first else { return nil }
        let text = first.text.filter { !"().".contains($0) }
        guard !text.isEmpty, text.count <= 3, line.words.count > 1 else { return nil }
        if text.unicodeScalars.allSatisfy({ Numeral.decimal($0) != nil }) || text.allSatisfy({ "*†‡§".contains($0) }) {
            return text
        }
        return nil
    }

    /// Whether a word of a line is set smaller and higher than the line.
    static func isRaised(_ word: PageWord, in line: PageLine) -> Bool {
        word.height < line.size * 0.78 && word.bottom < line.bottom - line.size * 0.12
    }
}
