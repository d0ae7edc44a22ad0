import Legislation

/// Model provisions as Markdown: running text in one language, a table of columns in several.
struct ModelMarkdown {
    let document: ModelDocument

    init(_ document: ModelDocument) { self.document = document }

    var text: String {
        let languages = document.family.languages
        var lines = ["# " + languages.map(document.title).map(Self.escaped).joined(separator: " / ")]
        for serving in document.served {
            lines += [
                "", "## \(serving.member.name) \(serving.eId)", "", Self.escaped(document.cells(of: serving)), "",
            ]
            lines += languages.count == 1 ? running(serving) : table(serving)
        }
        return lines.joined(separator: "\n")
    }

    private func running(_ serving: ModelFamily.Serving) -> [String] {
        guard let article = serving.articles.first, let language = document.family.languages.first,
            let law = serving.member.texts.first?.law
        else { return [] }
        var lines = ["*\(Self.escaped(law.title))*", "", "**\(Self.escaped("\(article.number) \(article.heading)"))**"]
        for clause in article.clauses {
            // Without the two spaces, a number at the beginning of a line would begin a list of Markdown's own.
            let indent = String(repeating: "> ", count: clause.level)
            lines += [
                "", indent + Self.escaped([clause.number, clause.text].filter { !$0.isEmpty }.joined(separator: " ")),
            ]
            for note in clause.notes {
                lines += ["", indent + "*\(Self.escaped("\(ModelDocument.noteLabel(language)): \(note)"))*"]
            }
        }
        return lines
    }

    private func table(_ serving: ModelFamily.Serving) -> [String] {
        let languages = document.family.languages
        func row(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |" }
        var lines = [row(languages), row(languages.map { _ in "---" })]
        lines.append(row(serving.member.texts.map { "*\(Self.escaped($0.law.title))*" }))
        lines.append(row(serving.articles.map { "**\(Self.escaped("\($0.number) \($0.heading)"))**" }))
        for line in ModelDocument.lines(of: serving) {
            let cells = zip(line.clauses, languages).map { clause, language in
                let text = [clause.number, clause.text].filter { !$0.isEmpty }.joined(separator: " ")
                let notes = clause.notes.map { "<br>*\(Self.escaped("\(ModelDocument.noteLabel(language)): \($0)"))*" }
                return Self.escaped(text) + notes.joined()
            }
            lines.append(row(cells))
        }
        return lines
    }

    /// Signs that Markdown gives a meaning, taken at their word.
    static func escaped(_ text: String) -> String {
        var escaped = ""
        for character in text {
            if "\\`*_[]<>|#".contains(character) { escaped.append("\\") }
            escaped.append(character)
        }
        // `1. ` at the beginning of a line would begin a list.
        let digits = escaped.prefix { $0.isASCII && $0.isNumber }
        if !digits.isEmpty, escaped.dropFirst(digits.count).first == "." {
            escaped.insert("\\", at: escaped.index(escaped.startIndex, offsetBy: digits.count))
        }
        return escaped
    }
}
