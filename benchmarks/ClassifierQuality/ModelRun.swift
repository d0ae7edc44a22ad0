import Foundation
import Obligations
import TextAnalysis

/// The model that is there, run over judged provisions.
struct ModelRun {
    private(set) var predictions: [String: [CellScore]] = [:]
    /// Which rules fired, a line each: id, code, line of the rule, score, concepts.
    private(set) var fired = "id\tcode\tline\tscore\tmentions\n"
    /// Median of three passes, microseconds a provision, without the analysis of the text.
    private(set) var cost = 0.0

    init(matrix: ObligationMatrix, provisions: [GoldProvision]) throws {
        let classifier = try ObligationClassifier(matrix: matrix, thesaurus: Thesaurus())
        var analyzers: [String: Analyzer] = [:]
        var fields: [(title: TokenBuffer, heading: TokenBuffer, text: TokenBuffer)] = []
        for provision in provisions {
            let analyzer = analyzers[provision.lang] ?? Analyzer(language: provision.lang)
            analyzers[provision.lang] = analyzer
            var (title, heading, text) = (TokenBuffer(), TokenBuffer(), TokenBuffer())
            analyzer.analyze(provision.law, into: &title)
            analyzer.analyze(provision.heading ?? "", into: &heading)
            analyzer.analyze(provision.text, into: &text)
            fields.append((title, heading, text))
            for item in classifier.explain(title: title, heading: heading, text: text, language: provision.lang) {
                let names = Set(item.mentions.map { "\($0.field.rawValue):\($0.concept)" }).sorted()
                fired +=
                    "\(provision.id)\t\(item.code)\t\(item.ruleLine)\t\(item.score)\t"
                    + names.joined(separator: " ") + "\n"
            }
        }
        // The names of all languages have been read by now.
        var passes: [Double] = []
        for _ in 0..<3 {
            let spent = ContinuousClock().measure {
                for (provision, field) in zip(provisions, fields) {
                    predictions[provision.id] = classifier.classify(
                        title: field.title, heading: field.heading, text: field.text, language: provision.lang)
                }
            }
            let (seconds, attoseconds) = spent.components
            passes.append((Double(seconds) * 1e6 + Double(attoseconds) / 1e12) / Double(provisions.count))
        }
        cost = passes.sorted()[1]
    }
}
