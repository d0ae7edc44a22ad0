/// The words of an Akoma Ntoso element, one line for each block in it, its number before it.
enum AkomaNtosoText {
    private static let inlines: Set<String> = [
        "num", "ref", "mref", "rref", "def", "term", "b", "i", "u", "sup", "sub", "span", "date", "ins", "em", "a",
        "inline",
        "person", "organization", "role", "location", "quantity", "concept", "entity", "quotedText", "mod", "rmod",
        "abbr",
        "placeholder", "fillIn", "docTitle", "docNumber", "docDate", "docType", "docStage", "docPurpose",
        "docProponent", "docketNumber", "docStatus", "docIntroducer", "docCommittee", "docAuthority", "shortTitle",
        "td", "th", "signature", "legislature", "session", "decoration", "omissis", "neutralCitation", "party",
        "judge", "lawyer", "time", "event", "object", "process", "vote", "outcome", "marker", "small", "strong",
        "ActTitle", "ActNumber", "ActType", "ActDate",
    ]

    static func text(of element: XMLElement, without: Set<String> = []) -> String {
        var lines = TextLines()
        gather(element, without, &lines)
        return lines.text
    }

    /// The words of a heading or number on one line, without its notes; nil where there are none.
    static func title(of element: XMLElement) -> String? {
        let words = text(of: element).split(separator: "\n").joined(separator: " ")
        return words.isEmpty ? nil : words
    }

    private static func gather(_ element: XMLElement, _ without: Set<String>, _ lines: inout TextLines) {
        for child in element.children {
            switch child {
            case .text(let words): lines.append(words)
            case .element(let inner):
                // Words struck out are not those of this version.
                if AkomaNtosoVocabulary.silent.contains(inner.name) || inner.name == "del" { continue }
                if without.contains(inner.name) { continue }
                let isBlock = !inlines.contains(inner.name)
                if isBlock || inner.name == "num" { lines.begin() }
                gather(inner, [], &lines)
                if inner.name == "num" {
                    lines.holdNumber()
                } else if isBlock {
                    lines.begin()
                } else if inner.name == "td" || inner.name == "th" {
                    lines.append(" ")
                }
            }
        }
    }
}
