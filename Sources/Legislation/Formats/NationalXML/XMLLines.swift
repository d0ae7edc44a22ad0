/// Lines of text as elements pass by, one at a time or in whole subtrees.
struct XMLLines {
    private let wording: XMLWording
    private var lines = [""]
    /// Whether the open line has nothing yet but the number of what follows.
    private var holdsLabel = false

    init(_ wording: XMLWording) { self.wording = wording }

    mutating func open(_ tag: XMLTag) {
        if wording.breaks.contains(tag.name) {
            lines.append("")
        } else if wording.isBlock(tag.name) {
            begin()
        }
        if let character = wording.character?(tag) { append(character) }
    }

    mutating func close(_ name: String) {
        if wording.cells.contains(name) {
            lines[lines.count - 1] += " "
        } else if wording.isBlock(name) {
            begin()
        }
    }

    mutating func append(_ words: String) {
        guard wording.keepsLines, words.contains(where: \.isNewline) else {
            if holdsLabel, words.contains(where: { !$0.isWhitespace }) { holdsLabel = false }
            lines[lines.count - 1] += words
            return
        }
        for (index, line) in words.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
            if index > 0 { begin() }
            if line.contains(where: { !$0.isWhitespace }) { holdsLabel = false }
            lines[lines.count - 1] += line
        }
    }

    mutating func add(_ element: XMLElement, within parent: String) {
        if wording.isSilent(element.tag) { return }
        if wording.raised.contains(element.name) {
            let words = element.rawText
            append(XMLNumber.raised(words) ?? words)
        } else if wording.markup.contains(element.name) {
            begin()
            for line in XMLMarkup.lines(of: element.rawText) {
                append(line)
                lines.append("")
            }
        } else if wording.labels.contains(element.name) {
            let words = wording.printed(element, within: parent)
            guard !words.isEmpty else { return }
            begin()
            append(words + " ")
            holdsLabel = true
        } else {
            open(element.tag)
            addChildren(of: element)
            close(element.name)
        }
    }

    mutating func addChildren(of element: XMLElement, without: Set<String> = []) {
        if wording.markup.contains(element.name) {
            for line in XMLMarkup.lines(of: element.rawText) { lines.append(line) }
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
    var isBlank: Bool { lines.allSatisfy { $0.allSatisfy(\.isWhitespace) } }

    mutating func addLine(_ words: String) {
        begin()
        append(words)
        begin()
    }

    /// The lines so far; they are begun anew.
    mutating func take() -> String {
        defer {
            lines = [""]
            holdsLabel = false
        }
        // A soft hyphen is no letter of any word.
        return lines.map { $0.singleSpaced.replacing("\u{AD}", with: "") }.filter { !$0.isEmpty }
            .joined(separator: "\n")
    }

    private mutating func begin() {
        if !holdsLabel { lines.append("") }
    }
}
