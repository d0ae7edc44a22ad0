import Foundation
import Testing

@testable import Obligations

@Suite("Judgments of provisions whose words stand elsewhere")
struct JudgedProvisionTests {
    private let folder = FileManager.default.temporaryDirectory.appendingPathComponent("concord-judged-\(UUID())")
    private var judgments: URL { folder.appendingPathComponent("judged") }
    private var legislation: URL { folder.appendingPathComponent("laws") }

    private func provisions(_ lines: String) throws -> [GoldProvision] {
        try FileManager.default.createDirectory(at: judgments, withIntermediateDirectories: true)
        try FileManager.default.createDirectory(
            at: legislation.appendingPathComponent("KE"), withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let law = """
            # Toxins Act

            ## Article 1 Permits

            No person keeps a toxin without a permit.

            ## Article 2 Length

            \(String(repeating: "words and ", count: 400))
            """
        try Data(law.utf8).write(to: legislation.appendingPathComponent("KE/toxins.md"))
        try Data(lines.utf8).write(to: judgments.appendingPathComponent("KE.jsonl"))
        return try JudgedProvision.provisions(
            judgments: judgments, legislation: legislation, matrix: ObligationMatrix())
    }

    private static func line(_ id: String, _ labels: String = "") -> String {
        #"{"id":"\#(id)","country":"KE","lang":"en","labels":[\#(labels)]}"# + "\n"
    }

    @Test("get the words of their provision, as far as judges saw them, with law and heading")
    func words() throws {
        let label = #"{"cell":"op3ab.licensing","weapons":["BW"],"aspect":"framework","grade":2}"#
        let found = try provisions(Self.line("KE/toxins.md#art_1", label) + Self.line("KE/toxins.md#art_2"))
        #expect(found.map(\.id) == ["KE/toxins.md#art_1", "KE/toxins.md#art_2"])
        #expect(found[0].country == "KE" && found[0].lang == "en" && found[0].law == "Toxins Act")
        #expect(found[0].text == "No person keeps a toxin without a permit.")
        #expect(found[0].heading?.contains("Permits") == true)
        #expect(found[0].labels?.first?.cell == "op3ab.licensing")
        #expect(found[1].text.count == JudgedProvision.judgedCharacters && found[1].labels == [])
    }

    @Test(
        "that are at fault are named with file, line and mend",
        arguments: [
            ("{}\n", "it is no judgment", "FILE#EID"),
            (line("KE/toxins.md"), "it is no judgment", "FILE#EID"),
            (line("KE/toxins.md#art_9"), "has no provision art_9", "judge it anew"),
            (line("KE/toxins.md#art_1", #"{"cell":"op3cd.tranzit"}"#), "no cell 'op3cd.tranzit'", "op3cd.transit"),
        ])
    func fault(line: String, reason: String, mend: String) throws {
        let error = try #require(throws: GoldError.self) { try provisions(Self.line("KE/toxins.md#art_1") + line) }
        #expect(error.file.hasSuffix("KE.jsonl") && error.line == 2)
        #expect(error.reason.contains(reason) && error.mend.contains(mend), "\(error)")
    }

    @Test("of a law that is not there, and a folder without judgments, are errors that say so")
    func missing() throws {
        let law = try #require(throws: GoldError.self) { try provisions(Self.line("KE/gone.md#art_1")) }
        #expect(law.file.hasSuffix("KE/gone.md") && law.reason == "the law is not there")
        let none = try #require(throws: GoldError.self) {
            try JudgedProvision.provisions(judgments: judgments, legislation: legislation, matrix: ObligationMatrix())
        }
        #expect(none.reason == "it holds no judgments")
    }
}
