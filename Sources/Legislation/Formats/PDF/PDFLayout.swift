/// Reads pages in the order in which people read them.
struct PDFLayout {
    private let pages: [Page]
    private let bodySize: Double
    private(set) var blocks: [ColumnBlock<PageLine>] = []
    /// The largest print of the first pages.
    private(set) var title: String?

    init(_ all: [Page]) {
        pages = RunningHeads.removed(from: all)
        bodySize = Self.bodySize(pages)
        let gutters = ColumnFinder.gutters(of: pages)
        for (page, gutters) in zip(pages, gutters) { read(page, gutters) }
        setEdges()
        title = largest()
        let lines = blocks.flatMap(\.lines)
        if VisualOrder.hasSwappedLigatures(lines) {
            change { $0.text = $0.isRightToLeft ? VisualOrder.repaired($0.text) : $0.text }
        }
        change {
            if let mark = $0.text.unicodeScalars.first, "▼►".unicodeScalars.contains(mark), $0.text.count <= 6 {
                $0.text = ""
            }
        }
    }

    var isRightToLeft: Bool {
        let lines = blocks.flatMap(\.lines)
        return lines.count(where: \.isRightToLeft) * 2 > lines.count
    }

    /// The height of letters that most of the text has.
    private static func bodySize(_ pages: [Page]) -> Double {
        var weights: [Int: Int] = [:]
        for page in pages {
            for word in page.words { weights[Int((word.height * 4).rounded()), default: 0] += word.text.utf8.count }
        }
        return Double(weights.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key ?? 48) / 4
    }

    // MARK: One page

    private mutating func read(_ page: Page, _ gutters: [Double]) {
        guard !gutters.isEmpty else {
            add([page.words], page, column: 0)
            return
        }
        func crosses(_ word: PageWord) -> Bool {
            gutters.contains { word.left < $0 - 0.5 && word.right > $0 + 0.5 }
        }
        // Bands of the page, from top to bottom: across all columns, or in columns.
        var bands: [(isFull: Bool, rows: [PageLine])] = []
        for row in PageLine.lines(of: page.words, page: page.number) {
            let isFull = row.words.contains(where: crosses)
            if let last = bands.indices.last, bands[last].isFull == isFull {
                bands[last].rows.append(row)
            } else {
                bands.append((isFull, [row]))
            }
        }
        // The short last line of a paragraph across the page crosses nothing.
        for index in bands.indices where !bands[index].isFull && bands.count > 1 {
            let rows = bands[index].rows
            let sides = rows.map { row in Set(row.words.map { word in gutters.count { word.left > $0 - 0.5 } }) }
            let isAlone = rows.count <= 2 && index > 0 && sides.allSatisfy { $0 == [0] }
            if isAlone { bands[index].isFull = true }
        }
        var column = 0
        var pending: [PageWord] = []
        func flushFull(_ layout: inout PDFLayout) {
            if !pending.isEmpty { layout.add([pending], page, column: column) }
            if !pending.isEmpty { column += 1 }
            pending = []
        }
        for band in bands {
            let words = band.rows.flatMap(\.words)
            if band.isFull {
                pending += words
                continue
            }
            flushFull(&self)
            var columns = [[PageWord]](repeating: [], count: gutters.count + 1)
            for word in words { columns[gutters.count { word.left > $0 - 0.5 }].append(word) }
            add(columns, page, column: column)
            column += columns.count
        }
        flushFull(&self)
    }

    private mutating func add(_ columns: [[PageWord]], _ page: Page, column: Int) {
        var markers: Set<String> = []
        var all = columns.map { words in
            Footnotes.removed(
                from: PageLine.lines(of: words, page: page.number), page: page, bodySize: bodySize, markers: &markers)
        }
        for (index, lines) in all.enumerated() {
            // A line that stands out on one side does not move the column's edge.
            let lefts = lines.map(\.left).sorted()
            let rights = lines.map(\.right).sorted()
            let edges = (
                lefts.isEmpty ? 0 : lefts[lefts.count / 12],
                rights.isEmpty ? 0 : rights[rights.count - 1 - rights.count / 12]
            )
            for line in lines.indices {
                all[index][line].column = column + index
                (all[index][line].columnLeft, all[index][line].columnRight) = edges
                all[index][line].isRightToLeft = VisualOrder.isRightToLeft(all[index][line].words)
                all[index][line].text = LineText.text(of: all[index][line], notes: markers)
            }
        }
        if all.count == 1 { blocks.append(.lines(all[0])) } else { blocks.append(.columns(all)) }
    }

    // MARK: The whole document

    /// Short bands show where their column begins, but not how far it runs: the widest of its like says so.
    private mutating func setEdges() {
        var edges: [String: [(Double, Double)]] = [:]
        func place(_ count: Int, _ index: Int, _ page: Int) -> String { "\(count)/\(index)/\(page % 2)" }
        for block in blocks {
            for (index, lines) in block.columns.enumerated() {
                guard let first = lines.first, lines.count >= 5 else { continue }
                edges[place(block.columns.count, index, first.page), default: []]
                    .append((first.columnLeft, first.columnRight))
            }
        }
        let usual = edges.mapValues { pairs -> (Double, Double) in
            let left = pairs.map(\.0).sorted()
            let right = pairs.map(\.1).sorted()
            return (left[left.count / 4], right[right.count - 1 - right.count / 4])
        }
        blocks = blocks.map { block in
            let columns = block.columns.enumerated().map { index, lines in
                lines.map { line in
                    guard let edges = usual[place(block.columns.count, index, line.page)],
                        line.left > edges.0 - 30, line.right < edges.1 + 30
                    else { return line }
                    var line = line
                    (line.columnLeft, line.columnRight) = edges
                    return line
                }
            }
            return columns.count == 1 ? .lines(columns[0]) : .columns(columns)
        }
    }

    private mutating func change(_ body: (inout PageLine) -> Void) {
        blocks = blocks.map { block in
            let columns = block.columns.map { lines in
                lines.map { line in
                    var line = line
                    body(&line)
                    return line
                }
            }
            return columns.count == 1 ? .lines(columns[0]) : .columns(columns)
        }
    }

    private func largest() -> String? {
        let first = pages.first { !$0.words.isEmpty }?.number ?? 1
        let front = blocks.flatMap(\.lines).filter { $0.page == first && $0.text.count >= 3 }
        guard let size = front.filter({ $0.text.filter(\.isLetter).count >= 3 }).map(\.size).max(),
            size > bodySize * 1.15
        else { return nil }
        guard let start = front.firstIndex(where: { $0.size > size * 0.97 }) else { return nil }
        let run = front[start...].prefix { $0.size > size * 0.85 }.prefix(6)
        let title = run.map(\.text).joined(separator: " ")
        return title.unicodeScalars.count <= 300 ? title : nil
    }
}
