import Catalog
import Foundation
import Ingestion
import InvertedIndex
import Legislation
import ProvisionIndex
import Retrieval

/// Files of invented laws and an index of them, in a folder that is removed with this object.
final class LawFolder: Sendable {
    /// Folder of the files.
    let sources: String
    /// Folder of the index.
    let index: IndexFolder
    private let root: String

    init() throws {
        root = NSTemporaryDirectory() + "concord-ingestion-" + UUID().uuidString
        sources = root + "/laws"
        index = IndexFolder(root + "/index")
        try FileManager.default.createDirectory(atPath: sources, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: root) }

    func path(_ name: String) -> String { sources + "/" + name }

    @discardableResult
    func write(_ name: String, _ bytes: Data) throws -> String {
        let url = URL(fileURLWithPath: path(name))
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try bytes.write(to: url)
        // Temporary folders may be links; the program gives paths without them.
        return url.standardizedFileURL.path
    }

    @discardableResult
    func write(_ name: String, _ text: String) throws -> String { try write(name, Data(text.utf8)) }

    func remove(_ name: String) throws { try FileManager.default.removeItem(atPath: path(name)) }

    /// Indexes files of the folder, or all of it.
    func ingest(
        _ names: String..., options: ReaderOptions = .init(), workers: Int = 1
    ) throws -> IngestionSummary {
        try Ingestor(folder: index, options: options, workerCount: workers)
            .index(paths: names.isEmpty ? [sources] : names.map(path))
    }

    func verify() throws -> IndexVerifier.Report { try IndexVerifier(folder: index).verify() }

    /// What a question finds: expression and eId, best first.
    func search(_ question: String, limit: Int = 100) throws -> [String] {
        try LawSearcher(folder: index.path).search(SearchRequest(QueryParser.parse(question), limit: limit)).hits
            .map(\.record.iri)
    }

    /// Names and bytes of the index's segments, in order.
    func segments() throws -> [Data] {
        try Manifest.read(from: index.indexPath).segments.map {
            try Data(contentsOf: URL(fileURLWithPath: index.indexPath + "/" + $0.file))
        }
    }
}

/// Markdown of an invented law with an article for each text.
func markdown(_ title: String, country: String = "KE", _ articles: String...) -> String {
    let front = "---\ntitle: \"\(title)\"\ncountry: \(country)\nlanguage: en\npublication_date: 2001-05-06\n---\n"
    return front + articles.enumerated().map { "\n## Article \($0 + 1). Duty\n\n\($1)\n" }.joined()
}

/// Lines of JSON with invented provisions of one law.
func lines(_ law: String, country: String = "KE", lang: String = "en", _ texts: String...) -> String {
    texts.enumerated().map { number, text in
        "{\"id\": \"\(country)/\(law)#\(number)\", \"country\": \"\(country)\", \"lang\": \"\(lang)\", "
            + "\"law\": \"\(law)\", \"heading\": \"Section \(number + 1)\", \"text\": \"\(text)\"}"
    }.joined(separator: "\n") + "\n"
}

/// The Akoma Ntoso model act of the project.
let corpus = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("../../../corpus/model-act").standardizedFileURL.path

extension IngestionSummary {
    func outcome(_ path: String) -> Outcome? { files.first { $0.path == path }?.outcome }

    func reason(_ path: String) -> String? {
        if case .skipped(let reason)? = outcome(path) { return reason }
        return nil
    }

    func report(_ path: String) -> ReadReport? {
        if case .indexed(let report)? = outcome(path) { return report }
        return nil
    }

    func isUnchanged(_ path: String) -> Bool {
        if case .unchanged? = outcome(path) { return true }
        return false
    }
}
