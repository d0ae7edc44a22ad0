/// Words that stand on one line of one column.
struct PageLine {
    /// From left to right.
    var words: [PageWord]
    var page: Int
    /// Left and right edge of the column.
    var columnLeft = 0.0
    var columnRight = 0.0
    /// Number of the column on the page, over all bands; a change is a break in the column.
    var column = 0
    /// What the line says, in reading order.
    var text = ""
    var isRightToLeft = false

    var left: Double { words.first?.left ?? 0 }
    var right: Double { words.lazy.map(\.right).max() ?? 0 }
    /// Upper and lower edge of the words of ordinary size.
    var top: Double
    var bottom: Double

    /// Height of its letters.
    var size: Double { bottom - top }
    var middle: Double { (top + bottom) / 2 }

    init(_ word: PageWord, page: Int) {
        words = [word]
        self.page = page
        top = word.top
        bottom = word.bottom
    }

    /// How far it begins from its column's edge, in reading direction.
    var indent: Double { isRightToLeft ? columnRight - right : left - columnLeft }
    /// How far it ends before its column's other edge.
    var slack: Double { isRightToLeft ? left - columnLeft : columnRight - right }
    var columnWidth: Double { max(columnRight - columnLeft, 1) }

    var isCentred: Bool {
        indent > columnWidth * 0.08 && slack > columnWidth * 0.08
            && abs(indent - slack) < max(8, columnWidth * 0.04)
    }

    /// Lines from top to bottom of words in any order.
    static func lines(of words: [PageWord], page: Int) -> [PageLine] {
        let heights = words.map(\.height).sorted()
        guard !heights.isEmpty else { return [] }
        let usual = heights[heights.count / 2]
        var lines: [PageLine] = []
        // Raised and small words find their line after the others have made it.
        let (small, plain) = words.reduce(into: ([PageWord](), [PageWord]())) { parts, word in
            if word.height < usual * 0.72 { parts.0.append(word) } else { parts.1.append(word) }
        }
        for word in plain.sorted(by: { ($0.middle, $0.left) < ($1.middle, $1.left) }) {
            place(word, least: 0.5, in: &lines, page: page)
        }
        for word in small.sorted(by: { ($0.middle, $0.left) < ($1.middle, $1.left) }) {
            place(word, least: 0.4, in: &lines, page: page)
        }
        for index in lines.indices { lines[index].settle() }
        return lines.sorted { ($0.middle, $0.left) < ($1.middle, $1.left) }
    }

    /// Words from left to right, and the height that most of them have.
    private mutating func settle() {
        words.sort { ($0.left, $0.top) < ($1.left, $1.top) }
        let byHeight = words.sorted { $0.height < $1.height }
        var weight = 0
        let half = words.reduce(0) { $0 + $1.text.unicodeScalars.count } / 2
        let usual = byHeight.first { word in
            weight += word.text.unicodeScalars.count
            return weight > half
        }
        if let usual { (top, bottom) = (usual.top, usual.bottom) }
    }

    private static func place(_ word: PageWord, least: Double, in lines: inout [PageLine], page: Int) {
        var best: (index: Int, overlap: Double)?
        for index in lines.indices.suffix(400).reversed() {
            let line = lines[index]
            let overlap = min(line.bottom, word.bottom) - max(line.top, word.top)
            let share = overlap / max(min(line.size, word.height), 0.1)
            if share >= least, share > (best?.overlap ?? 0) { best = (index, share) }
        }
        guard let index = best?.index else {
            lines.append(PageLine(word, page: page))
            return
        }
        lines[index].words.append(word)
    }
}
