import ArgumentParser
import Foundation
import Ingestion

/// `concord import`: a database from an exported folder.
struct ImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Make a database from a folder that 'concord export' wrote.",
        discussion: """
            The index folder must not be there yet or be empty. Checksums are compared first; a folder that is damaged is \
            refused with the file and line, and nothing is left behind.
            """)

    @Argument(help: "Folder that 'concord export' wrote.")
    var source: String

    @OptionGroup var index: IndexOption

    func run() throws {
        let started = Date()
        let count = try DatabaseImport(from: source).make(index.folder) { Console.progress("\($0) provisions") }
        Console.clearProgress()
        Console.line("\(count) provisions imported in \(Quantity.duration(Date().timeIntervalSince(started)))")
    }
}
