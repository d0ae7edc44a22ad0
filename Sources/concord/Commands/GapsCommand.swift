import ArgumentParser
import Ingestion
import Review

/// `concord gaps`: what is missing in a State's laws, with what others have.
struct GapsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "gaps",
        abstract: "Show which cells of a State's matrix are blank or weak, and what can be used to fill them.",
        discussion: """
            Ordered by what States of like tradition, language and region already have. For each of the first, a model \
            provision of the corpus and provisions of other States are named.
            """)

    @OptionGroup var state: StateArgument

    @Option(help: "Gaps with comparable provisions, 0 to 200; the others are counted.")
    var limit: Int = 12

    @Option(help: "Comparable provisions for each, 0 to 10.")
    var comparables: Int = 3

    @Flag(help: "Print JSON.")
    var json = false

    @Option(help: "Folder of the model texts.")
    var corpus: String?

    @OptionGroup var sharing: AudienceOption
    @OptionGroup var index: IndexOption

    func validate() throws {
        guard (0...200).contains(limit) else { throw ValidationError("--limit takes a number from 0 to 200.") }
        guard (0...10).contains(comparables) else {
            throw ValidationError("--comparables takes a number from 0 to 10.")
        }
    }

    func run() throws {
        let state = try state.jurisdiction()
        guard index.folder.exists else { throw IngestionError.noCatalog(index.folder.path) }
        let finder = try GapFinder(folder: index.folder.path)
        var reading = try StateFactsReading(audience: sharing.audience, index: index)
        let found = try finder.gaps(of: state, limit: limit, comparables: comparables) { reading.matrix($0) }
        try reading.finish(command: "gaps", who: sharing.who, index: index)
        let models = try ModelProvisions(corpus: corpus)
        if json {
            Console.line(try JSONText.text(GapsDocument(found.matrix, found.gaps, models: models)))
        } else {
            Console.line(
                GapsListing(found.matrix, found.gaps, limit: limit, rows: finder.matrix, models: models).text)
        }
    }
}
