/// Finds the gutters between columns of text.
struct ColumnFinder {
    /// A gutter as one page shows it.
    private struct Gutter {
        var x: Double
        /// Lines on the side that has fewer.
        var lines: Int
        var isStrong: Bool
    }

    /// One page's rows with the words' edges.
    private struct Row {
        var top: Double
        var bottom: Double
        var spans: [(left: Double, right: Double, letters: Int)]

        func crosses(_ x: Double) -> Bool { spans.contains { $0.left < x - 0.5 && $0.right > x + 0.5 } }
    }

    /// Gutters of each page, from left to right; none where the page has one column.
    static func gutters(of pages: [Page]) -> [[Double]] {
        let rows = pages.map { page in
            PageLine.lines(of: page.words, page: page.number).map { line in
                Row(
                    top: line.top, bottom: line.bottom,
                    spans: line.words.map { ($0.left, $0.right, $0.text.unicodeScalars.count) })
            }
        }
        let own = zip(pages, rows).map { strongGutters($0, $1) }
        // What several pages show may be believed of a page that has little text.
        var common: [(x: Double, pages: Int)] = []
        for gutters in own {
            for gutter in gutters {
                if let index = common.firstIndex(where: { abs($0.x - gutter.x) < 12 }) {
                    common[index].pages += 1
                } else {
                    common.append((gutter.x, 1))
                }
            }
        }
        let trusted = common.filter { $0.pages >= 2 || pages.count <= 3 }.sorted { $0.pages > $1.pages }.map(\.x)
        return pages.indices.map { index in
            if !own[index].isEmpty {
                let x = own[index].map(\.x)
                let more = trusted.filter { candidate in
                    x.allSatisfy { abs($0 - candidate) > pages[index].width * 0.12 }
                        && (evaluate(candidate, rows[index])?.lines ?? 0) >= 3
                }
                return settled(x + more, pages[index])
            }
            return settled(trusted.filter { (evaluate($0, rows[index])?.lines ?? 0) >= 2 }, pages[index])
        }
    }

    /// Gutters from left to right, at most three, none close to another.
    private static func settled(_ gutters: [Double], _ page: Page) -> [Double] {
        var settled: [Double] = []
        for x in gutters where settled.allSatisfy({ abs($0 - x) > page.width * 0.12 }) && settled.count < 3 {
            settled.append(x)
        }
        return settled.sorted()
    }

    private static func strongGutters(_ page: Page, _ rows: [Row]) -> [Gutter] {
        let left = rows.lazy.flatMap(\.spans).map(\.left).min() ?? 0
        let right = rows.lazy.flatMap(\.spans).map(\.right).max() ?? 0
        let width = right - left
        guard rows.count >= 4, width > 150 else { return [] }
        var found: [Gutter] = []
        // A page of a hostile file may be as wide as its numbers can say.
        let step = max(1, width / 4000)
        var x = (left + width * 0.15).rounded()
        while x < right - width * 0.15 {
            if let gutter = evaluate(x, rows, least: 6), gutter.isStrong, gutter.lines >= 6 { found.append(gutter) }
            x += step
        }
        // Of positions within one gutter the middle one stands for all.
        var chosen: [Gutter] = []
        for gutter in found.sorted(by: { $0.lines > $1.lines }) {
            let isNear = chosen.contains { abs($0.x - gutter.x) < width * 0.14 }
            if !isNear, gutter.lines * 2 >= (chosen.first?.lines ?? 0) {
                let same = found.filter { $0.lines == gutter.lines && abs($0.x - gutter.x) < width * 0.1 }
                var middle = gutter
                middle.x = same.map(\.x).reduce(0, +) / Double(same.count)
                if same.contains(where: { abs($0.x - middle.x) < 1.5 }) {
                    chosen.append(middle)
                } else {
                    chosen.append(gutter)
                }
            }
            if chosen.count == 3 { break }
        }
        return chosen
    }

    /// How well a gutter at `x` parts the rows: over the longest run of rows that no word crosses.
    private static func evaluate(_ x: Double, _ rows: [Row], least: Int = 2) -> Gutter? {
        var best: Gutter?
        var start = 0
        for end in 0...rows.count where end == rows.count || rows[end].crosses(x) {
            // Most positions are crossed by nearly every row: only runs that may do are looked at closely.
            if end - start >= least, let gutter = judge(x, rows[start..<end]), gutter.lines > (best?.lines ?? 0) {
                best = gutter
            }
            start = end + 1
        }
        return best
    }

    private static func judge(_ x: Double, _ run: ArraySlice<Row>) -> Gutter? {
        guard run.count >= 2 else { return nil }
        var left: [(start: Double, end: Double, letters: Int)] = []
        var right: [(start: Double, end: Double, letters: Int)] = []
        for row in run {
            for (side, isLeft) in [
                (row.spans.filter { $0.right <= x + 0.5 }, true), (row.spans.filter { $0.left >= x - 0.5 }, false),
            ] {
                guard let start = side.lazy.map(\.left).min(), let end = side.lazy.map(\.right).max() else { continue }
                let letters = side.reduce(0) { $0 + $1.letters }
                if isLeft { left.append((start, end, letters)) } else { right.append((start, end, letters)) }
            }
        }
        let lines = min(left.count, right.count)
        guard lines >= 2, let leftEnd = left.map(\.end).max(), let rightStart = right.map(\.start).min(),
            let leftStart = left.map(\.start).min(), let rightEnd = right.map(\.end).max()
        else { return nil }
        func isProse(_ side: [(start: Double, end: Double, letters: Int)], _ width: Double) -> Bool {
            let fills = side.map { ($0.end - $0.start) / max(width, 1) }.sorted()
            let letters = side.map(\.letters).sorted()
            return fills[fills.count / 2] >= 0.55 && letters[letters.count / 2] >= (width < 100 ? 8 : 12)
        }
        // Columns are of about one width; a term and its definition, or a number and its text, are not.
        let widths = (leftEnd - leftStart, rightEnd - rightStart)
        let isEven = min(widths.0, widths.1) > max(widths.0, widths.1) * 0.38
        // Words of a line do not all begin where those of the next do; columns do.
        let starts = right.count { $0.start - rightStart < 3 }
        let ends = left.count { leftEnd - $0.end < 3 }
        let isAligned = starts * 2 >= right.count || ends * 2 >= left.count
        let isStrong =
            isAligned && isEven && rightStart - leftEnd >= 4 && isProse(left, leftEnd - leftStart)
            && isProse(right, rightEnd - rightStart)
        return Gutter(x: x, lines: lines, isStrong: isStrong)
    }
}
