import Foundation

/// Results of sample files by format.
public struct CoverageTable: Sendable {
    private let results: [CoverageResult]

    /// A table of these results.
    public init(_ results: [CoverageResult]) { self.results = results }

    /// Mean agreement over the counted files of the formats that satisfy a condition; nil where none was counted.
    public func meanAgreement(where isWanted: (String) -> Bool = { _ in true }) -> Double? {
        let shares = results.filter { isWanted($0.sample.format) }.compactMap(\.agreement)
        return shares.isEmpty ? nil : shares.reduce(0, +) / Double(shares.count)
    }

    /// One row for each format and one for all, in Markdown.
    public var markdown: String {
        let formats = Set(results.map(\.sample.format)).sorted()
        let rows = formats.map { format in row(format, results.filter { $0.sample.format == format }) }
        return
            ([
                "| format | files | read | refused | counted | articles counted | found | agreement | first text |",
                "|---|---|---|---|---|---|---|---|---|",
            ] + rows + [row("all", results)]).joined(separator: "\n")
    }

    private func row(_ name: String, _ results: [CoverageResult]) -> String {
        let counted = results.filter { $0.sample.articles != nil }
        let starts = results.compactMap(\.startsRight)
        let mean = CoverageTable(results).meanAgreement().map { String(format: "%.3f", $0) } ?? "–"
        let cells = [
            name, "\(results.count)", "\(results.count { $0.refusal == nil })",
            "\(results.count { $0.refusal != nil })",
            "\(counted.count)", "\(counted.compactMap(\.sample.articles).reduce(0, +))",
            "\(counted.map(\.found).reduce(0, +))", mean, "\(starts.count { $0 })/\(starts.count)",
        ]
        return "| " + cells.joined(separator: " | ") + " |"
    }
}
