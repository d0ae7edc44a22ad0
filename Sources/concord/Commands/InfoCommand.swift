import ArgumentParser
import Catalog
import Foundation
import Ingestion
import InvertedIndex
import Legislation

/// `concord info`: what the index holds.
struct InfoCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "info", abstract: "Say what the index holds.")

    @OptionGroup var index: IndexOption

    @Flag(help: "Print JSON.")
    var json = false

    func run() throws {
        guard index.folder.exists else { throw IngestionError.noCatalog(index.folder.path) }
        let catalog = try Catalog(directory: index.folder.path, mode: .readOnly)
        let counts = try catalog.counts()
        let searcher = try IndexSearcher(directory: index.folder.indexPath)
        let manifest = searcher.manifest
        let size = manifest.segments.reduce(0) { $0 + $1.size }
        let sequence = try catalog.currentSequence()
        if json {
            let document = InfoDocument(
                counts: counts, segments: manifest.segments.count, documents: searcher.liveDocumentCount,
                indexBytes: size, isCurrent: manifest.sequence == sequence)
            Console.line(try JSONText.text(document))
            return
        }
        Console.line("index:      \(index.folder.path)")
        Console.line("laws:       \(counts.laws)")
        Console.line("provisions: \(counts.provisions)")
        Console.line("countries:  " + Self.list(counts.byJurisdiction.map { ($0.key, $0.provisions) }))
        Console.line("languages:  " + Self.list(counts.byLanguage.map { ($0.key, $0.provisions) }))
        Console.line("status:     " + Self.list(counts.byStatus.map { ($0.key, $0.provisions) }))
        Console.line(
            "segments:   \(manifest.segments.count), \(searcher.liveDocumentCount) provisions, \(Quantity.bytes(size))")
        Console.line(
            manifest.sequence == sequence
                ? "in step:    the index has followed every change of the catalog"
                : "behind:     the index has followed change \(manifest.sequence) of \(sequence); "
                    + "run 'concord index' again")
    }

    private static func list(_ counts: [(name: String, count: Int)]) -> String {
        counts.sorted { $0.count != $1.count ? $0.count > $1.count : $0.name < $1.name }
            .map { "\($0.name) \($0.count)" }.joined(separator: ", ")
    }
}

/// What `info --json` prints.
private struct InfoDocument: Encodable {
    var laws: Int
    var provisions: Int
    var countries: [String: Int]
    var languages: [String: Int]
    var status: [String: Int]
    var segments: Int
    var documents: Int
    var indexBytes: Int
    var isCurrent: Bool

    init(counts: CatalogCounts, segments: Int, documents: Int, indexBytes: Int, isCurrent: Bool) {
        laws = counts.laws
        provisions = counts.provisions
        countries = Dictionary(uniqueKeysWithValues: counts.byJurisdiction.map { ($0.key, $0.provisions) })
        languages = Dictionary(uniqueKeysWithValues: counts.byLanguage.map { ($0.key, $0.provisions) })
        status = Dictionary(uniqueKeysWithValues: counts.byStatus.map { ($0.key, $0.provisions) })
        self.segments = segments
        self.documents = documents
        self.indexBytes = indexBytes
        self.isCurrent = isCurrent
    }
}
