import ArgumentParser
import Catalog
import Ingestion
import Legislation
import Obligations
import Review

/// What the commands that decide about a cell have in common.
struct DecisionOptions: ParsableArguments {
    @OptionGroup var state: StateArgument

    @Argument(help: "The cell: row, weapon type and aspect, as op3cd.transit/CW/framework.")
    var cell: String

    @Option(help: "The reason; it is kept in the record.")
    var why: String

    @Option(help: "Number of the decision that you saw, where the cell was decided before ('matrix build' shows it).")
    var revision: Int64 = 0

    @Option(help: "Who may see the decision: public, donors, state or committee.")
    var visibility: String = Visibility.everyone.rawValue

    @OptionGroup var author: AuthorOption
    @OptionGroup var index: IndexOption

    func validate() throws {
        guard Visibility(rawValue: visibility) != nil else {
            let names = Visibility.allCases.map(\.rawValue).joined(separator: ", ")
            throw ValidationError("--visibility takes one of \(names).")
        }
    }

    func decide(_ verdict: ExpertDecision.Verdict, value: CellValue? = nil) throws {
        let state = try state.jurisdiction()
        guard index.folder.exists else { throw IngestionError.noCatalog(index.folder.path) }
        let cell = try Cell(name: cell, matrix: try ObligationMatrix())
        let seen = try MatrixBuilder(folder: index.folder.path).build(state)
        guard let current = seen[cell] else {
            throw ReviewError.unknownCell(self.cell, suggestion: nil)
        }
        let catalog = try Catalog(directory: index.folder.path, mode: .readWrite)
        let number = try DecisionDesk(catalog: catalog).decide(
            state, current, revision: revision,
            ruling: .init(verdict, value: value, why: why, visibility: Visibility(rawValue: visibility) ?? .committee),
            by: author.name)
        let decided = verdict == .accept ? current.proposal.value : value ?? .blank
        Console.line(
            "\(state.englishName), \(cell): \(decided.name), decided by \(author.name) (revision \(number))")
    }
}

/// `concord matrix accept`: takes the proposed value over.
struct MatrixAcceptCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "accept", abstract: "Accept what is proposed for a cell.")

    @OptionGroup var options: DecisionOptions

    func run() throws { try options.decide(.accept) }
}

/// `concord matrix reject`: the cell stays blank.
struct MatrixRejectCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reject", abstract: "Reject what is proposed for a cell; it becomes blank.")

    @OptionGroup var options: DecisionOptions

    func run() throws { try options.decide(.reject) }
}

/// `concord matrix edit`: sets another value.
struct MatrixEditCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "edit", abstract: "Set a cell to another value than the proposed.")

    @OptionGroup var options: DecisionOptions

    @Option(help: "X, ?, NA or blank.")
    var value: String

    func run() throws {
        guard let value = CellValue(name: value) else { throw ReviewError.unknownValue(value) }
        try options.decide(.edit, value: value)
    }
}

/// `concord matrix history`: all decisions about a cell.
struct MatrixHistoryCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "history", abstract: "Show all decisions about a cell, the oldest first.")

    @OptionGroup var state: StateArgument

    @Argument(help: "The cell, as op3cd.transit/CW/framework.")
    var cell: String

    @OptionGroup var sharing: AudienceOption
    @OptionGroup var index: IndexOption

    func run() throws {
        let state = try state.jurisdiction()
        guard index.folder.exists else { throw IngestionError.noCatalog(index.folder.path) }
        let cell = try Cell(name: cell, matrix: try ObligationMatrix())
        var reading = try StateFactsReading(audience: sharing.audience, index: index)
        let log = DecisionLog(catalog: try Catalog(directory: index.folder.path, mode: .readOnly))
        let decisions = reading.decisions(try log.history(of: state, cell), of: state)
        try reading.finish(command: "matrix history", who: sharing.who, index: index)
        if decisions.isEmpty { Console.line("\(state.englishName), \(cell): no decision yet") }
        for decision in decisions {
            let value = decision.value == .blank ? "blank" : decision.value.rawValue
            Console.line(
                "\(decision.when)  \(decision.verdict.rawValue) → \(value) (proposed: "
                    + "\(decision.proposed == .blank ? "blank" : decision.proposed.rawValue))  \(decision.who): "
                    + "\(decision.why)  [revision \(decision.revision)]")
            for basis in decision.basis { Console.line("    " + Console.dim(basis.iri)) }
        }
    }
}
