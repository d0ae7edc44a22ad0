import Obligations

/// An explanation as JSON.
struct ExplanationDocument: Encodable {
    struct Mention: Encodable {
        var name, field: String
        /// UTF-8 offsets in the field.
        var start, end: UInt32
    }
    struct Reason: Encodable {
        var feature: String
        var contribution: Double
        var mentions: [Mention]
    }
    struct Rule: Encodable {
        var line: Int
        var score: Double
        var mentions: [Mention]
    }
    struct Row: Encodable {
        var obligation: String
        var confidence, words, rules, rest: Double
        var cells: [CellDocument]
        var reasons: [Reason]
        var evidence: [Rule]
    }

    var id, language: String
    var rows: [Row]

    init(_ explanation: ClassifierExplanation, _ source: ExplainedText, limit: Int) {
        id = source.id
        language = source.language
        func mentions(_ found: [ClassifierEvidence.Mention]) -> [Mention] {
            found.map {
                Mention(
                    name: $0.concept, field: $0.field.rawValue, start: $0.range.lowerBound, end: $0.range.upperBound)
            }
        }
        rows = explanation.rows.map { row in
            Row(
                obligation: row.code.rawValue, confidence: row.confidence, words: row.words, rules: row.rules,
                rest: row.rest, cells: row.cells.map(CellDocument.init),
                reasons: row.reasons.prefix(limit).map {
                    Reason(feature: $0.feature, contribution: $0.contribution, mentions: mentions($0.mentions))
                },
                evidence: row.evidence.map {
                    Rule(line: $0.ruleLine, score: $0.score, mentions: mentions($0.mentions))
                })
        }
    }
}
