import Foundation
import Legislation
import Obligations

/// Model provisions on a terminal, a column a language.
struct ModelTerminal {
    private static let gap = 3
    private let document: ModelDocument
    private let columns: TextColumns

    init(_ document: ModelDocument) {
        self.document = document
        let count = document.family.languages.count
        let width = count == 1 ? min(TextColumns.terminalWidth, 100) : TextColumns.terminalWidth
        columns = TextColumns(count: count, width: max(20, (width - Self.gap * (count - 1)) / count), gap: Self.gap)
    }

    var text: String {
        var lines: [String] = []
        for serving in document.served {
            if !lines.isEmpty { lines.append("") }
            lines.append(Console.accent("\(serving.member.name)#\(serving.eId)  \(document.cells(of: serving))"))
            add(serving.member.texts.map(\.law.title), &lines, style: Console.dim)
            add(serving.articles.map { "\($0.number) \($0.heading)" }, &lines, style: Console.bold)
            for line in ModelDocument.lines(of: serving) {
                let indent = String(repeating: "  ", count: line.level)
                add(
                    line.clauses.map { indent + [$0.number, $0.text].filter { !$0.isEmpty }.joined(separator: " ") },
                    &lines)
                for place in 0..<(line.clauses.map(\.notes.count).max() ?? 0) {
                    let notes = zip(line.clauses, document.family.languages).map { clause, language in
                        place < clause.notes.count
                            ? indent + "[\(ModelDocument.noteLabel(language)): \(clause.notes[place])]" : ""
                    }
                    add(notes, &lines, style: Console.dim)
                }
            }
        }
        return lines.joined(separator: "\n")
    }

    private func add(_ cells: [String], _ lines: inout [String], style: (String) -> String = { $0 }) {
        lines += columns.lines(cells).map {
            $0.map { style($0) }.joined(separator: String(repeating: " ", count: Self.gap))
        }
    }
}
