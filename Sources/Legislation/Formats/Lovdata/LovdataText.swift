/// The words of an article of Lovdata, one line for each paragraph and point, without notes of the publisher.
enum LovdataText {
    private static let notes: Set<String> = ["changesToParent", "footnote", "footnotes", "footnotereference"]
    private static let blocks: Set<String> = [
        "article", "p", "div", "ol", "ul", "li", "table", "thead", "tbody", "tr", "br", "section", "dl", "dt", "dd",
        "blockquote", "h1", "h2", "h3", "h4", "h5", "h6", "figure", "pre",
    ]

    /// Whether the element says what was changed, or is a footnote.
    static func isNote(_ tag: XMLTag) -> Bool { tag["class"].map(notes.contains) ?? false }

    static func text(of element: XMLElement, without className: String? = nil) -> String {
        var lines = TextLines()
        gather(element, without: className, &lines)
        return lines.text
    }

    /// The words on one line; nil where there are none.
    static func line(of element: XMLElement) -> String? {
        let words = text(of: element).split(separator: "\n").joined(separator: " ")
        return words.isEmpty ? nil : words
    }

    private static func gather(_ element: XMLElement, without className: String?, _ lines: inout TextLines) {
        for child in element.children {
            switch child {
            case .text(let words): lines.append(words)
            case .element(let inner):
                if isNote(inner.tag) || className != nil && inner.tag["class"] == className { continue }
                let isBlock = blocks.contains(inner.name)
                if isBlock { lines.begin() }
                // The page leaves it to the browser to print numbers.
                if inner.name == "li", let number = inner.tag["data-name"] {
                    lines.append(number)
                    lines.holdNumber()
                }
                gather(inner, without: nil, &lines)
                if isBlock { lines.begin() }
                if inner.name == "td" || inner.name == "th" { lines.append(" ") }
            }
        }
    }
}
