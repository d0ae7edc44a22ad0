/// The words of an Akoma Ntoso element, one line for each block in it, its number before it.
enum AkomaNtosoText {
    private static let inlines: Set<String> = [
        "num", "ref", "mref", "rref", "def", "term", "b", "i", "u", "sup", "sub", "span", "date", "ins", "em", "a",
        "inline",
        "person", "organization", "role", "location", "quantity", "concept", "entity", "quotedText", "mod", "rmod",
        "abbr",
        "del", "placeholder", "fillIn", "docTitle", "docNumber", "docDate", "docType", "shortTitle", "td", "th",
    ]
    private static let silent: Set<String> = ["authorialNote", "noteRef", "remark", "img", "meta", "toc"]

    private struct Lines {
        var lines = [""]
        /// Whether the open line has nothing yet but the number of what follows.
        var holdsNumber = false

        mutating func begin() {
            if !holdsNumber { lines.append("") }
        }

        mutating func append(_ words: String) {
            if holdsNumber, words.contains(where: { !$0.isWhitespace }) { holdsNumber = false }
            lines[lines.count - 1] += words
        }
    }

    static func text(of element: XMLElement, without: Set<String> = []) -> String {
        var lines = Lines()
        gather(element, without, &lines)
        return lines.lines.map(\.singleSpaced).filter { !$0.isEmpty }.joined(separator: "\n")
    }

    private static func gather(_ element: XMLElement, _ without: Set<String>, _ lines: inout Lines) {
        for child in element.children {
            switch child {
            case .text(let words): lines.append(words)
            case .element(let inner):
                if silent.contains(inner.name) || without.contains(inner.name) { continue }
                let isBlock = !inlines.contains(inner.name)
                if isBlock || inner.name == "num" { lines.begin() }
                gather(inner, [], &lines)
                if inner.name == "num" {
                    lines.append(" ")
                    lines.holdsNumber = true
                } else if isBlock {
                    lines.begin()
                } else if inner.name == "td" || inner.name == "th" {
                    lines.append(" ")
                }
            }
        }
    }
}
