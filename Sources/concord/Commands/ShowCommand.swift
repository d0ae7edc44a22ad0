import ArgumentParser
import Catalog
import Foundation
import Ingestion
import Legislation
import ProvisionIndex

/// `concord show`: prints a law's outline or a provision.
struct ShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Print a provision, or the outline of a law.",
        discussion: """
            IRIs are those that 'search' prints: /akn/un/act/2026/model-non-proliferation/eng@2026-11-23#art_5
            """)

    @Argument(help: "IRI of a work or expression, with #eId for a provision; or the id a JSON Lines source gave.")
    var iri: String

    @OptionGroup var index: IndexOption

    @Option(help: ArgumentHelp("The expression that applied on this day.", valueName: "YYYY-MM-DD"))
    var asOf: String?

    @Flag(help: "Print JSON.")
    var json = false

    func validate() throws {
        if let asOf, LawDay(asOf) == nil {
            throw ValidationError("--as-of takes a day as 2009-02-01, not \"\(asOf)\".")
        }
    }

    func run() throws {
        guard index.folder.exists else { throw IngestionError.noCatalog(index.folder.path) }
        let catalog = try Catalog(directory: index.folder.path, mode: .readOnly)
        if let record = try catalog.provision(externalID: iri) {
            try show(record)
            return
        }
        let parts = iri.split(separator: "#", maxSplits: 1).map(String.init)
        if let day = asOf.flatMap(LawDay.init), let name = parts.first {
            try show(name, eId: parts.count == 2 ? parts[1] : nil, on: day, catalog)
        } else if parts.count == 2 {
            guard let record = try catalog.provision(iri: parts[0], eId: parts[1]) else {
                throw Failure.notFound(
                    "\(iri): no such provision. 'concord show \(parts[0])' lists those of the law.")
            }
            try show(record)
        } else {
            guard let law = try catalog.law(iri: iri) else {
                throw Failure.notFound("\(iri): no such law in \(index.folder.path). 'concord search' prints IRIs.")
            }
            try show(law, provisions: try catalog.provisions(ofLaw: law.id))
        }
    }

    /// What applied on a day.
    private func show(_ name: String, eId: String?, on day: LawDay, _ catalog: Catalog) throws {
        guard let (law, standing) = try catalog.law(iri: name, on: day) else {
            let isKnown = try catalog.law(iri: name) != nil
            throw Failure.notFound(
                isKnown
                    ? DiffCommand.nothing(name, on: day)
                    : "\(name): no such law in \(index.folder.path). 'concord search' prints IRIs.")
        }
        if standing == .unknown {
            Console.note("\(law.expression): its dates do not tell whether it applied on \(day)")
        }
        guard let eId else { return try show(law, provisions: try catalog.provisions(ofLaw: law.id)) }
        guard let record = try catalog.provision(iri: law.expression, eId: eId) else {
            throw Failure.notFound(
                "\(law.expression)#\(eId): no such provision. 'concord show \(law.expression)' lists those of the law.")
        }
        try show(record)
    }

    private func show(_ record: ProvisionRecord) throws {
        if json {
            Console.line(try JSONText.text(ProvisionDocument(record)))
            return
        }
        show(record.law)
        for heading in record.provision.path { Console.line(Console.isolated(heading)) }
        Console.line(
            Console.bold(
                Console.isolated(ProvisionLabel.heading(record.provision, language: record.law.law.language))))
        Console.line()
        Console.line(record.provision.text)
        Console.line()
        Console.line(Console.dim(record.iri))
    }

    private func show(_ law: LawRecord, provisions: [ProvisionRecord]) throws {
        if json {
            Console.line(try JSONText.text(provisions.map(ProvisionDocument.init)))
            return
        }
        show(law)
        Console.line(Console.dim(law.expression))
        var path: [String] = []
        for record in provisions {
            for (depth, heading) in record.provision.path.enumerated()
            where depth >= path.count || path[depth] != heading {
                Console.line(String(repeating: "  ", count: depth) + Console.isolated(heading))
                path = Array(record.provision.path.prefix(depth + 1))
            }
            let heading = SearchListing.short(
                ProvisionLabel.heading(record.provision, language: law.law.language), 140)
            Console.line(
                String(repeating: "  ", count: record.provision.path.count) + "#\(record.provision.eId)  "
                    + Console.isolated(heading))
        }
    }

    private func show(_ record: LawRecord) {
        let law = record.law
        Console.line(Console.bold(Console.isolated(law.title)))
        var facts = [law.jurisdiction.englishName, law.language.tag]
        if let number = law.number { facts.append("no. \(number)") }
        if record.withdrawnAt != nil { facts.append("withdrawn") }
        if let date = law.enacted { facts.append("enacted \(date)") }
        if let date = law.inForce { facts.append("in force from \(date)") }
        if let date = law.version { facts.append("version of \(date)") }
        facts.append("status: \(law.status.rawValue)")
        if law.authenticity != .unknown { facts.append(law.authenticity.rawValue) }
        Console.line(facts.joined(separator: " · "))
        if let url = law.sourceURL { Console.line(url) }
    }
}

/// A provision with its law as JSON.
struct ProvisionDocument: Encodable {
    var iri: String
    var law: Law
    var provision: Provision

    init(_ record: ProvisionRecord) {
        iri = record.iri
        law = record.law.law
        provision = record.provision
    }
}
