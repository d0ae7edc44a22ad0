/// Plain text: the title is its first line, the rest is left to the structure detector.
enum PlainTextFormat {
    static func read(_ file: SourceFile, into sink: LawSink) throws {
        var lines = SourceLine.lines(of: file.text)
        var draft = LawDraft()
        if let first = lines.firstIndex(where: { !$0.isBlank && !BoilerplateLines.isBoilerplate($0.text) }),
            lines[first].text.unicodeScalars.count <= 400,
            HeadingMatcher.match(lines[first].text) == nil
        {
            draft.title = lines[first].text
            lines.removeSubrange(...first)
        }
        try emit(lines, of: draft, file, into: sink)
    }

    /// Announces the law and hands on the provisions found in its lines.
    static func emit(_ lines: [SourceLine], of draft: LawDraft, _ file: SourceFile, into sink: LawSink) throws {
        let (lines, dropped) = BoilerplateLines.removed(from: lines)
        if dropped > 0 { sink.note("\(dropped) lines of the website around the law were left out") }
        var law = draft.law(file)
        if let (tag, note) = LanguageCheck.correction(of: law.language, over: lines) {
            law.language = tag
            sink.note(note)
        }
        try sink.announce(law)
        let found = StructureDetector(lines: lines).detect()
        sink.structure = found.structure
        for note in found.notes { sink.note(note) }
        for provision in found.provisions { try sink.add(provision) }
    }
}
