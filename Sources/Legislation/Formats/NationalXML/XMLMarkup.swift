/// HTML that a dialect carries as the text of an element: its words, line by line.
enum XMLMarkup {
    private static let inlines: Set<String> = [
        "a", "b", "i", "u", "em", "strong", "span", "font", "sup", "sub", "small", "abbr", "s", "strike", "td", "th",
    ]

    static func lines(of html: String) -> [String] {
        var lines = [""]
        var raised: String?
        var rest = html[...]
        while let next = rest.firstIndex(where: { $0 == "<" || $0 == "&" }) {
            append(rest[..<next], &lines, &raised)
            rest = rest[next...]
            if rest.first == "&" {
                let (words, end) = character(rest)
                append(words[...], &lines, &raised)
                rest = rest[end...]
                continue
            }
            guard let close = rest.firstIndex(of: ">") else { break }
            let tag = rest[rest.index(after: next)..<close]
            rest = rest[rest.index(after: close)...]
            take(tag, &lines, &raised)
        }
        append(rest, &lines, &raised)
        return lines.map(\.singleSpaced).filter { !$0.isEmpty }
    }

    private static func take(_ tag: Substring, _ lines: inout [String], _ raised: inout String?) {
        let name = tag.drop { $0 == "/" }.prefix { $0.isLetter || $0.isNumber }.lowercased()
        if name == "sup" {
            if tag.hasPrefix("/"), let words = raised {
                lines[lines.count - 1] += Numeral.raised(words) ?? words
                raised = nil
            } else if !tag.hasPrefix("/") {
                raised = raised ?? ""
            }
        } else if name == "td" || name == "th" {
            lines[lines.count - 1] += " "
        } else if !inlines.contains(name) {
            if let words = raised { lines[lines.count - 1] += words }
            raised = nil
            lines.append("")
        }
    }

    private static func append(_ words: Substring, _ lines: inout [String], _ raised: inout String?) {
        if raised != nil { raised? += words } else { lines[lines.count - 1] += words }
    }

    /// The character of a reference at the head of the text, and where it ends.
    private static func character(_ text: Substring) -> (String, Substring.Index) {
        let after = text.index(after: text.startIndex)
        guard let end = text.prefix(12).firstIndex(of: ";") else { return ("&", after) }
        guard let scalar = CharacterReference.scalar(String(text[after..<end])) else { return ("&", after) }
        return (String(scalar), text.index(after: end))
    }
}
