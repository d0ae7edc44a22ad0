/// Lines of text as elements pass by, one at a time or in whole subtrees.
struct XMLLines {
    private let wording: XMLWording
    private var lines = TextLines()

    init(_ wording: XMLWording) { self.wording = wording }

    mutating func open(_ tag: XMLTag) {
        if wording.breaks.contains(tag.name) {
            lines.breakLine()
        } else if wording.isBlock(tag.name) {
            lines.begin()
        }
        if let character = wording.character?(tag) { append(character) }
    }

    mutating func close(_ name: String) {
        if wording.cells.contains(name) {
            lines.append(" ")
        } else if wording.isBlock(name) {
            lines.begin()
        }
    }

    mutating func append(_ words: String) {
        guard wording.keepsLines else { return lines.append(words) }
        for (index, line) in words.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
            if index > 0 { lines.begin() }
            lines.append(line)
        }
    }

    mutating func add(_ element: XMLElement, within parent: String) {
        if wording.isSilent(element.tag) { return }
        if wording.raised.contains(element.name) {
            let words = element.rawText
            append(Numeral.raised(words) ?? words)
        } else if wording.markup.contains(element.name) {
            lines.begin()
            for line in XMLMarkup.lines(of: element.rawText) {
                append(line)
                lines.breakLine()
            }
        } else if wording.labels.contains(element.name) {
            let words = wording.printed(element, within: parent)
            guard !words.isEmpty else { return }
            lines.begin()
            append(words)
            lines.holdNumber()
        } else {
            open(element.tag)
            addChildren(of: element)
            close(element.name)
        }
    }

    mutating func addChildren(of element: XMLElement, without: Set<String> = []) {
        if wording.markup.contains(element.name) {
            for line in XMLMarkup.lines(of: element.rawText) {
                lines.breakLine()
                lines.append(line)
            }
            return
        }
        for child in element.children {
            switch child {
            case .text(let words): append(words)
            case .element(let inner):
                if !without.contains(inner.name) { add(inner, within: element.name) }
            }
        }
    }

    /// Whether there are no words yet.
    var isBlank: Bool { lines.isBlank }

    mutating func addLine(_ words: String) {
        lines.begin()
        append(words)
        lines.begin()
    }

    /// The lines so far; they are begun anew.
    mutating func take() -> String {
        defer { lines = TextLines() }
        return lines.text
    }
}
