import ArgumentParser
import Catalog
import Foundation
import Ingestion
import Review

/// `concord states import`: facts of many States from a table.
struct StatesImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Record facts of many States from a CSV file.",
        discussion: """
            The first line names the columns, in any order: state (code or name) and the fields of 'concord states set', \
            also focal-point.visibility. An empty field says nothing; none says that there is none. The file is UTF-8, \
            fields with commas stand in quotation marks (RFC 4180). It is taken as a whole: where anything is wrong, all \
            faults are told with their lines and nothing is written.

            A sample of fictional States has the columns fictional (yes) and name, and codes QM to QT or XA to XJ; see \
            samples/states.csv.

            concord states import reports.csv --why "matrices approved in 2020" --as "A. Expert"
            """)

    @Argument(help: "The file.")
    var file: String

    @Option(help: "Where the facts come from; by default the name of the file.")
    var why: String?

    @Flag(help: "Check the file and write nothing.")
    var dryRun = false

    @Option(
        name: .customLong("as"),
        help: ArgumentHelp("Your name, for the record (else $CONCORD_USER).", valueName: "name"))
    var who: String?

    @OptionGroup var index: IndexOption

    func run() throws {
        let data: Data
        do {
            data = try Data(contentsOf: URL(fileURLWithPath: file))
        } catch {
            throw Failure.notFound("\(file): cannot be read: \(error.localizedDescription)")
        }
        let mode: Catalog.Mode = dryRun ? .readOnly : .readWrite
        let record =
            dryRun && !index.folder.exists
            ? nil : StateRecord(catalog: try Catalog(directory: index.folder.path, mode: mode))
        let ledger = try record?.ledger() ?? StateLedger()
        let register = try StateRegister().adding(fictional: ledger.fictionalStates)
        let table = try StateImport(data, file: file, register: register, known: ledger)
        let facts = table.changes.reduce(0) { $0 + $1.facts.count }
        let words =
            "\(CompareDocument.count(facts, "fact")) of \(CompareDocument.count(table.changes.count, "State"))"
        if !dryRun {
            try record?.add(table.entries(why: why, source: file, checksum: Self.checksum(data)), by: who)
        }
        Console.line(
            "\(file): \(CompareDocument.count(table.rowCount, "row")); \(words) \(dryRun ? "would be recorded" : "recorded")"
        )
    }

    private static func checksum(_ data: Data) -> String {
        var hasher = SHA256Hasher()
        data.withUnsafeBytes { hasher.update($0) }
        return "sha256:\(hasher.finish())"
    }
}
