internal import ProvisionIndex
internal import TextAnalysis

/// A token of the words of a question, with its place in it.
struct QuestionWord {
    /// As written.
    var text: String
    /// As indexed.
    var folded: String
    /// Its exact key.
    var key: [UInt8]
    /// UTF-8 range in the question.
    var range: Range<Int>
    /// Whether it may be a misspelt word: of letters, long enough, and no code.
    var isCorrectable: Bool

    /// Fewer letters say too little to be corrected.
    static let shortestWord = 4

    /// The tokens of the plain words of a question: not of phrases and patterns, nor of what is left out.
    static func words(of node: QueryNode, question: String, analyzer: Analyzer) -> [QuestionWord] {
        let bytes = Array(question.utf8)
        let isShouted = question == question.uppercased()
        return plainWords(of: node).flatMap { word -> [QuestionWord] in
            let range = word.span.range
            // Escapes and numbers that were joined make the word another than what stands there.
            guard range.upperBound <= bytes.count, bytes[range].elementsEqual(word.text.utf8) else { return [] }
            let analysis = WordAnalysis(word.text, analyzers: [analyzer])
            let hasDigit = word.text.unicodeScalars.contains { $0.properties.numericType != nil }
            return analysis.units.map { unit in
                let place =
                    range.lowerBound + Int(unit.range.lowerBound)..<range.lowerBound + Int(unit.range.upperBound)
                let text = String(decoding: bytes[place], as: UTF8.self)
                let folded = String(decoding: unit.exact.dropFirst(), as: UTF8.self)
                let isCode = hasDigit || analysis.hasBigrams || (!isShouted && isInCapitals(text))
                return QuestionWord(
                    text: text, folded: folded, key: unit.exact, range: place,
                    isCorrectable: !isCode && folded.unicodeScalars.count >= shortestWord)
            }
        }
    }

    /// The correction with the capitals of the word.
    func capitalised(_ correction: String) -> String {
        if Self.isInCapitals(text) { return correction.uppercased() }
        guard let first = text.first, first.isUppercase else { return correction }
        return correction.prefix(1).uppercased() + correction.dropFirst()
    }

    private static func isInCapitals(_ text: String) -> Bool {
        text == text.uppercased() && text != text.lowercased()
    }

    private static func plainWords(of node: QueryNode) -> [QueryWord] {
        switch node {
        case .words(let words): words
        case .scoped(_, let inner): plainWords(of: inner)
        case .all(let nodes), .any(let nodes): nodes.flatMap(plainWords)
        case .clauses(let clauses):
            clauses.filter { $0.occurrence != .mustNot }.flatMap { plainWords(of: $0.node) }
        case .phrase, .prefix, .fuzzy, .near, .filter, .not: []
        }
    }
}
