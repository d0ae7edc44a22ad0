import ArgumentParser
import Catalog
import Foundation
import Ingestion
import Legislation

/// `concord versions`: the expressions of a work.
struct VersionsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "versions",
        abstract: "List the expressions of a law with their dates.",
        discussion: """
            'published' is the day of enactment, 'in force' that of entry into force, as the source says; 'applies' is \
            what follows from them: from the day of the version, else of entry into force, else of enactment, until the \
            next expression in that language begins.
            """)

    @Argument(help: "IRI of a work or expression.")
    var iri: String

    @OptionGroup var index: IndexOption

    @Flag(help: "Print JSON.")
    var json = false

    func run() throws {
        guard index.folder.exists else { throw IngestionError.noCatalog(index.folder.path) }
        let catalog = try Catalog(directory: index.folder.path, mode: .readOnly)
        let versions = try catalog.versions(iri: iri)
        guard !versions.isEmpty else {
            throw Failure.notFound("\(iri): no such law in \(index.folder.path). 'concord search' prints IRIs.")
        }
        if json {
            Console.line(try JSONText.text(versions.map { VersionDocument($0.law, $0.validity) }))
            return
        }
        for (law, validity) in versions {
            Console.line(Console.bold(law.expression))
            Console.line("   " + Console.isolated(SearchListing.short(law.law.title, 140)))
            var facts = ["applies " + Self.period(validity)]
            if let date = law.law.enacted { facts.append("published \(date)") }
            if let date = law.law.inForce { facts.append("in force from \(date)") }
            facts.append("status \(law.law.status.rawValue)")
            facts.append("\(law.provisionCount) provisions")
            if law.withdrawnAt != nil { facts.append("withdrawn") }
            Console.line("   " + facts.joined(separator: " · "))
        }
    }

    /// As `2009-02-01 until 2012-06-01`.
    static func period(_ validity: Validity) -> String {
        guard let start = validity.start else { return "from a day that is not known" }
        var text = "from \(start.text)"
        if let end = validity.end { text += " until \(end.text)" }
        if validity.basis == .enacted { text += " (day of enactment; entry into force not known)" }
        if validity.isRepealed { text += ", repealed on a day that is not known" }
        if validity.isPending { text += ", not yet in force" }
        return text
    }
}

/// An expression with its dates as JSON.
struct VersionDocument: Encodable {
    var iri: String
    var language: String
    var title: String
    var published: String?
    var inForce: String?
    var version: String?
    var status: String
    var appliesFrom: String?
    var appliesFromBasis: String?
    var appliesUntil: String?
    var provisions: Int
    var isWithdrawn: Bool

    init(_ record: LawRecord, _ validity: Validity) {
        iri = record.expression
        language = record.law.language.tag
        title = record.law.title
        published = record.law.enacted
        inForce = record.law.inForce
        version = record.law.version
        status = record.law.status.rawValue
        appliesFrom = validity.start?.text
        appliesFromBasis = validity.basis?.rawValue
        appliesUntil = validity.end?.text
        provisions = record.provisionCount
        isWithdrawn = record.withdrawnAt != nil
    }
}
