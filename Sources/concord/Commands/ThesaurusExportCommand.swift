import ArgumentParser
import Foundation
import Obligations

/// `concord thesaurus export`: the names as the lexicon of translations holds them.
struct ThesaurusExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Write the names of all concepts, a file for each language.",
        discussion: """
            For Sources/Translation/Resources/concepts, from which questions are translated: run it after a change of the \
            thesaurus. A line is the id of a concept, a tab, and its names with | between them.
            """)

    @Argument(help: "Folder for the files; it is made where it is missing.")
    var folder: String

    func run() throws {
        let thesaurus = try Thesaurus(.complete)
        let tables = thesaurus.nameTables()
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            try thesaurus.indicationTable().write(
                toFile: "\(folder)/indications.tsv", atomically: true, encoding: .utf8)
            for (language, table) in tables {
                try table.write(toFile: "\(folder)/\(language).tsv", atomically: true, encoding: .utf8)
            }
        } catch {
            throw Failure.output("\(folder): cannot be written: \(error.localizedDescription)")
        }
        Console.line("\(tables.count) languages written to \(folder)")
    }
}
