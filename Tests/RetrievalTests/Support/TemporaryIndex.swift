import Foundation
import Ingestion
import Legislation
import Retrieval

/// An index in a folder that is removed with this object.
final class TemporaryIndex: Sendable {
    let path: String

    /// Indexes files and folders.
    init(_ paths: [String]) throws {
        path = NSTemporaryDirectory() + "concord-test-" + UUID().uuidString
        _ = try Ingestor(folder: IndexFolder(path)).index(paths: paths)
    }

    /// Indexes lines of JSON, one provision each.
    convenience init(lines: [String]) throws {
        let file = NSTemporaryDirectory() + "concord-lines-" + UUID().uuidString + ".jsonl"
        try lines.joined(separator: "\n").write(toFile: file, atomically: true, encoding: .utf8)
        defer { try? FileManager.default.removeItem(atPath: file) }
        try self.init([file])
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func searcher() throws -> LawSearcher { try LawSearcher(folder: path) }
}
