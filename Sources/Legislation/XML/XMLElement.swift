/// A subtree of a document, for the parts that are small: metadata, one provision.
struct XMLElement {
    enum Child {
        case element(XMLElement)
        case text(String)
    }

    var tag: XMLTag
    var children: [Child] = []

    var name: String { tag.name }

    var elements: [XMLElement] {
        children.compactMap { if case .element(let element) = $0 { element } else { nil } }
    }

    func first(_ name: String) -> XMLElement? { elements.first { $0.name == name } }

    /// The first descendant of that name, in document order.
    func descendant(_ name: String) -> XMLElement? {
        for element in elements {
            if element.name == name { return element }
            if let found = element.descendant(name) { return found }
        }
        return nil
    }

    /// All descendants of that name, outermost only.
    func descendants(_ name: String) -> [XMLElement] {
        elements.flatMap { $0.name == name ? [$0] : $0.descendants(name) }
    }

    /// All text within, as it stands.
    var rawText: String {
        var text = ""
        appendText(to: &text)
        return text
    }

    private func appendText(to text: inout String) {
        for child in children {
            switch child {
            case .text(let words): text += words
            case .element(let element): element.appendText(to: &text)
            }
        }
    }

    /// All text within on one line, white space run together.
    var inlineText: String { rawText.singleSpaced }
}

extension XMLStream {
    /// The subtree whose start tag was just read.
    mutating func element(_ tag: XMLTag) throws(LegislationReadError) -> XMLElement {
        var open = [XMLElement(tag: tag)]
        while let event = try next() {
            switch event {
            case .start(let tag): open.append(XMLElement(tag: tag))
            case .text(let text): open[open.count - 1].children.append(.text(text))
            case .end:
                guard let closed = open.popLast() else { break }
                if open.isEmpty { return closed }
                open[open.count - 1].children.append(.element(closed))
            }
        }
        return open.first ?? XMLElement(tag: tag)
    }

    /// Reads past the subtree whose start tag was just read.
    mutating func skip() throws(LegislationReadError) {
        var depth = 1
        while depth > 0, let event = try next() {
            switch event {
            case .start: depth += 1
            case .end: depth -= 1
            case .text: break
            }
        }
    }
}
