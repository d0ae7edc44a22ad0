import ArgumentParser
import Foundation
import Obligations
import TextAnalysis

/// Measures the obligation classifier on judged provisions.
@main
struct ClassifierQuality: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Measure the obligation classifier on judged provisions.",
        discussion: """
            Without --folds the model that is there is measured (which saw the provisions if it was trained on them), \
            with its cost a provision. With --folds models are trained that saw none of the countries, or of the \
            languages, on which they are measured.
            """)

    @Argument(help: "Judged provisions, JSON Lines.")
    var gold: String

    @Option(help: "Parts into which countries are split; each is judged by a model that did not see it.")
    var folds: Int?

    @Flag(help: "With --folds: leave out a language at a time as well.")
    var languages = false

    @Option(help: "Folder of the model texts that train as well.")
    var corpus = "corpus"

    @Option(help: "Folder of the provisions drafted for training.")
    var training = "training"

    @Option(help: "Folder of the laws of which we judged provisions; without it those do not train.")
    var legislation: String?

    @Option(help: "Write predictions here, in the form that the scoring script reads.")
    var predictions: String?

    @Option(help: "Write here which rules fired for each provision, with score and concepts.")
    var rules: String?

    @Flag(help: "Print JSON.")
    var json = false

    func run() throws {
        let matrix = try ObligationMatrix()
        let provisions = try GoldProvision.read(URL(fileURLWithPath: gold), matrix: matrix, requiresLabels: true)
        var reports: [QualityReport] = []
        if let folds {
            let texts = try ClassifierTraining.modelTexts(in: URL(fileURLWithPath: corpus))
            let drafts = try ClassifierTraining.drafts(in: URL(fileURLWithPath: training), matrix: matrix)
            let own = try legislation.map {
                try JudgedProvision.provisions(
                    judgments: URL(fileURLWithPath: self.training).appendingPathComponent("judged"),
                    legislation: URL(fileURLWithPath: $0), matrix: matrix)
            }
            let training = try ClassifierTraining(gold: provisions, modelTexts: texts, drafts: drafts, own: own ?? [])
            let found = try training.predictions(leavingOut: .country(parts: folds)) { done, count in
                FileHandle.standardError.write(Data("countries: \(done) of \(count)\n".utf8))
            }
            try write(found, provisions)
            reports.append(QualityReport(setting: "countries left out", provisions, found))
            if languages {
                let found = try training.predictions(leavingOut: .language) { done, count in
                    FileHandle.standardError.write(Data("languages: \(done) of \(count)\n".utf8))
                }
                reports.append(QualityReport(setting: "languages left out", provisions, found))
            }
        } else {
            let run = try ModelRun(matrix: matrix, provisions: provisions)
            try write(run.predictions, provisions)
            if let rules { try run.fired.write(toFile: rules, atomically: true, encoding: .utf8) }
            reports.append(QualityReport(setting: "model as it is", provisions, run.predictions, cost: run.cost))
        }
        if json {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
            print(String(decoding: try encoder.encode(reports), as: UTF8.self))
        } else {
            for report in reports { report.print() }
        }
    }

    private func write(_ found: [String: [CellScore]], _ provisions: [GoldProvision]) throws {
        guard let predictions else { return }
        struct Line: Encodable {
            struct Entry: Encodable {
                var cell: String
                var weapon: String?
                var aspect: String
                var confidence: Double
            }
            var id: String
            var cells: [Entry]
        }
        var output = Data()
        for provision in provisions {
            let cells = (found[provision.id] ?? []).map {
                Line.Entry(
                    cell: $0.cell.code.rawValue, weapon: $0.cell.weapon?.rawValue, aspect: $0.cell.aspect.rawValue,
                    confidence: $0.confidence)
            }
            output += try JSONEncoder().encode(Line(id: provision.id, cells: cells)) + Data("\n".utf8)
        }
        try output.write(to: URL(fileURLWithPath: predictions))
    }
}
