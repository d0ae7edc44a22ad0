import ArgumentParser
import Foundation
import Ingestion
import Legislation

/// `concord reindex`: makes the index anew from the catalog.
struct ReindexCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reindex",
        abstract: "Make the index anew from the catalog.",
        discussion: "The index that is there answers until the new one is complete.")

    @OptionGroup var index: IndexOption

    func run() throws {
        let started = Date()
        let count = try Ingestor(folder: index.folder).reindex { Console.progress("\($0) provisions") }
        Console.clearProgress()
        Console.line("\(count) provisions indexed in \(Quantity.duration(Date().timeIntervalSince(started)))")
    }
}
