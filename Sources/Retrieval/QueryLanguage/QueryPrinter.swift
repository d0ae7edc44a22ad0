/// Writes a tree in canonical form.
enum QueryPrinter {
    /// How tightly a written form holds together.
    private enum Binding: Int {
        case juxtaposition, or, and, not, near, primary
    }

    static func text(_ node: QueryNode) -> String {
        text(node, atLeast: .juxtaposition)
    }

    private static func text(_ node: QueryNode, atLeast binding: Binding) -> String {
        let (written, own) = form(node)
        return own.rawValue < binding.rawValue ? "(\(written))" : written
    }

    private static func form(_ node: QueryNode) -> (String, Binding) {
        switch node {
        case .words(let words):
            let written = words.map { word($0.text, ending: "") }.joined(separator: " ")
            return (written, words.count == 1 ? .primary : .juxtaposition)
        case .phrase(let phrase): return (quoted(phrase.text), .primary)
        case .prefix(let stem): return (word(stem.text, ending: "*"), .primary)
        case .fuzzy(let stem, let edits): return (word(stem.text, ending: "~\(edits)"), .primary)
        case .near(let left, let right, let distance):
            return ("\(text(left, atLeast: .primary)) NEAR/\(distance) \(text(right, atLeast: .primary))", .near)
        case .scoped(let field, let inner): return ("\(field.rawValue):" + text(inner, atLeast: .primary), .primary)
        case .filter(let filter, _):
            return ("\(filter.kind.rawValue):" + filter.values.map(value).joined(separator: ","), .primary)
        case .all(let nodes): return (nodes.map { text($0, atLeast: .not) }.joined(separator: " AND "), .and)
        case .any(let nodes): return (nodes.map { text($0, atLeast: .near) }.joined(separator: " OR "), .or)
        case .not(let inner): return ("NOT " + text(inner, atLeast: .primary), .not)
        case .clauses(let clauses): return (clauses.map(clause).joined(separator: " "), .juxtaposition)
        }
    }

    private static func clause(_ clause: QueryClause) -> String {
        switch clause.occurrence {
        case .mustNot: return signed("-", clause.node)
        case .must where clause.node.isFilter: return text(clause.node, atLeast: .primary)
        case .must: return signed("+", clause.node)
        case .should:
            // Words side by side are one group without parentheses.
            if case .words = clause.node { return text(clause.node, atLeast: .juxtaposition) }
            return text(clause.node, atLeast: .near)
        }
    }

    /// A sign before a word that begins with punctuation would be part of the word.
    private static func signed(_ sign: String, _ node: QueryNode) -> String {
        let written = text(node, atLeast: .primary)
        let first = written.unicodeScalars.first.map(QueryText.fold)
        return first.map(QueryLexer.isSignable) == true ? sign + written : sign + "(" + written + ")"
    }

    /// A word as it is, where it reads back as itself, else with every sign escaped.
    private static func word(_ text: String, ending: String) -> String {
        let expected: QueryToken.Kind =
            switch ending {
            case "": .word(text)
            case "*": .prefix(text)
            case "~1": .fuzzy(text, 1)
            default: .fuzzy(text, 2)
            }
        // A backslash at the end would reach for what is written behind the word.
        if !text.hasSuffix("\\"), let tokens = try? QueryLexer.tokens(text + ending), tokens.count == 1,
            tokens[0].kind == expected
        {
            return text + ending
        }
        var escaped = "\\"
        for (number, scalar) in text.unicodeScalars.enumerated() {
            if number > 0, !QueryText.isWordScalar(scalar) { escaped += "\\" }
            escaped.unicodeScalars.append(scalar)
        }
        return escaped + ending
    }

    private static func value(_ text: String) -> String {
        let isBare = text.unicodeScalars.allSatisfy {
            $0.value < 0x80
                ? UInt8($0.value).isASCIIAlphanumeric || "-._*".unicodeScalars.contains($0)
                : QueryText.isWordScalar($0)
        }
        return isBare ? text : quoted(text)
    }

    /// In the first marks that the text does not close.
    private static func quoted(_ text: String) -> String {
        let family = QuoteFamily.allCases.first { family in
            !text.unicodeScalars.contains { family.closes(QueryText.fold($0)) }
        }
        let marks = (family ?? .double).canonical
        return "\(marks.open)\(text)\(marks.close)"
    }
}
