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

    @Option(help: "Also the provisions of the files whose path contains this: number, heading, path, first words.")
    var show: String?

    func run() throws {
        let url = URL(filePath: manifest)
        let samples = try CoverageSample.manifest(url).filter { format == nil || $0.format.hasPrefix(format ?? "") }
        let folder = url.deletingLastPathComponent()
        let results = samples.map { CoverageResult($0, folder: folder) }
        if files { results.forEach { print(Self.line($0)) } }
        if let show {
            for sample in samples where sample.path.contains(show) {
                try Self.show(folder.appending(path: sample.path))
            }
        }
        print(CoverageTable(results).markdown)
    }

    private static func show(_ file: URL) throws {
        let report = try LegislationReader().read(
            file, onLaw: { print("\($0)") },
            onProvision: { provision in
                let words = provision.text.split(whereSeparator: \.isNewline).joined(separator: " | ").prefix(80)
                print(
                    provision.eId, provision.kind.rawValue, provision.number ?? "–", provision.heading ?? "–",
                    provision.path.joined(separator: " / "), words, separator: "  ·  ")
            })
        for note in report.notes { print("note: \(note)") }
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
