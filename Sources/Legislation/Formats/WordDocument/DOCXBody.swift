/// Reads a Word document's body: what is printed, in order, without what Word adds or hides.
struct DOCXBody {
    private struct Paragraph {
        var text = ""
        var style: String?
        var place = WordStyles.ListPlace()
        var outline: Int?
        /// Whether the mark at its end was deleted, so that the next paragraph goes on.
        var joinsNext = false
    }

    private struct Field {
        /// The beginning of its instruction, in which its kind stands.
        var instruction = ""
        var isResult = false
        /// What the fields around it come to, so that fields without end are not gone through for each word.
        var isShownOutside = true
        var isContentsOutside = false

        var isContents: Bool {
            if isContentsOutside { return true }
            let word = instruction.split(separator: " ").first?.uppercased()
            return word == "TOC" || word == "INDEX" || word == "TOA"
        }

        var isShown: Bool { isShownOutside && isResult && !isContents }
    }

    private enum Capture {
        case nothing, text, instruction
    }

    private(set) var text = DocumentText()
    private(set) var hasForeignParts = false
    private let styles: WordStyles
    private var numbering: WordNumbering
    private var paragraphs: [Paragraph] = []
    private var tables: [DocumentTable] = []
    private var fields: [Field] = []
    private var controls: [Bool] = []
    private var capture = Capture.nothing
    private var isRunHidden = false
    private var carried = ""

    init(styles: WordStyles, numbering: WordNumbering) {
        self.styles = styles
        self.numbering = numbering
    }

    mutating func read(_ file: SourceFile) throws {
        var stream = try XMLStream(file)
        while let event = try stream.next() {
            switch event {
            case .start(let tag): try start(tag, &stream)
            case .text(let words): add(words)
            case .end(let name): end(name)
            }
        }
    }

    private mutating func start(_ tag: XMLTag, _ stream: inout XMLStream) throws {
        switch tag.name {
        case "del", "moveFrom", "Fallback", "rt", "pPrChange", "rPrChange", "sectPr", "tblPrChange", "tcPrChange",
            "trPrChange", "delText", "delInstrText":
            try stream.skip()
        case "p": paragraphs.append(Paragraph())
        case "pPr": paragraphProperties(try stream.element(tag))
        case "r": isRunHidden = false
        case "rPr": runProperties(try stream.element(tag))
        case "t": capture = .text
        case "instrText": capture = .instruction
        case "tab", "ptab": add(printed: "\t")
        case "br", "cr":
            if tag.local("type") == nil || tag.local("type") == "textWrapping" { add(printed: "\n") }
        case "noBreakHyphen": add(printed: "-")
        case "fldChar": field(tag.local("fldCharType"))
        case "fldSimple":
            let field = Field(instruction: tag.local("instr") ?? "")
            if field.isContents { try stream.skip() }
        case "sdt": controls.append(false)
        case "sdtPr":
            let gallery = try stream.element(tag).descendant("docPartGallery")?.tag.local("val") ?? ""
            if gallery.lowercased().contains("contents"), !controls.isEmpty { controls[controls.count - 1] = true }
        case "tbl": tables.append(DocumentTable())
        case "tr": tables.indices.last.map { tables[$0].beginRow() }
        case "tc": tables.indices.last.map { tables[$0].beginCell() }
        case "altChunk": hasForeignParts = true
        default: break
        }
    }

    private mutating func end(_ name: String) {
        switch name {
        case "t", "instrText": capture = .nothing
        case "p": finish()
        case "sdt": _ = controls.popLast()
        case "tbl":
            guard let table = tables.popLast() else { break }
            if tables.isEmpty { table.append(to: &text) } else { table.lines.forEach { put($0) } }
        default: break
        }
    }

    // MARK: Text

    private var isShown: Bool {
        !isRunHidden && !controls.contains(true) && fields.last?.isShown ?? true
    }

    private mutating func add(_ words: String) {
        switch capture {
        case .nothing: break
        case .text: add(printed: words)
        case .instruction:
            if let last = fields.indices.last, fields[last].instruction.utf8.count < 100 {
                fields[last].instruction += words.prefix(100)
            }
        }
    }

    private mutating func add(printed words: String) {
        guard isShown, let last = paragraphs.indices.last else { return }
        paragraphs[last].text += words.replacing("\u{AD}", with: "")
    }

    private mutating func field(_ kind: String?) {
        switch kind {
        case "begin":
            fields.append(
                Field(
                    isShownOutside: fields.last?.isShown ?? true, isContentsOutside: fields.last?.isContents ?? false))
        case "separate": if let last = fields.indices.last { fields[last].isResult = true }
        case "end": _ = fields.popLast()
        default: break
        }
    }

    private mutating func paragraphProperties(_ element: XMLElement) {
        guard let last = paragraphs.indices.last else { return }
        paragraphs[last].style = element.first("pStyle")?.tag.local("val")
        if let list = element.first("numPr") {
            paragraphs[last].place = WordStyles.ListPlace(
                list: list.first("numId")?.tag.local("val"),
                level: list.first("ilvl")?.tag.local("val").flatMap { Int($0) })
        }
        paragraphs[last].outline = element.first("outlineLvl")?.tag.local("val").flatMap { Int($0) }
        paragraphs[last].joinsNext = element.first("rPr")?.first("del") != nil
    }

    private mutating func runProperties(_ element: XMLElement) {
        isRunHidden =
            element.first("vanish").map(\.tag.isOn)
            ?? element.first("rStyle")?.tag.local("val").map { styles.isHidden($0) } ?? false
    }

    // MARK: Paragraphs

    private mutating func finish() {
        guard var paragraph = paragraphs.popLast() else { return }
        isRunHidden = false
        carried += paragraph.text
        if paragraph.joinsNext { return }
        paragraph.text = carried
        carried = ""
        let isContents =
            styles.isContents(paragraph.style) || controls.contains(true) || fields.last?.isContents ?? false
        if isContents || styles.isHidden(paragraph.style) { return }
        let level = paragraph.outline.map { $0 < 9 ? min($0 + 1, 6) : 0 } ?? styles.level(of: paragraph.style)
        let isBlank = paragraph.text.allSatisfy(\.isWhitespace)
        let number = isBlank ? nil : number(of: paragraph)
        var parts = paragraph.text.split(omittingEmptySubsequences: true, whereSeparator: \.isNewline)
            .map(\.singleSpaced).filter { !$0.isEmpty }
        if let number { parts[0] = number + " " + parts[0] }
        if parts.isEmpty { put(SourceLine(text: "")) }
        if text.printedTitle == nil, styles.isTitle(paragraph.style), !parts.isEmpty {
            text.printedTitle = parts.joined(separator: " ")
        }
        for part in parts {
            put(SourceLine(text: part, level: DocumentText.level(level, of: part)))
        }
    }

    private mutating func number(of paragraph: Paragraph) -> String? {
        let styled = styles.place(of: paragraph.style)
        guard let list = paragraph.place.list ?? styled.list, list != "0" else { return nil }
        let level =
            paragraph.place.level ?? styled.level ?? numbering.level(ofStyle: paragraph.style, in: list) ?? 0
        return numbering.next(list: list, level: level)
    }

    private mutating func put(_ line: SourceLine) {
        if let last = tables.indices.last { tables[last].put(line) } else { text.append(line) }
    }
}
