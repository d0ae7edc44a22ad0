/// Reads the text of an OpenDocument: what is printed, in order, without notes, comments and deleted text.
struct ODTBody {
    private struct Paragraph {
        var text = ""
        var level = 0
        var number: String?
        var isTitle = false
    }

    private(set) var text = DocumentText()
    private var lists: ODTLists
    private var paragraphs: [Paragraph] = []
    private var tables: [DocumentTable] = []
    /// Styles of the lists that are open, outermost first.
    private var open: [String?] = []
    private var isItemCounted = true
    private var itemStart: Int?
    private var isInBody = false

    init(lists: ODTLists) { self.lists = lists }

    mutating func read(_ file: SourceFile) throws {
        var stream = try XMLStream(file)
        while let event = try stream.next() {
            switch event {
            case .start(let tag): try start(tag, &stream)
            case .text(let words):
                if let last = paragraphs.indices.last {
                    paragraphs[last].text += words.replacing("\u{AD}", with: "").replacing("\n", with: " ")
                }
            case .end(let name): end(name)
            }
        }
    }

    private mutating func start(_ tag: XMLTag, _ stream: inout XMLStream) throws {
        switch tag.name {
        case "body": isInBody = true
        case "tracked-changes", "note", "annotation", "table-of-content", "alphabetical-index", "illustration-index",
            "table-index", "forms", "sequence-decls", "ruby-text", "automatic-styles", "desc", "title",
            "hidden-paragraph":
            try stream.skip()
        case "section":
            if tag["text:display"] == "none" { try stream.skip() }
        case "p", "h": begin(tag)
        // White space is run together afterwards, however much of it there is.
        case "s", "tab": add(" ")
        case "line-break": add("\n")
        case "list": beginList(tag)
        case "list-item":
            isItemCounted = false
            itemStart = tag["text:start-value"].flatMap { Int($0) }
        case "list-header": isItemCounted = true
        case "table": tables.append(DocumentTable())
        case "table-row": tables.indices.last.map { tables[$0].beginRow() }
        case "table-cell", "covered-table-cell": tables.indices.last.map { tables[$0].beginCell() }
        default: break
        }
    }

    private mutating func beginList(_ tag: XMLTag) {
        let style = tag["text:style-name"] ?? open.last ?? nil
        let continues = tag["text:continue-numbering"] == "true" || tag["text:continue-list"] != nil
        if open.isEmpty, let style, !continues { lists.restart(style) }
        open.append(style)
    }

    private mutating func begin(_ tag: XMLTag) {
        guard isInBody else { return }
        var paragraph = Paragraph()
        let style = tag["text:style-name"]
        paragraph.isTitle = style.map { lists.titleStyles.contains($0) } ?? false
        if tag.name == "h" {
            let level = tag["text:outline-level"].flatMap { Int($0) } ?? 1
            paragraph.level = min(max(level, 1), 6)
            if open.isEmpty, tag["text:is-list-header"] != "true" {
                paragraph.number = lists.next(ODTLists.outline, level: level)
            }
        }
        if !open.isEmpty, !isItemCounted, let list = open.last ?? lists.list(ofStyle: style) {
            paragraph.number = lists.next(list, level: open.count, start: itemStart)
            isItemCounted = true
            itemStart = nil
        }
        paragraphs.append(paragraph)
    }

    private mutating func add(_ words: String) {
        if let last = paragraphs.indices.last { paragraphs[last].text += words }
    }

    private mutating func end(_ name: String) {
        switch name {
        case "p", "h": finish()
        case "list": _ = open.popLast()
        case "list-item": isItemCounted = true
        case "table":
            guard let table = tables.popLast() else { break }
            if tables.isEmpty { table.append(to: &text) } else { table.lines.forEach { put($0) } }
        default: break
        }
    }

    private mutating func finish() {
        guard let paragraph = paragraphs.popLast() else { return }
        var parts = paragraph.text.split(whereSeparator: \.isNewline).map(\.singleSpaced).filter { !$0.isEmpty }
        if parts.isEmpty { return put(SourceLine(text: "")) }
        if let number = paragraph.number { parts[0] = number + " " + parts[0] }
        if paragraph.isTitle, text.printedTitle == nil { text.printedTitle = parts.joined(separator: " ") }
        for part in parts {
            put(SourceLine(text: part, level: DocumentText.level(paragraph.level, of: part)))
        }
    }

    private mutating func put(_ line: SourceLine) {
        if let last = tables.indices.last { tables[last].put(line) } else { text.append(line) }
    }
}
