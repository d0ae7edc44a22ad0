/// Part of a document: lines one below the other, or columns side by side, from left to right.
enum ColumnBlock<Line> {
    case lines([Line])
    case columns([[Line]])

    var columns: [[Line]] {
        switch self {
        case .lines(let lines): [lines]
        case .columns(let columns): columns
        }
    }

    var lines: [Line] { columns.flatMap { $0 } }
}

/// What a document in pages or paragraphs comes to, whatever its format: its lines in reading order, what stands side by
/// side kept apart.
struct DocumentText {
    var blocks: [ColumnBlock<SourceLine>] = []
    /// Title as the document's own properties state it.
    var statedTitle: String?
    /// Title as the page shows it, by size or style.
    var printedTitle: String?
    /// Whether columns are read from right to left.
    var isRightToLeft = false

    /// Adds a paragraph. One that begins as an article does stands free: it is a line of its own, not the rest of another.
    mutating func append(_ line: SourceLine) {
        if line.level == 0, let match = HeadingMatcher.match(line.text), !match.isBare, case .unit = match.entry {
            put(SourceLine(text: ""))
        }
        put(line)
    }

    private mutating func put(_ line: SourceLine) {
        if case .lines(var lines)? = blocks.last {
            blocks.removeLast()
            lines.append(line)
            blocks.append(.lines(lines))
        } else {
            blocks.append(.lines([line]))
        }
    }

    /// The level of a paragraph as a heading: text that someone set in a heading's style is still text.
    static func level(_ level: Int, of text: String) -> Int {
        let length = text.unicodeScalars.count
        guard level > 0, length <= 300, let last = text.unicodeScalars.last, let first = text.unicodeScalars.first
        else { return 0 }
        if ";,:".unicodeScalars.contains(last) { return 0 }
        if "(（".unicodeScalars.contains(first), ParagraphLabel.begins(text) { return 0 }
        return ".。".unicodeScalars.contains(last) && length > 100 ? 0 : level
    }

    /// Announces the law, once for each language where languages stand side by side, and hands on its provisions.
    func emit(_ file: SourceFile, into sink: LawSink) throws {
        let texts = LanguageColumns.texts(of: blocks, isRightToLeft: isRightToLeft) { $0.text }
        try Self.emit(texts, statedTitle: statedTitle, printedTitle: printedTitle, file, into: sink)
    }

    static func emit(
        _ texts: [LanguageColumns.Text<SourceLine>], statedTitle: String?, printedTitle: String?, _ file: SourceFile,
        into sink: LawSink
    ) throws {
        guard texts.contains(where: { $0.lines.contains { !$0.isBlank } }) else {
            throw file.error(.empty, "there is no text in it", mend: "fetch the file again")
        }
        if texts.count > 1 {
            let names = texts.map { $0.language?.tag ?? "an unknown language" }.joined(separator: ", ")
            sink.note("languages stand side by side and are read as one law each: \(names)")
        }
        for (index, text) in texts.enumerated() {
            var draft = LawDraft()
            let isMain = index == 0
            draft.title = DocumentTitle.choose(
                stated: isMain ? statedTitle : nil, printed: isMain ? printedTitle : nil, lines: text.lines)
            draft.language =
                texts.count > 1
                ? text.language ?? .undetermined : (file.options.language == nil ? text.language : nil)
            try PlainTextFormat.emit(text.lines, of: draft, file, into: sink)
        }
    }
}
