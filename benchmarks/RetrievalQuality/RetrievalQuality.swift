import ArgumentParser
import Foundation

/// Measures how well questions are answered; see README.md.
@main
struct RetrievalQuality: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "RetrievalQuality", abstract: "Measure retrieval on judged questions.")

    @Option(help: "Folder of the sets.")
    var sets = "../shared/qrels"

    @Option(help: "Folder that keeps the indexes between runs; without it they are made anew.")
    var indexCache: String?

    @Option(help: "Sets to measure, separated by commas.")
    var only = QuestionSet.names.joined(separator: ",")

    @Option(help: "Settings to try, as 'exact=0,0.4 stem=1': every combination.")
    var grid = ""

    @Option(help: ArgumentHelp("Write all figures as JSON.", valueName: "file"))
    var json: String?

    @Option(help: ArgumentHelp("Write nDCG and first relevant rank of each question.", valueName: "file.tsv"))
    var perQuery: String?

    @Option(help: ArgumentHelp("Write the run of each set in TREC's form, as FOLDER/<set>.tsv.", valueName: "folder"))
    var runs: String?

    @Option(help: "Measure times in place of quality, in so many rounds behind a first one.")
    var latency: Int?

    @Option(help: "Threads.")
    var workers = ProcessInfo.processInfo.activeProcessorCount

    func validate() throws {
        if let latency, latency < 1 || latency > 1000 {
            throw ValidationError("--latency takes a number from 1 to 1000.")
        }
        if latency != nil, !grid.isEmpty || perQuery != nil || runs != nil {
            throw ValidationError("--latency goes with none of --grid, --per-query and --runs.")
        }
        if workers < 1 || workers > 256 { throw ValidationError("--workers takes a number from 1 to 256.") }
    }

    func run() throws {
        let settings = try RankingSetting.grid(grid)
        let chosen = try only.split(separator: ",").map { try QuestionSet(String($0), folder: sets) }
        let temporary = FileManager.default.temporaryDirectory.path + "/concord-quality-\(UUID().uuidString)"
        defer { if indexCache == nil { try? FileManager.default.removeItem(atPath: temporary) } }
        let corpora = CorpusIndex(sets: sets, cache: indexCache ?? temporary)
        if let latency { return try measure(chosen, corpora, rounds: latency) }
        var reports: [[QualityReport]] = []
        var questions = "set\tsetting\tquestion\tlanguage\tnDCG@10\tfirst relevant\ttext\n"
        for set in chosen {
            let run = QuestionRun(set: set, folder: try corpora.folder(set.corpus), workerCount: workers)
            let answers = try run.answers(settings)
            reports.append(zip(settings, answers).map { QualityReport(set, $0, $1) })
            for (setting, answers) in zip(settings, answers) where perQuery != nil {
                questions += Self.lines(set, setting, answers)
            }
            if let runs, let first = answers.first { try Self.write(set, first, folder: runs) }
        }
        if settings.count == 1 {
            for report in reports.joined() { print(report.table) }
            var seen: Set<String> = []
            for corpus in chosen.map(\.corpus) where seen.insert(corpus).inserted {
                print(try IndexGrowth(corpus: corpus, folder: corpora.folder(corpus)).line)
            }
        } else {
            print(Self.summary(settings, reports))
        }
        if let perQuery { try questions.write(toFile: perQuery, atomically: true, encoding: .utf8) }
        try writeJSON(Array(reports.joined()))
    }

    private func measure(_ sets: [QuestionSet], _ corpora: CorpusIndex, rounds: Int) throws {
        var reports: [QuestionLatency.Report] = []
        print(QuestionLatency.Report.head)
        for set in sets {
            let folder = try corpora.folder(set.corpus)
            let found = try QuestionLatency(set: set, folder: folder, rounds: rounds).reports()
            for report in found { print(report.line) }
            reports += found
        }
        try writeJSON(reports)
    }

    private func writeJSON(_ reports: some Encodable) throws {
        guard let json else { return }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
        try encoder.encode(reports).write(to: URL(fileURLWithPath: json))
    }

    /// A line for each setting, best mean of nDCG@10 first, with the means of the two halves of the questions.
    private static func summary(_ settings: [RankingSetting], _ reports: [[QualityReport]]) -> String {
        func mean(_ values: [Double]) -> Double { values.isEmpty ? 0 : values.reduce(0, +) / Double(values.count) }
        let rows = settings.indices.map { place in
            let values = reports.map { $0[place] }
            let all = mean(values.compactMap { $0.measures["nDCG@10"]?.mean })
            let halves = (0...1).map { half in mean(values.map { $0.halves[half] }) }
            var text = String(format: "%.4f  %.4f %.4f ", all, halves[0], halves[1])
            for value in values {
                let means = ["nDCG@10", "recall@10", "recall@100"].map { value.measures[$0]?.mean ?? 0 }
                text += String(format: "  %.4f/%.3f/%.3f", means[0], means[1], means[2])
            }
            return (mean: all, text: text + "  " + settings[place].label)
        }
        let names = reports.compactMap { $0.first?.set }.joined(separator: ", ")
        return "mean    half 0 half 1   nDCG@10/recall@10/recall@100 of \(names)\n"
            + rows.sorted { $0.mean > $1.mean }.map(\.text).joined(separator: "\n")
    }

    private static func lines(
        _ set: QuestionSet, _ setting: RankingSetting, _ answers: [QuestionRun.Answer]
    ) -> String {
        zip(set.questions, answers).map { question, answer in
            let score = String(format: "%.4f", answer.score?.ndcg10 ?? 0)
            let rank = answer.score?.firstRelevant.map(String.init) ?? "-"
            let text = question.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            return
                "\(set.name)\t\(setting.label)\t\(question.id)\t\(question.language ?? "")\t\(score)\t\(rank)\t\(text)\n"
        }.joined()
    }

    private static func write(_ set: QuestionSet, _ answers: [QuestionRun.Answer], folder: String) throws {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        var text = ""
        for (question, answer) in zip(set.questions, answers) {
            for (place, document) in answer.documents.enumerated() {
                // The score falls with the rank; ranks alone are what is measured.
                text += "\(question.id)\tQ0\t\(document)\t\(place + 1)\t\(-place - 1)\tconcord\n"
            }
        }
        try text.write(toFile: "\(folder)/\(set.name).tsv", atomically: true, encoding: .utf8)
    }
}
