import Foundation
import Ingestion
import Legislation

/// A folder of invented laws of invented content for real State codes, indexed; removed with this object.
final class ReviewFolder {
    let root: String
    var index: IndexFolder { IndexFolder(path) }
    var path: String { root + "/index" }
    private var laws: String { root + "/laws" }

    init() throws {
        root = NSTemporaryDirectory() + "concord-review-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: root + "/laws", withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: root) }

    /// Writes a law; articles by number, heading and words.
    func write(
        _ country: String, _ name: String, status: String? = nil, language: String = "en",
        _ articles: [(heading: String, text: String)]
    ) throws {
        var text = "---\ntitle: \"\(name)\"\nidentifier: \(country)-\(name.count)\ncountry: \(country)\n"
        text += "language: \(language)\n"
        if let status { text += "status: \(status)\n" }
        text += "---\n"
        for (number, article) in articles.enumerated() {
            text += "\n## Article \(number + 1). \(article.heading)\n\n\(article.text)\n"
        }
        try text.write(toFile: "\(laws)/\(country)-\(name)-\(language).md", atomically: true, encoding: .utf8)
    }

    func path(_ country: String, _ name: String) -> String { "\(laws)/\(country)-\(name)-en.md" }

    func update() throws { _ = try Ingestor(folder: index, workerCount: 1).index(paths: [laws]) }

    /// The same in French.
    static let exportation = [
        (
            heading: "Licence d'exportation",
            text:
                "Nul ne peut exporter des produits chimiques toxiques ou leurs précurseurs inscrits à un tableau de la "
                + "Convention sur les armes chimiques sans une licence de l'autorité compétente."
        ),
        (
            heading: "Interdiction des armes chimiques",
            text:
                "Il est interdit de mettre au point, de fabriquer, d'acquérir, de stocker, de conserver, de transférer ou "
                + "d'employer des armes chimiques."
        ),
    ]

    static let chemicalExport = [
        (
            heading: "Export licence",
            text:
                "No person shall export toxic chemicals or their precursors listed in Schedule 1, 2 or 3 of the Chemical "
                + "Weapons Convention without a licence issued by the Licensing Authority."
        ),
        (
            heading: "Prohibition of chemical weapons",
            text:
                "No person shall develop, produce, otherwise acquire, stockpile, retain, transfer or use chemical weapons."
        ),
        (
            heading: "Penalties",
            text:
                "Any person who develops, produces, acquires, stockpiles, transfers or uses a chemical weapon commits an "
                + "offence and is liable to imprisonment for life."
        ),
    ]
}
