import ArgumentParser
import Foundation
import Ingestion

/// `concord backup`: a copy of the database while it is in use.
struct BackupCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup",
        abstract: "Copy the database while it is in use.",
        discussion: """
            A folder gets catalog and index and is an index folder itself: name it with --index, or copy it back. A file \
            whose name ends in .sqlite gets the catalog alone: put it into a folder as catalog.sqlite and run \
            'concord reindex'.
            """)

    @Argument(help: "Folder to write, which is not there yet or is empty; or a new file that ends in .sqlite.")
    var target: String

    @OptionGroup var index: IndexOption

    func run() throws {
        let backup = DatabaseBackup(of: index.folder)
        if target.hasSuffix(".sqlite") {
            try backup.write(toFile: target)
            Console.line("\(target): the catalog; 'concord reindex' makes the index of it")
            return
        }
        let report = try backup.write(toFolder: target)
        Console.line(
            report.hasIndex
                ? "\(target): the catalog and its index (\(report.linked) files linked, \(report.copied) copied)"
                : "\(target): the catalog; there is no index yet")
    }
}
