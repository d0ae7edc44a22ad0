/// Markdown with or without front matter: the heading tree is the path, headings or lines name the articles.
enum MarkdownFormat {
    static func read(_ file: SourceFile, into sink: LawSink) throws {
        let text = file.text
        var body = text[...]
        var draft = LawDraft()
        if let matter = FrontMatter(text) {
            body = matter.body
            if let problem = matter.problem { sink.note("front matter was not understood: \(problem)", at: .line(1)) }
            draft = matter.draft()
        }
        var lines = MarkdownText.lines(of: body)
        if let first = lines.firstIndex(where: { !$0.isBlank }), lines[first].level > 0, lines[first].level <= 2,
            draft.title == nil || lines[first].text == draft.title?.singleSpaced || lines[first].level == 1
        {
            let isProvision = HeadingMatcher.match(lines[first].text) != nil
            if !isProvision {
                if draft.title == nil { draft.title = lines[first].text }
                lines.removeSubrange(...first)
            }
        } else if draft.title == nil, let first = lines.firstIndex(where: { !$0.isBlank }) {
            draft.title = String(lines[first].text.prefix(400))
        }
        try PlainTextFormat.emit(lines, of: draft, file, into: sink)
    }
}
