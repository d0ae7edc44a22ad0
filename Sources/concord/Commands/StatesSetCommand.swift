import ArgumentParser
import Catalog
import Foundation
import Ingestion
import Review

/// `concord states set`: facts of one State, entered by hand.
struct StatesSetCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "set",
        abstract: "Enter facts of a State.",
        discussion: """
            Each fact is FIELD=VALUE. Fields:

            report.first       day of the first report, as 2004-10-28
            report.additional  days of further ones, with ; between
            focal-point.name   likewise .office and .contact;
                               focal-point.2.name for a second one
            donor-consent      donors with ; between, or all
            op1.npt.signature  day; likewise .ratification, .accession,
                               for op1.npt, op1.nwfz, op1.icsant, op1.cppnm,
                               op1.cppnm-amendment, op1.ctbt, op1.cwc, op1.bwc,
                               op1.geneva-protocol, op1.terrorism-conventions

            The value none says that there is none; unknown takes an earlier entry back. Nothing is overwritten: earlier \
            entries stay in the history.

            concord states set XA report.first=2005-01-02 --why "letter of that day"
            """)

    @Argument(help: "The State.")
    var state: String

    @Argument(help: ArgumentHelp("Facts to record.", valueName: "field=value"))
    var facts: [String]

    @Option(help: "Where the facts come from.")
    var why: String

    @Option(
        help: "Who may see them: public, donors, state or committee; by default contacts state, all else public.")
    var visibility: String?

    @Option(
        name: .customLong("as"),
        help: ArgumentHelp("Your name, for the record (else $CONCORD_USER).", valueName: "name"))
    var who: String?

    @OptionGroup var index: IndexOption

    func validate() throws {
        guard !facts.isEmpty else { throw ValidationError("Say what to record, as report.first=2004-10-28.") }
        guard !why.trimmingCharacters(in: .whitespaces).isEmpty else {
            throw ValidationError("--why says where the facts come from; it must not be empty.")
        }
        if let visibility, Visibility(rawValue: visibility) == nil {
            let known = Visibility.allCases.map(\.rawValue).joined(separator: ", ")
            throw ValidationError("--visibility takes one of \(known).")
        }
    }

    func run() throws {
        var parsed: [StateFact] = []
        for fact in facts {
            let parts = fact.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            guard parts.count == 2 else { throw ValidationError("\"\(fact)\" is not of the form FIELD=VALUE.") }
            let read = try StateFact(
                try StateField(parts[0]), parts[1], visibility: visibility.flatMap { Visibility(rawValue: $0) })
            guard !parsed.contains(where: { $0.field == read.field }) else {
                throw StatesError.value(field: read.field.description, reason: "given twice")
            }
            parsed.append(read)
        }
        let record = StateRecord(catalog: try Catalog(directory: index.folder.path, mode: .readWrite))
        let ledger = try record.ledger()
        let register = try StateRegister().adding(fictional: ledger.fictionalStates)
        let found = try register.find(state)
        if let name = parsed.first(where: { $0.field == .name }), found.membership != .fictional {
            throw StatesError.value(field: name.field.description, reason: "only a fictional State is named so")
        }
        let change = try StateChange(found, parsed, known: ledger[found.jurisdiction])
        guard let entry = change.entry(why: why) else {
            Console.line("\(found.label): all of it is recorded already")
            return
        }
        try record.add([entry], by: who)
        Console.line("\(found.label): \(CompareDocument.count(change.facts.count, "fact")) recorded")
    }
}
