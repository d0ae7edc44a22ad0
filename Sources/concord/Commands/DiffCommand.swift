import ArgumentParser
import Catalog
import Foundation
import Ingestion
import Legislation

/// `concord diff`: two expressions of a law compared.
struct DiffCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff",
        abstract: "Compare two expressions of a law by provision and word.",
        discussion: """
            Either a work and two days, concord diff /akn/ke/act/2012/7 --from 2009-02-01 --to 2012-06-01, or two \
            expressions. A provision keeps its identity by its eId, or, where it was numbered anew, by its words.
            """)

    @Argument(help: "IRI of a work or expression.")
    var iri: String

    @Argument(help: "IRI of the newer expression, in place of --from and --to.")
    var newer: String?

    @OptionGroup var index: IndexOption

    @Option(help: ArgumentHelp("The older text is that of this day.", valueName: "YYYY-MM-DD"))
    var from: String?

    @Option(help: ArgumentHelp("The newer text is that of this day.", valueName: "YYYY-MM-DD"))
    var to: String?

    @Flag(help: "Print JSON.")
    var json = false

    @Flag(help: "Print a page of HTML.")
    var html = false

    @Flag(help: "Also list provisions that did not change.")
    var all = false

    @Option(name: [.short, .customLong("output")], help: ArgumentHelp("Write to a file.", valueName: "file"))
    var output: String?

    func validate() throws {
        if newer != nil, from != nil || to != nil {
            throw ValidationError("Name two expressions, or one law with --from and --to.")
        }
        if newer == nil, from == nil || to == nil {
            throw ValidationError("Name a second expression, or two days with --from and --to.")
        }
        for day in [from, to].compactMap({ $0 }) where LawDay(day) == nil {
            throw ValidationError("--from and --to take a day as 2009-02-01, not \"\(day)\".")
        }
        if json, html { throw ValidationError("--json and --html exclude each other.") }
    }

    func run() throws {
        guard index.folder.exists else { throw IngestionError.noCatalog(index.folder.path) }
        let catalog = try Catalog(directory: index.folder.path, mode: .readOnly)
        let (old, new) = try expressions(catalog)
        let difference = LawDifference(
            from: try catalog.provisions(ofLaw: old.id).map(\.provision),
            to: try catalog.provisions(ofLaw: new.id).map(\.provision))
        let document = DiffDocument(from: old, to: new, difference: difference, includesUnchanged: all)
        let text =
            json
            ? try JSONText.text(document)
            : html
                ? DiffHTML(document).text : DiffTerminal(document, isColored: output == nil && Console.isColored).text
        try OutputFile.write(text, to: output)
    }

    private func expressions(_ catalog: Catalog) throws -> (LawRecord, LawRecord) {
        func named(_ iri: String) throws -> LawRecord {
            guard let law = try catalog.law(iri: iri) else {
                throw Failure.notFound("\(iri): no such law in \(index.folder.path). 'concord search' prints IRIs.")
            }
            return law
        }
        if let newer { return (try named(iri), try named(newer)) }
        let newest = try named(iri)
        // A work may be there in several languages; texts of two of them have no words to compare.
        let language = newest.law.language
        func law(on text: String?) throws -> LawRecord {
            guard let day = text.flatMap(LawDay.init) else { return newest }
            let standings = try catalog.versions(iri: iri)
                .filter { $0.law.law.language == language && $0.law.withdrawnAt == nil }
                .map { ($0.law, $0.validity.standing(on: day)) }
            guard
                let found = standings.last(where: { $0.1 == .applied }) ?? standings.last(where: { $0.1 == .unknown })
            else { throw Failure.notFound(Self.nothing(iri, on: day)) }
            if found.1 == .unknown {
                Console.note("\(found.0.expression): its dates do not tell whether it applied on \(day)")
            }
            return found.0
        }
        return (try law(on: from), try law(on: to))
    }

    /// That nothing is known of a law on a day.
    static func nothing(_ iri: String, on day: LawDay) -> String {
        "\(iri): no expression in the index applied on \(day). 'concord versions \(iri)' lists them."
    }
}
