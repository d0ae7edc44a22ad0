import ArgumentParser
import Ingestion
import Legislation
import Obligations
import Review

/// `concord matrix build`: what the laws of a State show, cell by cell.
struct MatrixBuildCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "build",
        abstract: "Draft the matrix of a State from its laws in the index.",
        discussion: """
            Prints the rows with the value for each weapon type and aspect, and with --evidence the provisions behind \
            them. Letters in the grid: X, ? and NA as in the committee's matrix; an expert's decision has * behind it, \
            one that has to be looked at again, because the law changed, has !.
            """)

    @OptionGroup var state: StateArgument

    @Option(help: "Only these rows: a code, a group, or a pattern, as op3cd.transit, op2, *.delivery.")
    var obligation: String?

    @Flag(help: "Also rows for which nothing was found or decided.")
    var all = false

    @Flag(help: "Also the provisions behind each value.")
    var evidence = false

    @Flag(help: "Only cells whose decision has to be looked at again.")
    var reopened = false

    @Flag(help: "Print JSON.")
    var json = false

    @OptionGroup var sharing: AudienceOption
    @OptionGroup var index: IndexOption

    func run() throws {
        let state = try state.jurisdiction()
        guard index.folder.exists else { throw IngestionError.noCatalog(index.folder.path) }
        let builder = try MatrixBuilder(folder: index.folder.path)
        var reading = try StateFactsReading(audience: sharing.audience, index: index)
        var matrix = reading.matrix(try builder.build(state))
        // Noted before anything is shown: what cannot be noted is not shown.
        try reading.finish(command: "matrix build", who: sharing.who, index: index)
        if let obligation {
            let rows = Set(builder.matrix.rows(matching: obligation).map(\.code))
            guard !rows.isEmpty else {
                throw ReviewError.unknownCell(
                    obligation, suggestion: builder.matrix.suggestion(for: obligation)?.rawValue)
            }
            matrix.cells.removeAll { !rows.contains($0.cell.code) }
        }
        if reopened { matrix.cells.removeAll { $0.reopening == nil } }
        if matrix.lawCount == 0 {
            Console.note("The index has no law of \(state.englishName); only decisions can be shown.")
        }
        if json {
            Console.line(try JSONText.text(MatrixDocument(matrix)))
        } else {
            Console.line(
                MatrixListing(
                    matrix, rows: builder.matrix, showsAll: all || reopened, showsEvidence: evidence || reopened
                ).text)
        }
    }
}
