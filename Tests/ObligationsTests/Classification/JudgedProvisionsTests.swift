import Foundation
import TestSupport
import Testing
import TextAnalysis

@testable import Obligations

/// The judged provisions beside the package, or in the folder that `CONCORD_SHARED` names.
private let judgedProvisions = SharedInput.url("gold/provisions.jsonl")

@Suite("Judged provisions")
struct JudgedProvisionsTests {
    private struct Judged: Decodable {
        struct Label: Decodable { var cell: String }
        var lang: String
        var law: String
        var heading: String?
        var text: String
        var labels: [Label]
    }

    @Test(
        "are told apart well above chance: every row given is of the matrix, F1 of rows is above 0.45",
        .enabled(if: FileManager.default.isReadableFile(atPath: judgedProvisions.path), "no judged provisions here"))
    func quality() throws {
        let matrix = try ObligationMatrix()
        let classifier = try ObligationClassifier(matrix: matrix, thesaurus: Thesaurus())
        var analyzers: [String: Analyzer] = [:]
        var (right, given, judged) = (0, 0, 0)
        for line in try String(contentsOf: judgedProvisions, encoding: .utf8).split(separator: "\n") {
            let provision = try JSONDecoder().decode(Judged.self, from: Data(line.utf8))
            let analyzer = analyzers[provision.lang] ?? Analyzer(language: provision.lang)
            analyzers[provision.lang] = analyzer
            var (title, heading, text) = (TokenBuffer(), TokenBuffer(), TokenBuffer())
            analyzer.analyze(provision.law, into: &title)
            analyzer.analyze(provision.heading ?? "", into: &heading)
            analyzer.analyze(provision.text, into: &text)
            let scores = classifier.classify(title: title, heading: heading, text: text, language: provision.lang)
            #expect(scores.allSatisfy { matrix.row($0.cell.code) != nil })
            let rows = Set(scores.filter { $0.confidence >= 0.5 }.map(\.cell.code.rawValue))
            let truth = Set(provision.labels.map(\.cell))
            right += rows.intersection(truth).count
            given += rows.count
            judged += truth.count
        }
        let f1 = 2 * Double(right) / Double(max(1, given + judged))
        #expect(f1 > 0.45, "F1 \(f1)")
    }
}
