/// Says what a scanned word is: an operator, a word, a prefix or a fuzzy word.
enum OperatorReader {
    /// Whether the folded signs are an operator word, complete or not (`NEAR/`).
    static func isOperator(_ syntax: [Unicode.Scalar]) -> Bool {
        let word = WordScanner.Word.string(syntax)
        return ["AND", "OR", "NOT", "NEAR"].contains(word) || word.hasPrefix("NEAR/")
    }

    /// The operator that `word` is; nil for any other word.
    static func read(_ word: WordScanner.Word, _ range: Range<Int>) throws(QueryFault) -> QueryToken.Kind? {
        switch WordScanner.Word.string(word.syntax) {
        case "AND": return .and
        case "OR": return .or
        case "NOT": return .not
        case "NEAR": return .near(QueryParser.usualNearDistance)
        case let other where other.hasPrefix("NEAR/"):
            let digits = other.dropFirst(5)
            let isNumber = !digits.isEmpty && digits.utf8.allSatisfy { (0x30...0x39).contains($0) }
            if isNumber, let distance = Int(digits), QueryParser.nearDistances.contains(distance) {
                return .near(distance)
            }
            throw QueryFault(
                .nearDistance,
                "NEAR/ needs a number of words from \(QueryParser.nearDistances.lowerBound) to "
                    + "\(QueryParser.nearDistances.upperBound), as in NEAR/5",
                range, fix: .init(range: range, replacement: "NEAR/\(QueryParser.usualNearDistance)"))
        default: return nil
        }
    }

    /// The term that `word` is; nil where it is punctuation only.
    static func term(_ word: WordScanner.Word, _ range: Range<Int>) throws(QueryFault) -> QueryToken.Kind? {
        if isAddress(word.syntax) { return .word(word.string) }
        if word.syntax.last == "*" { return try prefix(word, range) }
        if word.syntax.contains("*") { throw misplacedWildcard(word, range) }
        if let kind = try fuzzy(word, range) { return kind }
        return word.scalars.contains(where: QueryText.isSearchable) ? .word(word.string) : nil
    }

    private static func isAddress(_ syntax: [Unicode.Scalar]) -> Bool {
        let start = syntax.prefix(12)
        guard let colon = start.firstIndex(of: ":"), colon > 0, colon + 2 < syntax.count else { return false }
        return syntax[colon + 1] == "/" && syntax[colon + 2] == "/" && syntax[0...colon].allSatisfy(\.isASCII)
    }

    private static func prefix(_ word: WordScanner.Word, _ range: Range<Int>) throws(QueryFault) -> QueryToken.Kind {
        guard !word.syntax.dropLast().contains("*") else { throw misplacedWildcard(word, range) }
        let stem = WordScanner.Word.string(word.scalars.dropLast())
        let letters = stem.filter { $0.unicodeScalars.contains(where: QueryText.isSearchable) }
        let isHan = letters.unicodeScalars.contains { $0.properties.isIdeographic }
        guard letters.count >= (isHan ? 1 : 2) else {
            throw QueryFault(
                .shortWildcard, "a '*' needs at least 2 letters before it (1 for a Han character)", range,
                fix: .init(range: range, replacement: letters.isEmpty ? "" : stem))
        }
        return .prefix(stem)
    }

    private static func misplacedWildcard(_ word: WordScanner.Word, _ range: Range<Int>) -> QueryFault {
        QueryFault(
            .misplacedWildcard,
            "a '*' stands only at the end of a word; in quotation marks it is a sign like any other",
            range, fix: .init(range: range, replacement: "\"\(word.string)\""))
    }

    /// The fuzzy word that `word` is; nil where it has no `~` ending.
    private static func fuzzy(_ word: WordScanner.Word, _ range: Range<Int>) throws(QueryFault) -> QueryToken.Kind? {
        guard let tilde = word.syntax.lastIndex(of: "~"), tilde > 0 else { return nil }
        let ending = word.syntax[(tilde + 1)...]
        let stemScalars = word.scalars[..<tilde]
        guard ending.allSatisfy({ ("0"..."9").contains($0) }), stemScalars.contains(where: QueryText.isSearchable)
        else { return nil }
        // A full-width tilde between numbers is a range (第1～3条), not an edit distance.
        if word.scalars[tilde] != "~", !ending.isEmpty, QueryText.isDigit(word.scalars[tilde - 1]) { return nil }
        let stem = WordScanner.Word.string(stemScalars)
        let letters = stem.filter { $0.unicodeScalars.contains(where: QueryText.isSearchable) }.count
        // Unstated: one edit in a short word, two in a longer one; two in five letters meets almost anything.
        let edits = ending.isEmpty ? (letters <= 5 ? 1 : 2) : Int(WordScanner.Word.string(ending)) ?? 0
        guard (1...2).contains(edits) else {
            throw QueryFault(
                .badEditDistance, "the edit distance behind '~' is 1 or 2", range,
                fix: .init(range: range, replacement: edits == 0 ? stem : stem + "~2"))
        }
        guard letters > edits else {
            throw QueryFault(
                .badEditDistance, "a word needs more letters than the edits that '~' allows", range,
                fix: .init(range: range, replacement: stem))
        }
        return .fuzzy(stem, edits)
    }
}
