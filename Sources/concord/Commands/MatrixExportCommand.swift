import ArgumentParser
import Ingestion
import Legislation
import Obligations
import Review

/// `concord matrix export`: a State's matrix as reviewers use it.
struct MatrixExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Write a State's matrix as a workbook (XLSX), a sheet for each part of the matrix.",
        discussion: "concord matrix export LS --output lesotho.xlsx --audience state:LS")

    @OptionGroup var state: StateArgument

    @Option(help: "File to write to.")
    var output: String

    @OptionGroup var sharing: AudienceOption
    @OptionGroup var index: IndexOption

    func run() throws {
        let state = try state.jurisdiction()
        guard index.folder.exists else { throw IngestionError.noCatalog(index.folder.path) }
        let builder = try MatrixBuilder(folder: index.folder.path)
        var reading = try StateFactsReading(audience: sharing.audience, index: index)
        let matrix = reading.matrix(try builder.build(state))
        try reading.finish(command: "matrix export", who: sharing.who, index: index, tells: false)
        try MatrixWorkbook.write(
            matrix, name: state.englishName, rows: builder.matrix, notice: reading.filter.notice, to: output)
    }
}
