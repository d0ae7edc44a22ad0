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

    @Flag(help: "Write each law as Akoma Ntoso, read it again, and say what differs.")
    var roundTrip = false

    @Option(help: "With --round-trip: akomantoso30.xsd of the OASIS standard, against which the files are validated.")
    var schema: String?

    @Option(help: "With --round-trip: folder in which the files are left.")
    var export: String?

    func run() throws {
        let url = URL(filePath: manifest)
        let samples = try CoverageSample.manifest(url).filter { format == nil || $0.format.hasPrefix(format ?? "") }
        let folder = url.deletingLastPathComponent()
        if roundTrip { return try goRound(samples, folder) }
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

    private func goRound(_ samples: [CoverageSample], _ folder: URL) throws {
        let target =
            export.map { URL(filePath: $0) }
            ?? FileManager.default.temporaryDirectory.appending(path: "round-trip-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: target, withIntermediateDirectories: true)
        defer { if export == nil { try? FileManager.default.removeItem(at: target) } }
        let trips = samples.enumerated().compactMap { index, sample in
            RoundTrip(sample, number: index + 1, folder: folder, target: target)
        }
        let written = trips.flatMap(\.written)
        print("\(samples.count) files, \(trips.count) read, \(written.count) laws written")
        for trip in trips where !trip.notes.isEmpty {
            print("noted   \(trip.path): \(trip.notes.joined(separator: "; "))")
        }
        for trip in trips where !trip.differences.isEmpty {
            print("differs \(trip.path): \(trip.differences.joined(separator: "; ").prefix(2000))")
        }
        print("equal: \(trips.count { $0.differences.isEmpty }) of \(trips.count) files")
        guard let schema else { return print("not validated: no --schema was given") }
        let faults = try SchemaCheck.faults(in: written, schema: schema)
        for (path, fault) in faults.sorted(by: { $0.key < $1.key }) { print("invalid \(path): \(fault)") }
        print("valid: \(written.count - faults.count) of \(written.count) laws")
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
