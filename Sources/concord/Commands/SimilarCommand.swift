import ArgumentParser
import Ingestion
import Retrieval

/// `concord similar`: provisions that are near a given one.
struct SimilarCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "similar",
        abstract: "Find provisions of other States that are near a given one.",
        discussion: """
            Compared are the words (within one language), the concepts of the thesaurus and the obligations served, so \
            provisions in other languages are found too. The same text in another consolidation or State stands once, \
            with the others listed.

            concord similar '/akn/ke/act/2012/7/eng@2012-06-01#sec_5'
            """)

    @Argument(help: "IRI of a provision, as 'search' prints it, or the id a JSON Lines source gave.")
    var iri: String

    @Option(help: "Provisions at most, 1 to 100.")
    var count: Int = 10

    @Flag(help: "Also provisions of the same State, and model texts.")
    var own = false

    @Flag(help: "Print JSON.")
    var json = false

    @OptionGroup var index: IndexOption

    func validate() throws {
        guard (1...100).contains(count) else { throw ValidationError("--count takes a number from 1 to 100.") }
    }

    func run() throws {
        guard index.folder.exists else { throw IngestionError.noCatalog(index.folder.path) }
        var request = SimilarityRequest(iri: iri, count: count)
        request.includesOwnState = own
        let found = try SimilarityFinder(folder: index.folder.path).similar(to: request)
        if json {
            Console.line(try JSONText.text(SimilarDocument(found)))
        } else {
            Console.line(SimilarListing(found).text)
        }
    }
}
