import Foundation

/// The scores of one set under one setting, as table and JSON.
struct QualityReport: Encodable {
    let set: String
    let setting: String
    let questions: Int
    /// Measures of ``QuestionScore/measures`` by name.
    let measures: [String: Bootstrap.Estimate]
    /// Mean nDCG@10 by language of the question, where the set tells it.
    let languages: [String: Language]
    /// Mean nDCG@10 of the two halves into which the questions fall by their ids, to see what was fitted to noise.
    let halves: [Double]

    struct Language: Encodable {
        var questions: Int
        var ndcg10: Double
        var recall10: Double
    }

    init(_ set: QuestionSet, _ setting: RankingSetting, _ answers: [QuestionRun.Answer]) {
        let scored = zip(set.questions, answers).compactMap { question, answer in
            answer.score.map { (question: question, score: $0) }
        }
        self.set = set.name
        self.setting = setting.label
        questions = scored.count
        var bootstrap = Bootstrap()
        var measures: [String: Bootstrap.Estimate] = [:]
        for measure in QuestionScore.measures {
            measures[measure.name] = bootstrap.estimate(scored.map { $0.score[keyPath: measure.value] })
        }
        self.measures = measures
        func mean(_ values: [Double]) -> Double { values.isEmpty ? 0 : values.reduce(0, +) / Double(values.count) }
        var byLanguage: [String: [QuestionScore]] = [:]
        for (question, score) in scored {
            if let language = question.language { byLanguage[language, default: []].append(score) }
        }
        languages = byLanguage.mapValues {
            Language(questions: $0.count, ndcg10: mean($0.map(\.ndcg10)), recall10: mean($0.map(\.recall10)))
        }
        halves = (0...1).map { half in
            mean(scored.filter { Self.half($0.question.id) == half }.map(\.score.ndcg10))
        }
    }

    /// 0 or 1, the same in every run (FNV-1a of the id; Swift's own hashes differ from run to run).
    static func half(_ id: String) -> Int {
        let hash = id.utf8.reduce(UInt32(2_166_136_261)) { ($0 ^ UInt32($1)) &* 16_777_619 }
        return Int((hash >> 8) & 1)
    }

    var table: String {
        var text = "\(set), \(setting), \(questions) questions\n"
        for measure in QuestionScore.measures {
            guard let value = measures[measure.name] else { continue }
            text += "  " + measure.name.padding(toLength: 11, withPad: " ", startingAt: 0)
            text += String(format: "%.4f  [%.4f, %.4f]\n", value.mean, value.low, value.high)
        }
        if languages.count > 1 {
            for (language, value) in languages.sorted(by: { $0.key < $1.key }) {
                text += "  " + language.padding(toLength: 8, withPad: " ", startingAt: 0)
                text += String(
                    format: "%3d  nDCG@10 %.3f  recall@10 %.3f\n", value.questions, value.ndcg10, value.recall10)
            }
        }
        return text
    }
}
