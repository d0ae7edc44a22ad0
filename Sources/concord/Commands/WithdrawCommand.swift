import ArgumentParser
import Catalog
import Foundation
import Ingestion

/// `concord withdraw`: marks the laws of files as withdrawn.
struct WithdrawCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "withdraw",
        abstract: "Mark the laws of files as withdrawn.",
        discussion: """
            For files that are gone or that their publisher took back. The laws stay in the catalog and searches pass them \
            over; --include-withdrawn asks them too. Indexing a file that is there again restores them.
            """)

    @Argument(help: "Files, as they were indexed; they need not be there any more.")
    var files: [String]

    @Option(help: "The reason, for the record.")
    var why: String

    @OptionGroup var index: IndexOption
    @OptionGroup var author: AuthorOption

    func run() throws {
        let ingestor = Ingestor(folder: index.folder, author: author.name)
        for file in files {
            let count = try ingestor.withdraw(source: file, why: why)
            Console.line(count == 0 ? "\(file): no law of it stands" : "\(file): \(count) laws withdrawn")
        }
    }
}
