import Foundation
import Testing

@testable import Obligations

/// A line without fault.
private let good =
    #"{"id":"a","country":"KE","lang":"en","law":"Act","heading":"1","text":"Words.","labels":[]}"#

/// A line whose label is at fault.
private func labelled(_ label: String) -> String {
    #"{"id":"x","country":"KE","lang":"en","law":"A","text":"T","labels":["# + label + "]}"
}

@Suite("Judged provisions as a file")
struct GoldProvisionTests {
    private func read(_ text: String, labels: Bool = true) throws -> [GoldProvision] {
        try GoldProvision.read(
            Data(text.utf8), name: "gold.jsonl", matrix: ObligationMatrix(), requiresLabels: labels)
    }

    @Test("are read with their labels; other keys and empty lines are passed over")
    func sound() throws {
        let line =
            #"{"id":"b","country":"KE","lang":"en","law":"A","text":"T","judges":2,"#
            + #""labels":[{"cell":"op3cd.transit","weapons":["CW"],"aspect":"framework","grade":2}]}"#
        let found = try read(good + "\n\n" + line + "\n")
        #expect(found.map(\.id) == ["a", "b"])
        #expect(found[1].labels?.first?.cell == "op3cd.transit")
        #expect(try read(#"{"id":"c","lang":"fr","law":"Loi","text":"T"}"#, labels: false).first?.labels == nil)
    }

    @Test(
        "a bad line is named with file, line and mend",
        arguments: [
            ("{", "not a JSON object", "a line"), ("[]", "not", "a line"), (#"{"id":"x"}"#, "is missing", "a line"),
            (#"{"id":"x","lang":"en","law":"A","text":5}"#, "'text'", "a line"),
            (#"{"id":"x","lang":"en","law":"A","text":"T","country":"KE"}"#, "'labels' is missing", "[]"),
            (#"{"id":"x","lang":"en","law":"A","text":"T","labels":[]}"#, "'country' is missing", "ISO 3166-1"),
            (good, "'a' stands twice", "own"),
            (labelled(#"{"cell":"op3cd.tranzit"}"#), "no cell 'op3cd.tranzit'", "op3cd.transit"),
            (labelled(#"{"cell":"nothing-like-it"}"#), "no cell", "concord obligations"),
            (labelled(#"{"cell":"op3cd.transit","weapons":["chemical"]}"#), "unknown weapon", "CW"),
            (labelled(#"{"cell":"op3cd.transit","weapons":["XW"]}"#), "unknown weapon", "NW, CW or BW"),
            (labelled(#"{"cell":"op3cd.transit","aspect":"penal"}"#), "unknown aspect", "enforcement"),
            (labelled(#"{"cell":"op3cd.transit","grade":3}"#), "grade 3", "1 or 2"),
        ])
    func bad(line: String, reason: String, mend: String) throws {
        let error = try #require(throws: GoldError.self) { try read(good + "\n" + line) }
        #expect(error.file == "gold.jsonl" && error.line == 2)
        #expect(error.reason.contains(reason), "\(error)")
        #expect(error.mend.contains(mend), "\(error)")
    }

    @Test("drafted provisions need labels and no country, and come from all files of their folder")
    func drafts() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("concord-drafts-\(UUID())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let matrix = try ObligationMatrix()
        let none = try #require(throws: GoldError.self) { try ClassifierTraining.drafts(in: folder, matrix: matrix) }
        #expect(none.mend.contains("training"))
        func write(_ name: String, _ text: String) throws {
            try Data(text.utf8).write(to: folder.appendingPathComponent(name))
        }
        try write("fr.jsonl", #"{"id":"fr-1","lang":"fr","law":"Loi","text":"Texte","labels":[]}"#)
        try write("en.jsonl", labelled(#"{"cell":"op3cd.transit"}"#).replacing(#""country":"KE","#, with: ""))
        try write("README.md", "no provision")
        #expect(try ClassifierTraining.drafts(in: folder, matrix: matrix).map(\.id) == ["x", "fr-1"])
        try write("es.jsonl", #"{"id":"es-1","lang":"es","law":"Ley","text":"Texto"}"#)
        let unlabelled = try #require(throws: GoldError.self) {
            try ClassifierTraining.drafts(in: folder, matrix: matrix)
        }
        #expect(unlabelled.file.hasSuffix("es.jsonl") && unlabelled.reason.contains("'labels' is missing"))
    }

    @Test("an empty or missing file is named")
    func none() throws {
        #expect(throws: GoldError.self) { try read("\n\n") }
        let missing = URL(fileURLWithPath: "/nowhere/gold.jsonl")
        let matrix = try ObligationMatrix()
        let error = try #require(throws: GoldError.self) {
            try GoldProvision.read(missing, matrix: matrix, requiresLabels: true)
        }
        #expect(error.line == nil && error.file == missing.path)
    }

    @Test("measures are those of hand calculation")
    func measures() throws {
        func provision(_ id: String, _ grade: Int?) -> GoldProvision {
            GoldProvision(
                id: id, country: "KE", lang: "en", law: "A", text: "T",
                labels: grade.map { [.init(cell: "op3cd.transit", grade: $0)] } ?? [])
        }
        func score(_ confidence: Double) -> [CellScore] {
            [
                CellScore(
                    cell: Cell(code: ObligationCode("op3cd.transit"), weapon: .chemical, aspect: .framework),
                    confidence: confidence)
            ]
        }
        let gold = [provision("a", 2), provision("b", nil), provision("c", 1), provision("d", 1)]
        let measures = ClassificationMeasures(
            gold, ["a": score(0.6), "b": score(0.9), "c": score(0.4)], minimumPositives: 2)
        let row = try #require(measures.rows.first)
        // b, a, c: gains 0, 3, 1; best 3, 1, 1.
        let best = 3 + 1 / log2(3.0) + 1 / log2(4.0)
        #expect(abs(row.ndcg - (3 / log2(3.0) + 1 / log2(4.0)) / best) < 1e-12)
        #expect(abs(row.averagePrecision - (1.0 / 2 + 2.0 / 3) / 3) < 1e-12)
        #expect((row.right, row.wrong, row.missed) == (1, 1, 2))
        #expect(abs(measures.f1 - 2.0 / 5) < 1e-12)
        #expect(abs(measures.calibrationError - (0.4 + 0.9 + 0.6) / 3) < 1e-12)
        #expect(ClassificationMeasures(gold, [:], minimumPositives: 5).ndcg == 0)
    }
}
