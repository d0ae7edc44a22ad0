/// A table of a word processor, put together cell by cell.
struct DocumentTable {
    private var rows: [[[SourceLine]]] = []

    mutating func beginRow() { rows.append([]) }

    mutating func beginCell() {
        if rows.isEmpty { beginRow() }
        rows[rows.count - 1].append([])
    }

    mutating func put(_ line: SourceLine) {
        if rows.last?.isEmpty ?? true { beginCell() }
        let row = rows.count - 1
        rows[row][rows[row].count - 1].append(line)
    }

    /// The table row by row: a row of short cells is one line, cells of several paragraphs follow each other.
    var lines: [SourceLine] {
        rows.flatMap { row -> [SourceLine] in
            let cells = row.map { $0.filter { !$0.isBlank } }.filter { !$0.isEmpty }
            guard cells.allSatisfy({ $0.count == 1 && $0[0].level == 0 }) else { return cells.flatMap { $0 } }
            let text = cells.map { $0[0].text }.joined(separator: " ")
            return text.isEmpty ? [] : [SourceLine(text: text)]
        }
    }

    /// Adds the table to a document; columns that may be languages side by side are kept apart.
    func append(to text: inout DocumentText) {
        let width = rows.lazy.map(\.count).max() ?? 0
        let full = rows.filter { $0.count == width }
        let isProse =
            (2...4).contains(width) && full.count * 2 > rows.count
            && (0..<width).allSatisfy { column in
                full.reduce(0) { $0 + $1[column].reduce(0) { $0 + $1.text.utf8.count } } >= 300
            }
        guard isProse else {
            for line in lines { text.append(line) }
            return
        }
        let columns = (0..<width).map { column in
            rows.flatMap { $0.indices.contains(column) ? $0[column] : [] }
        }
        let languages = columns.map { LanguageColumns.language(of: $0) { $0.text }?.primary }
        if Set(languages).count == width {
            text.blocks.append(.columns(columns))
        } else {
            for line in lines { text.append(line) }
        }
    }
}
