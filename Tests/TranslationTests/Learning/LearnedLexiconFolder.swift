import Foundation

@testable import Translation

/// A folder of learned lexicons that is removed with the test.
final class LearnedLexiconFolder {
    let url = FileManager.default.temporaryDirectory.appendingPathComponent("concord-learned-\(UUID().uuidString)")

    static let header = "concord-learned-lexicon\t1\ten\tfr\t%\t3\tmade by hand"

    init() throws { try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true) }

    deinit { try? FileManager.default.removeItem(at: url) }

    func write(_ text: String, _ name: String = "en-fr.tsv") throws {
        try Data(text.utf8).write(to: url.appendingPathComponent(name))
    }

    /// A sound file of rows.
    func write(rows: [String], promised: Int? = nil) throws {
        let header = Self.header.replacingOccurrences(of: "%", with: "\(promised ?? rows.count)")
        try write(([header, LearnedLexiconFile.columns] + rows).joined(separator: "\n") + "\n")
    }

    func lexicon() throws -> LearnedLexicon { try LearnedLexicon(folder: url) }
}
