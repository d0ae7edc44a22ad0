import ArgumentParser
import Foundation
import Ingestion
import Legislation
import Obligations
import Review

/// The forms in which the overview is written.
enum StatusFormat: String, ExpressibleByArgument, CaseIterable {
    case terminal, svg, xlsx, csv, json
}

/// `concord status`: where the States stand.
struct StatusCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status",
        abstract: "Show which States reported, which cells are documented, and what changed.",
        discussion: """
            Indicators of fact, not of the degree of compliance. Reports are as they were entered or imported (see 'concord \
            states'); cells are as experts decided them, else as proposed from the laws in the index. docs/metrics.md defines \
            every figure.

            concord status --group african --since 2026-01-01
            concord status --region Europe --format svg --output europe.svg
            """)

    @OptionGroup var choice: StateChoice

    @Option(help: ArgumentHelp("Count change from this day on, as 2026-01-01.", valueName: "date"))
    var since: String?

    @Option(help: "terminal, svg, xlsx, csv or json.")
    var format: StatusFormat = .terminal

    @Option(help: "File to write to, instead of standard output; xlsx needs one.")
    var output: String?

    @OptionGroup var sharing: AudienceOption
    @OptionGroup var index: IndexOption

    func validate() throws {
        if let since {
            guard let day = Day(since) else { throw ValidationError("--since takes a day as 2026-01-01.") }
            guard day <= Day.today else { throw ValidationError("--since: \(day) has not come yet.") }
        }
        if format == .xlsx, output == nil { throw ValidationError("--format xlsx needs --output FILE.") }
    }

    func run() throws {
        var reading = try StateFactsReading(audience: sharing.audience, index: index)
        let states = try choice.states(of: reading.register)
        var ledger = StateLedger()
        for state in states { ledger.set(reading.facts(state, only: [.name, .firstReport, .additionalReports])) }
        var coverage: [Jurisdiction: [Cell: CellValue]] = [:]
        var decided: DecidedCells?
        if index.folder.exists {
            // Facts can be recorded before any law is indexed.
            if FileManager.default.fileExists(atPath: index.folder.indexPath) {
                coverage = try MatrixBuilder(folder: index.folder.path).coverage()
            } else {
                Console.note(
                    "No laws are indexed in \(index.folder.path): only what experts decided is known of cells.")
            }
            decided = try reading.decidedCells(of: states, before: since.flatMap { Day($0) }, index: index)
        }
        let status = WorldStatus(
            states: states, matrix: try ObligationMatrix(), ledger: ledger, coverage: coverage, decided: decided,
            since: since.flatMap { Day($0) }, selection: choice.words)
        let notice = reading.filter.notice
        // Noted before anything is shown: what cannot be noted is not shown.
        try reading.finish(
            command: "status", who: sharing.who, index: index, tells: format == .terminal || format == .csv)
        switch format {
        case .terminal: try OutputFile.write(StatusTerminal(status).text, to: output)
        case .svg: try OutputFile.write(StatusSVG(status, notice: notice).text, to: output)
        // The line end that is added makes the last CR LF whole again; in Swift it is one character.
        case .csv: try OutputFile.write(StatusCSV.text(status).dropLast() + "\r", to: output)
        case .json: try OutputFile.write(StatusDocument(status, withheld: reading.filter.withheld).json, to: output)
        case .xlsx: try StatusWorkbook.write(status, notice: notice, to: output ?? "")
        }
    }
}
