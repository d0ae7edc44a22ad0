import Foundation
import Legislation
import TestSupport
import Testing

@Suite(
    "Sample documents counted by hand",
    .enabled(
        if: SharedInput.exists("formats/manifest.tsv") && Programs.has("pdftotext"),
        "the sample files or pdftotext are missing"))
struct OfficeSamplesTests {
    @Test("articles found agree with those counted", arguments: ["pdf", "docx"])
    func agreement(format: String) throws {
        let manifest = SharedInput.url("formats/manifest.tsv")
        let samples = try CoverageSample.manifest(manifest).filter { $0.format == format && $0.articles != nil }
        let results = samples.map { CoverageResult($0, folder: manifest.deletingLastPathComponent()) }
        #expect(!results.isEmpty)
        let mean = try #require(CoverageTable(results).meanAgreement())
        #expect(mean >= 0.95, "\(results.filter { ($0.agreement ?? 1) < 1 }.map { "\($0.sample.path) \($0.found)" })")
    }
}
