import ArgumentParser
import Foundation
import Legislation

/// Reads sample files of official formats and compares the articles found with those counted by hand.
@main
struct FormatCoverage: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Compare the articles that the readers find with those counted by hand.")

    @Argument(help: "Tab-separated manifest of sample files (path, format, articles, first_article_text, count_basis).")
    var manifest: String

    @Option(help: "Only the formats whose name begins so.")
    var format: String?

    @Flag(help: "Also a line for each file.")
    var files = false

    func run() throws {
        let url = URL(filePath: manifest)
        let samples = try CoverageSample.manifest(url).filter { format == nil || $0.format.hasPrefix(format ?? "") }
        let folder = url.deletingLastPathComponent()
        let results = samples.map { CoverageResult($0, folder: folder) }
        if files { results.forEach { print(Self.line($0)) } }
        print(CoverageTable(results).markdown)
    }

    private static func line(_ result: CoverageResult) -> String {
        let counted = result.sample.articles.map(String.init) ?? "–"
        let share = result.agreement.map { String(format: "%.3f", $0) } ?? "–"
        let start = result.startsRight.map { $0 ? "start" : "NO START" } ?? ""
        let refused = result.refusal.map { "refused: \($0)" } ?? ""
        let read = result.report.map { "\($0.format.rawValue) \($0.structure.rawValue) \($0.noteCount) notes" } ?? ""
        return [share, "\(result.found)/\(counted)", start, read, result.sample.path, refused]
            .filter { !$0.isEmpty }.joined(separator: "  ")
    }
}
