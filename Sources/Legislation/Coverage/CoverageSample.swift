public import Foundation

/// A file whose articles were counted by hand: one row of a manifest of sample files.
public struct CoverageSample: Sendable, Hashable {
    /// Path relative to the manifest's folder.
    public var path: String
    /// Group under which the file is reported, for example `clml`.
    public var format: String
    /// Articles of the law's own body; nil where nobody counted.
    public var articles: Int?
    /// How the text of the first article begins; empty where nobody noted it.
    public var firstText: String
    /// What was counted.
    public var basis: String

    /// Reads a manifest: tab-separated, the first line naming the columns; `path` and `format` are needed, `articles`,
    /// `first_article_text` and `count_basis` are used where they are there.
    ///
    /// - Throws: `LegislationReadError` that names the line.
    public static func manifest(_ url: URL) throws -> [CoverageSample] {
        func fault(_ line: Int, _ message: String, mend: String) -> LegislationReadError {
            LegislationReadError(
                file: url.path, place: .line(line), reason: .malformed, message: message, mend: mend)
        }
        guard let data = try? Data(contentsOf: url), let text = String(data: data, encoding: .utf8) else {
            throw LegislationReadError(
                file: url.path, reason: .unreadable, message: "the manifest cannot be read as UTF-8 text",
                mend: "name a tab-separated manifest")
        }
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        let names =
            lines.first.map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) } ?? []
        guard let path = names.firstIndex(of: "path"), let format = names.firstIndex(of: "format") else {
            throw fault(1, "the first line names no columns “path” and “format”", mend: "write the column names there")
        }
        var samples: [CoverageSample] = []
        for (index, line) in lines.enumerated().dropFirst() where !line.allSatisfy(\.isWhitespace) {
            let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            func cell(_ name: String) -> String {
                names.firstIndex(of: name).flatMap { cells.indices.contains($0) ? cells[$0].trimmed : nil } ?? ""
            }
            guard cells.count > max(path, format) else {
                throw fault(index + 1, "it has \(cells.count) columns", mend: "separate the columns by tabs")
            }
            let count = cell("articles")
            guard count.isEmpty || Int(count).map({ $0 >= 0 }) == true else {
                throw fault(index + 1, "“\(count)” is no number of articles", mend: "write a number or leave it empty")
            }
            samples.append(
                CoverageSample(
                    path: cells[path], format: cells[format], articles: Int(count),
                    firstText: cell("first_article_text"),
                    basis: cell("count_basis")))
        }
        return samples
    }
}
