import Foundation
import Ingestion
import Legislation
import Retrieval
import Synchronization
import TestSupport

/// Folders of indexes that live as long as the process, which ends without running `deinit`.
private let folders = Mutex<[String]>([])
private let removal: Void = {
    _ = atexit {
        for path in folders.withLock({ $0 }) { try? FileManager.default.removeItem(atPath: path) }
    }
}()

/// An index in a folder that is removed with this object, at the latest when the process ends.
final class TemporaryIndex: Sendable {
    let path: String

    /// Indexes files and folders.
    init(_ paths: [String]) throws {
        let path = NSTemporaryDirectory() + "concord-test-" + UUID().uuidString
        self.path = path
        removal
        folders.withLock { $0.append(path) }
        _ = try Ingestor(folder: IndexFolder(path)).index(paths: paths)
    }

    /// Indexes lines of JSON, one provision each.
    convenience init(lines: [String]) throws {
        let file = NSTemporaryDirectory() + "concord-lines-" + UUID().uuidString + ".jsonl"
        try lines.joined(separator: "\n").write(toFile: file, atomically: true, encoding: .utf8)
        defer { try? FileManager.default.removeItem(atPath: file) }
        try self.init([file])
    }

    /// Indexes invented laws, a file each.
    convenience init(laws: [InventedLaw]) throws {
        let folder = NSTemporaryDirectory() + "concord-laws-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        for (number, law) in laws.enumerated() {
            try law.akomaNtoso.write(toFile: "\(folder)/\(number + 100).xml", atomically: true, encoding: .utf8)
        }
        try self.init([folder])
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func searcher() throws -> LawSearcher { try LawSearcher(folder: path) }
}
