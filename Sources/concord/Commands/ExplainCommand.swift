import ArgumentParser
import Catalog
import Foundation
import Ingestion
import Legislation
import Obligations
import ProvisionIndex
import TextAnalysis

/// `concord explain`: which words made which cell.
struct ExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Show which words of a provision made which matrix cell, and how sure that is.",
        discussion: """
            Takes a provision of the index by IRI and eId, as 'search' prints them, or by the id that a JSON Lines \
            source gave; or with --file a text, '-' for standard input. For each cell: its confidence, what words, \
            rules and the rest add to it (in logits), and the words that weigh most, in their context. A name with ':' \
            is a concept of the thesaurus, one with '~' a headword that the words translate, one with '&' a concept in \
            what is about something, one with '@' what a law or provision is about.
            """)

    @Argument(help: "IRI#eId of a provision, or the id a source gave.")
    var iri: String?

    @Option(help: "A text in place of a provision of the index.")
    var file: String?

    @Option(help: "Language of --file (BCP 47); found out where it is not given.")
    var lang: String?

    @Option(help: "Title of the law of --file.")
    var title: String = ""

    @Option(help: "Heading of the text of --file.")
    var heading: String = ""

    @Option(help: "Only this row of the matrix, or those that a pattern means.")
    var obligation: String?

    @Option(help: "Reasons for each cell at most.")
    var reasons = 6

    @OptionGroup var index: IndexOption

    @Flag(help: "Print JSON.")
    var json = false

    func validate() throws {
        guard (iri == nil) != (file == nil) else { throw ValidationError("Name a provision, or a text with --file.") }
        guard (1...1000).contains(reasons) else { throw ValidationError("--reasons is from 1 to 1000.") }
    }

    func run() throws {
        let filter = try ObligationFilter(obligation: obligation, weapon: nil)
        let source = try file.map(text(ofFile:)) ?? provision()
        var tokens = ProvisionTokens()
        tokens.analyze(title: source.title, heading: source.heading, text: source.text, language: source.language)
        let classifier = try ObligationClassifier(matrix: filter.matrix, thesaurus: Thesaurus())
        var explanation = classifier.explanation(
            title: tokens.title, heading: tokens.heading, text: tokens.text, language: source.language)
        explanation.rows.removeAll { $0.cells.first.map(filter.holds) == false }
        if json {
            Console.line(try JSONText.text(ExplanationDocument(explanation, source, limit: reasons)))
        } else {
            ExplanationListing(explanation: explanation, source: source, matrix: filter.matrix, limit: reasons).print()
        }
    }

    private func text(ofFile path: String) throws -> ExplainedText {
        let data =
            path == "-"
            ? FileHandle.standardInput.readDataToEndOfFile() : try? Data(contentsOf: URL(fileURLWithPath: path))
        guard let data else { throw Failure.notFound("\(path) cannot be read; check the path and its rights.") }
        guard let text = String(data: data, encoding: .utf8) else {
            throw Failure.badData("\(path) is not UTF-8; convert it, or index it and name the provision.")
        }
        let language = lang ?? LanguageDetector.detect(text, hint: nil).first?.language ?? "und"
        return ExplainedText(id: path, language: language, title: title, heading: heading, text: text)
    }

    private func provision() throws -> ExplainedText {
        guard index.folder.exists else { throw IngestionError.noCatalog(index.folder.path) }
        let catalog = try Catalog(directory: index.folder.path, mode: .readOnly)
        let name = iri ?? ""
        let parts = name.split(separator: "#", maxSplits: 1).map(String.init)
        let found =
            try catalog.provision(externalID: name)
            ?? (parts.count == 2 ? try catalog.provision(iri: parts[0], eId: parts[1]) : nil)
        guard let found else {
            throw Failure.notFound(
                "\(name): no such provision in \(index.folder.path). 'concord show' lists those of a law, 'concord "
                    + "search' prints IRIs.")
        }
        let (law, provision) = (found.law.law, found.provision)
        return ExplainedText(
            id: found.iri, language: found.law.detectedLanguage?.tag ?? law.language.tag, title: law.title,
            heading: (provision.path + [provision.heading].compactMap(\.self)).joined(separator: "\n"),
            text: provision.text)
    }
}
