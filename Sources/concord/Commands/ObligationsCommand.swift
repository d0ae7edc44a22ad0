import ArgumentParser
import Foundation
import Ingestion
import InvertedIndex
import Obligations
import ProvisionIndex

/// `concord obligations`: the rows of the matrix.
struct ObligationsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "obligations",
        abstract: "List the obligations of resolution 1540, or explain one.")

    @Argument(help: "Code, group or pattern, as op3cd.transit, op3cd, 'op3*'.")
    var code: String?

    @OptionGroup var index: IndexOption

    @Option(help: "Language of titles in the list (ar, zh, en, fr, ru, es).")
    var lang: String = "en"

    @Flag(help: "Print JSON.")
    var json = false

    func validate() throws {
        guard ObligationMatrix.languages.contains(lang) else {
            throw ValidationError("--lang takes one of \(ObligationMatrix.languages.joined(separator: ", ")).")
        }
    }

    func run() throws {
        let matrix = try ObligationMatrix()
        let rows = code.map { matrix.rows(matching: $0) } ?? matrix.rows
        if let code, rows.isEmpty {
            let hint = matrix.suggestion(for: code).map { " Did you mean \($0)?" } ?? ""
            throw Failure.notFound("There is no obligation \"\(code)\".\(hint)")
        }
        if json {
            Console.line(try JSONText.text(rows.map { RowDocument($0) }))
        } else if code != nil, rows.count == 1 {
            try explain(rows[0], matrix)
        } else {
            list(rows, matrix)
        }
    }

    private func list(_ rows: [ObligationMatrix.Row], _ matrix: ObligationMatrix) {
        var group: ObligationGroup?
        for row in rows {
            if row.group != group {
                group = row.group
                Console.line(Console.bold(Console.isolated(matrix.title(of: row.group, in: lang))))
            }
            let weapons = row.weapons.map(\.rawValue).joined(separator: " ")
            let code = row.code.rawValue.padding(toLength: 30, withPad: " ", startingAt: 0)
            let title = Console.isolated(row.title(in: lang))
            Console.line("  \(code) \(title)" + (weapons.isEmpty ? "" : "  [\(weapons)]"))
        }
    }

    private func explain(_ row: ObligationMatrix.Row, _ matrix: ObligationMatrix) throws {
        Console.line(Console.bold(row.code.rawValue) + "  \(matrix.title(of: row.group, in: lang)), row \(row.number)")
        for language in ObligationMatrix.languages {
            Console.line("  \(language)  \(Console.isolated(row.title(in: language)))")
        }
        let weapons = row.weapons.map { "\($0.rawValue) \(matrix.title(of: $0, in: lang))" }
        if !weapons.isEmpty { Console.line("  weapons: " + weapons.joined(separator: ", ")) }
        if index.folder.exists {
            let term = TermSpace.cell.key(CellTerms.term(code: row.code.rawValue))
            let matches = try IndexSearcher(directory: index.folder.indexPath).matches(.term(IndexTerm(term)))
            let count = matches.reduce(0) { $0 + $1.count }
            Console.line("  provisions in \(index.folder.path): \(count)")
        }
        Console.line("  search:  concord search obligation:\(row.code)")
    }
}

/// A row of the matrix as JSON.
private struct RowDocument: Encodable {
    var code: String
    var group: String
    var number: Int
    var weapons: [String]
    var titles: [String: String]

    init(_ row: ObligationMatrix.Row) {
        code = row.code.rawValue
        group = row.group.rawValue
        number = row.number
        weapons = row.weapons.map(\.rawValue)
        titles = Dictionary(uniqueKeysWithValues: ObligationMatrix.languages.map { ($0, row.title(in: $0)) })
    }
}
