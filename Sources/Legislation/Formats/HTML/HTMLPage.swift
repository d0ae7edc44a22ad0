import CLibXML2

/// Goes through a page and writes down its lines.
struct HTMLPage {
    private(set) var lines: [HTMLLine] = []

    private let total: Int
    private var raw = ""
    private var open = HTMLLine(text: "")
    private var depth: [Int: Int] = [:]
    /// Traits of the elements that are open, outermost first; nil for one that is passed over.
    private var openTraits: [HTMLTraits?] = []
    /// Where in `raw`, in bytes, raised text began.
    private var raisedStarts: [Int] = []
    private var blockPending = true
    /// After an empty `<b>`: browsers carry its bold type into the paragraph that should stand within it.
    private var boldPending = false

    init(_ root: xmlNodePtr, total: Int) {
        self.total = total
        HTMLTree.visit(root) {
            enter($0)
        } leave: {
            leave($0)
        }
        endLine()
    }

    // MARK: Elements

    private mutating func enter(_ node: xmlNodePtr) -> Bool {
        if let text = HTMLTree.text(node) {
            append(text)
            return false
        }
        guard HTMLTree.isElement(node) else { return false }
        let name = HTMLTree.name(node)
        if name == "title" || name == "head" || HTMLChrome.isChrome(node, name, total: total) {
            openTraits.append(nil)
            return false
        }
        let traits = HTMLTraits(node, name)
        openTraits.append(traits)
        if traits.contains(.block) {
            endLine()
            if name != "br" { blockPending = true }
        }
        if name == "td" || name == "th" { raw += " " }
        if let level = HTMLTree.level(name) { open.level = level }
        change(traits, by: 1)
        if traits.contains(.raised) { raisedStarts.append(raw.utf8.count) }
        return true
    }

    private mutating func leave(_ node: xmlNodePtr) {
        guard HTMLTree.isElement(node), let traits = openTraits.popLast() ?? nil else { return }
        if traits.contains(.raised) { endRaised(in: node) }
        if traits.contains(.bold), HTMLTree.size(node) == 0 { boldPending = true }
        if traits.contains(.block) {
            endLine()
            if HTMLTree.name(node) != "br" { blockPending = true }
        }
        change(traits, by: -1)
    }

    private static let counted: [HTMLTraits] = [
        .bold, .centered, .struck, .preformatted, .note, .link, .inPageLink, .small, .raised,
    ]

    private mutating func change(_ traits: HTMLTraits, by step: Int) {
        for trait in Self.counted where traits.contains(trait) { depth[trait.rawValue, default: 0] += step }
    }

    private func isIn(_ trait: HTMLTraits) -> Bool { depth[trait.rawValue, default: 0] > 0 }

    // MARK: Text

    private mutating func append(_ text: String) {
        raw += text
        let count = text.unicodeScalars.lazy.filter { !$0.isWhitespace }.count
        guard count > 0 else { return }
        if open.length == 0 {
            open.beginsBold = isIn(.bold)
            open.isCentered = isIn(.centered)
            open.isNote = isIn(.note)
        }
        open.length += count
        if isIn(.link) { open.linked += count } else if isIn(.inPageLink) { open.linkedInPage += count }
        if isIn(.bold) { open.bold += count }
        if isIn(.struck) { open.struck += count }
        if isIn(.small) { open.small += count }
    }

    /// A raised number belongs to the number before it (`12¹`) or marks a footnote, which is no text of the law.
    private mutating func endRaised(in node: xmlNodePtr) {
        guard let start = raisedStarts.popLast(), start <= raw.utf8.count else { return }
        let from = raw.utf8.index(raw.startIndex, offsetBy: start)
        let words = String(raw.unicodeScalars[from...]).trimmed
        let bare = words.unicodeScalars.filter { Numeral.decimal($0) == nil }
        guard words.unicodeScalars.count <= 5, !words.isEmpty,
            bare.allSatisfy({ "()[]*†,;".unicodeScalars.contains($0) })
        else { return }
        raw.removeSubrange(from...)
        guard bare.isEmpty, !isIn(.inPageLink), !isIn(.link), !Self.holdsLink(node) else { return }
        if let last = raw.unicodeScalars.lastIndex(where: { !$0.isWhitespace }),
            Numeral.decimal(raw.unicodeScalars[last]) != nil
        {
            raw.removeSubrange(raw.unicodeScalars.index(after: last)...)
        }
        raw += Numeral.raised(words) ?? ""
    }

    private static func holdsLink(_ node: xmlNodePtr) -> Bool {
        var found = false
        HTMLTree.visit(node) { child in
            if HTMLTree.isElement(child), HTMLTree.name(child) == "a", xmlHasProp(child, "href") != nil { found = true }
            return !found
        } leave: { _ in
        }
        return found
    }

    private mutating func endLine() {
        defer {
            raw = ""
            open = HTMLLine(text: "")
            raisedStarts = raisedStarts.map { _ in 0 }
        }
        guard open.length > 0 else { return }
        if boldPending {
            open.bold = open.length
            boldPending = false
        }
        let isBroken = isIn(.preformatted) || LooseLines.isBroken(raw)
        let texts = isBroken ? LooseLines.split(raw) : [LetterSpacing.closed(Self.readable(raw)).singleSpaced]
        for text in texts where !text.isEmpty || isBroken {
            var line = open
            line.text = text
            line.isBlockStart = blockPending || isBroken
            if isBroken { line.length = text.unicodeScalars.lazy.filter { !$0.isWhitespace }.count }
            if texts.count > 1 { (line.bold, line.linked, line.linkedInPage, line.small) = (0, 0, 0, 0) }
            lines.append(line)
            blockPending = false
        }
    }

    /// Without what only guides the typesetting: soft hyphens, zero-width spaces and marks of direction.
    static func readable(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 == 0xC2 || $0 == 0xE2 || $0 == 0xEF }) else { return text }
        return String(
            String.UnicodeScalarView(
                text.unicodeScalars.filter {
                    !["\u{AD}", "\u{200B}", "\u{200E}", "\u{200F}", "\u{2060}", "\u{FEFF}"].contains($0)
                }))
    }
}
