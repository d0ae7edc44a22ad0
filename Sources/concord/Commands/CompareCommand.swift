import ArgumentParser
import Foundation
import Ingestion
import Legislation
import Obligations
import Retrieval

/// `concord compare`: comparable provisions of other States for a State that drafts a law.
struct CompareCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "compare",
        abstract: "Show comparable provisions of other States for one obligation.",
        discussion: """
            For a State that drafts a law: provisions of other States that serve the obligation, chosen by confidence, \
            by closeness to that State in legal tradition, language and region, and so that many States are seen. The \
            reason of each choice is given. A model provision of the corpus stands on top.

            concord compare --obligation op3cd.transit --weapon chemical --for KE --format html --output transit.html
            """)

    @Option(help: "Code of one obligation, as op3cd.transit (see 'concord obligations').")
    var obligation: String

    @Option(help: "Only for this weapon type: nuclear, chemical, biological, or NW, CW, BW.")
    var weapon: String?

    @Option(help: "Only this aspect: framework or enforcement.")
    var aspect: String?

    @Option(name: .customLong("for"), help: "The State that drafts: ISO 3166-1 code or English name.")
    var state: String

    @Option(help: "Provisions at most, 1 to 100.")
    var count: Int = 12

    @Option(help: "terminal, markdown, html or akn.")
    var format: ModelFormat = .terminal

    @Option(help: "File to write to, instead of standard output.")
    var output: String?

    @Flag(help: "Show long provisions whole (Akoma Ntoso always does).")
    var full = false

    @Option(
        help: "Language of the model provision (ar, zh, en, fr, ru, es); by default one of the State's laws, else en.")
    var lang: String?

    @Option(help: "Folder of the model texts.")
    var corpus: String?

    @OptionGroup var index: IndexOption

    func validate() throws {
        guard (1...100).contains(count) else { throw ValidationError("--count takes a number from 1 to 100.") }
        if let lang, !ObligationMatrix.languages.contains(lang) {
            throw ValidationError("--lang takes one of \(ObligationMatrix.languages.joined(separator: ", ")).")
        }
    }

    func run() throws {
        // What was asked is checked first: a slip in a code is told even where there is no index.
        let request = try ComparisonRequest(
            obligation: obligation, weapon: weapon, aspect: aspect, state: state, count: count,
            matrix: try ObligationMatrix())
        guard index.folder.exists else { throw IngestionError.noCatalog(index.folder.path) }
        let comparer = try ProvisionComparer(folder: index.folder.path)
        let comparison = try comparer.compare(request)
        if comparison.profile == nil {
            Console.note(
                "The legal tradition and languages of \(request.state.englishName) are not known; the choice goes by "
                    + "region.")
        }
        let document = CompareDocument(
            comparison: comparison, matrix: comparer.matrix, model: try model(request, comparison.profile),
            limit: full ? nil : format == .terminal ? 900 : 2400)
        let text =
            switch format {
            case .terminal: CompareTerminal(document).text
            case .markdown: CompareMarkdown(document).text
            case .html: CompareHTML(document).text
            case .akn: try CompareAkomaNtoso(document).text()
            }
        try OutputFile.write(text, to: output)
    }

    /// The model article for the cell; nil, with a note, where there is none or the texts are not found.
    private func model(_ request: ComparisonRequest, _ profile: StateProfile?) throws -> CompareDocument.Model? {
        let known = ObligationMatrix.languages
        let language = lang ?? profile?.languages.first { known.contains($0) } ?? "en"
        let models = try ModelProvisions(corpus: corpus, language: language)
        let model = models.best(for: request.row.code, weapon: request.weapon, aspect: request.aspect)
        if model == nil, models.isThere { Console.note("No model provision serves \(request.cellName).") }
        return model
    }
}
