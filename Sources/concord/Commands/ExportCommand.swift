import ArgumentParser
import Catalog
import Foundation
import Ingestion

/// `concord export`: the whole database as a folder of JSON Lines.
struct ExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Write the whole database as a folder of JSON Lines.",
        discussion: """
            Laws, provisions, files and the record of events, in the form that docs/export.md describes; 'concord import' \
            makes the same database of it. Another process may write to the catalog meanwhile.
            """)

    @Argument(help: "Folder to write, which is not there yet or is empty.")
    var target: String

    @OptionGroup var index: IndexOption

    func run() throws {
        guard index.folder.exists else { throw IngestionError.noCatalog(index.folder.path) }
        let catalog = try Catalog(directory: index.folder.path, mode: .readOnly)
        let manifest = try CatalogExport(of: catalog).write(to: target)
        for file in manifest.files { Console.line("\(file.name): \(file.lines) lines, \(Quantity.bytes(file.bytes))") }
        Console.line("record: event \(manifest.lastEvent), \(manifest.recordHash)")
    }
}
