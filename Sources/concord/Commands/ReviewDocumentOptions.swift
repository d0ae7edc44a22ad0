import ArgumentParser
import Foundation
import Ingestion
import Legislation
import Obligations
import Review

/// The forms in which a document on a State is written.
enum ReviewFormat: String, ExpressibleByArgument, CaseIterable {
    case markdown, html, docx, pdf
}

/// What the commands that write a document on a State have in common.
struct ReviewDocumentOptions: ParsableArguments {
    @OptionGroup var state: StateArgument

    @Option(help: "Language of the document: ar, zh, en, fr, ru or es.")
    var lang: String = "en"

    @Option(help: "markdown, html, docx or pdf (by LibreOffice, where it is installed).")
    var format: ReviewFormat = .html

    @Option(help: "File to write to; docx and pdf need one, the others go to standard output without.")
    var output: String?

    @Option(help: "Comparable provisions for each gap, 0 to 10.")
    var comparables: Int = 3

    @Option(help: "Folder of the model texts.")
    var corpus: String?

    @OptionGroup var sharing: AudienceOption
    @OptionGroup var index: IndexOption

    func validate() throws {
        guard ObligationMatrix.languages.contains(lang) else {
            throw ValidationError("--lang takes one of \(ObligationMatrix.languages.joined(separator: ", ")).")
        }
        guard (0...10).contains(comparables) else {
            throw ValidationError("--comparables takes a number from 0 to 10.")
        }
        if output == nil, format == .docx || format == .pdf {
            throw ValidationError("--format \(format.rawValue) needs --output FILE.")
        }
    }

    func write(by command: String, _ make: (DossierWriter, StateMatrix, [Gap], StateFacts) -> ReviewDocument) throws {
        let state = try state.jurisdiction()
        guard index.folder.exists else { throw IngestionError.noCatalog(index.folder.path) }
        let finder = try GapFinder(folder: index.folder.path)
        var reading = try StateFactsReading(audience: sharing.audience, index: index)
        let found = try finder.gaps(of: state, limit: 20, comparables: comparables) { reading.matrix($0) }
        let facts = reading.facts(state)
        try reading.finish(command: command, who: sharing.who, index: index)
        let models = try ModelProvisions(corpus: corpus, language: lang)
        let writer = DossierWriter(
            words: try DocumentWords(language: try LanguageTag(lang)), rows: finder.matrix, date: CompareDocument.today,
            models: models.writerModel)
        let document = make(writer, found.matrix, found.gaps, facts)
        switch format {
        case .markdown: try OutputFile.write(ReviewMarkdown(document).text, to: output)
        case .html: try OutputFile.write(ReviewHTML(document).text, to: output)
        case .docx:
            var word = ReviewWordDocument(document)
            try ZipFile.write(word.parts(), to: output ?? "")
        case .pdf: try PrintedDocument.write(document, to: output ?? "")
        }
    }
}
