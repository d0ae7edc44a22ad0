/// How the elements of a dialect make lines of text.
struct XMLWording: Sendable {
    /// Which elements stand on lines of their own.
    enum Layout: Sendable {
        /// These; all others run on.
        case blocks(Set<String>)
        /// All but these.
        case inlines(Set<String>)
    }

    var layout: Layout
    /// Not text of the law: notes, references to them, metadata.
    var silent: Set<String> = []
    /// Silent by their attributes.
    var silence: (@Sendable (XMLTag) -> Bool)?
    /// Numbers, and headings, that stand at the head of the line of what follows.
    var labels: Set<String> = []
    /// How a label is printed: its words, its tag, the name of the element around it.
    var label: (@Sendable (String, XMLTag, _ parent: String) -> String)?
    /// Table cells and the like, parted by a space.
    var cells: Set<String> = []
    /// Line ends.
    var breaks: Set<String> = []
    /// Raised digits.
    var raised: Set<String> = []
    /// Elements whose text is HTML.
    var markup: Set<String> = []
    /// Elements that stand for a character.
    var character: (@Sendable (XMLTag) -> String?)?
    /// Whether line ends in the file are line ends of the law.
    var keepsLines = false

    func isSilent(_ tag: XMLTag) -> Bool { silent.contains(tag.name) || silence?(tag) == true }

    func isBlock(_ name: String) -> Bool {
        switch layout {
        case .blocks(let blocks): blocks.contains(name)
        case .inlines(let inlines):
            !inlines.contains(name) && !cells.contains(name) && !labels.contains(name) && !raised.contains(name)
        }
    }

    /// Whether it takes the whole element to say how it reads.
    func takesWhole(_ name: String) -> Bool {
        labels.contains(name) || raised.contains(name) || markup.contains(name)
    }

    /// The element's words, some of its children left out.
    func text(of element: XMLElement, without: Set<String> = []) -> String {
        var lines = XMLLines(self)
        lines.addChildren(of: element, without: without)
        return lines.take()
    }

    /// A label or heading as it is printed.
    func printed(_ element: XMLElement, within parent: String) -> String {
        let words = line(of: element)
        return labels.contains(element.name) ? label?(words, element.tag, parent) ?? words : words
    }

    /// The element's words on one line.
    func line(of element: XMLElement) -> String {
        text(of: element).singleSpaced
    }
}
