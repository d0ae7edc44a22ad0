// Classifies judged provisions (JSON Lines with id, lang, law, heading, text) and writes one line of cells for each,
// in the form the scoring script reads:  ClassifierQuality PROVISIONS.jsonl PREDICTIONS.jsonl [--rules FIRED.tsv]
import Foundation
import Obligations
import TextAnalysis

struct Judged: Decodable {
    var id: String
    var lang: String
    var law: String
    var heading: String?
    var text: String
}

struct Predicted: Encodable {
    struct Entry: Encodable {
        var cell: String
        var weapon: String?
        var aspect: String
        var confidence: Double
    }
    var id: String
    var cells: [Entry]
}

let arguments = CommandLine.arguments
guard arguments.count >= 3 else {
    print("usage: ClassifierQuality PROVISIONS.jsonl PREDICTIONS.jsonl [--rules FIRED.tsv]")
    exit(2)
}
let clock = ContinuousClock()
var classifier: ObligationClassifier?
let loading = try clock.measure {
    classifier = try ObligationClassifier(matrix: ObligationMatrix(), thesaurus: Thesaurus())
}
guard let classifier else { exit(1) }
print("matrix, thesaurus and rules: \(loading)")
let first = clock.measure {
    for language in ["ar", "zh", "en", "fr", "ru", "es"] {
        _ = classifier.recognizer.matches(in: TokenBuffer(), language: language)
    }
}
print("names of six languages: \(first)")

var output = Data()
var fired = "id\tcode\tline\tscore\tmentions\n"
let wantsRules = arguments.count >= 5 && arguments[3] == "--rules"
var analyzers: [String: Analyzer] = [:]
var spent = Duration.zero
var tokens = 0
for line in try String(contentsOfFile: arguments[1], encoding: .utf8).split(separator: "\n") {
    let judged = try JSONDecoder().decode(Judged.self, from: Data(line.utf8))
    let analyzer = analyzers[judged.lang] ?? Analyzer(language: judged.lang)
    analyzers[judged.lang] = analyzer
    var (title, heading, text) = (TokenBuffer(), TokenBuffer(), TokenBuffer())
    analyzer.analyze(judged.law, into: &title)
    analyzer.analyze(judged.heading ?? "", into: &heading)
    analyzer.analyze(judged.text, into: &text)
    tokens += text.records.count
    var scores: [CellScore] = []
    spent += clock.measure {
        scores = classifier.classify(title: title, heading: heading, text: text, language: judged.lang)
    }
    if wantsRules {
        for item in classifier.explain(title: title, heading: heading, text: text, language: judged.lang) {
            let names = Set(item.mentions.map { "\($0.field.rawValue):\($0.concept)" }).sorted().joined(separator: " ")
            fired += "\(judged.id)\t\(item.code)\t\(item.ruleLine)\t\(item.score)\t\(names)\n"
        }
    }
    let cells = scores.map {
        Predicted.Entry(
            cell: $0.cell.code.rawValue, weapon: $0.cell.weapon?.rawValue, aspect: $0.cell.aspect.rawValue,
            confidence: $0.confidence)
    }
    output += try JSONEncoder().encode(Predicted(id: judged.id, cells: cells)) + Data("\n".utf8)
}
try output.write(to: URL(fileURLWithPath: arguments[2]))
if wantsRules { try fired.write(toFile: arguments[4], atomically: true, encoding: .utf8) }
print("classified: \(spent), \(tokens) token records")
