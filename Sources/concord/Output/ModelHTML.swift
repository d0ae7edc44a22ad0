import Legislation

/// Model provisions as one page of HTML that needs nothing beside it: plain tables, language and direction on every
/// cell, so that word processors open it as a document with columns.
struct ModelHTML {
    let document: ModelDocument

    init(_ document: ModelDocument) { self.document = document }

    var text: String {
        let languages = document.family.languages
        let first = languages.first ?? "en"
        let title = languages.map(document.title).joined(separator: " / ")
        var html = """
            <!DOCTYPE html>
            <html lang="\(first)" dir="\(ModelDocument.direction(first))">
            <head>
            <meta charset="utf-8">
            <title>\(title.escapedForXML)</title>
            <style>
            body { font-family: serif; }
            table { border-collapse: collapse; width: 100%; margin-bottom: 2em; }
            td, th { border: 1px solid #888; padding: 0.3em 0.6em; vertical-align: top; text-align: start; }
            .note { font-style: italic; color: #444; }
            .level1 { padding-inline-start: 2em; }
            .level2 { padding-inline-start: 4em; }
            </style>
            </head>
            <body>
            <h1>\(title.escapedForXML)</h1>

            """
        for serving in document.served { html += article(serving) }
        return html + "</body>\n</html>"
    }

    private func article(_ serving: ModelFamily.Serving) -> String {
        var html =
            "<h2 lang=\"en\" dir=\"ltr\">\(serving.member.name.escapedForXML) \(serving.eId.escapedForXML)</h2>\n"
        html += "<p lang=\"en\" dir=\"ltr\">\(document.cells(of: serving).escapedForXML)</p>\n<table>\n"
        html += row(serving.member.texts.map { "<em>\($0.law.title.escapedForXML)</em>" }, "th")
        html += row(serving.articles.map { "\($0.number) \($0.heading)".escapedForXML }, "th")
        for line in ModelDocument.lines(of: serving) {
            let cells = zip(line.clauses, document.family.languages).map { clause, language in
                let words = [clause.number, clause.text].filter { !$0.isEmpty }.joined(separator: " ")
                var cell = "<p class=\"level\(min(clause.level, 2))\">\(words.escapedForXML)</p>"
                for note in clause.notes {
                    let label = ModelDocument.noteLabel(language)
                    cell += "<p class=\"note\">\("\(label): \(note)".escapedForXML)</p>"
                }
                return cell
            }
            html += row(cells, "td")
        }
        return html + "</table>\n"
    }

    private func row(_ cells: [String], _ name: String) -> String {
        let written = zip(cells, document.family.languages).map { cell, language in
            "<\(name) lang=\"\(language)\" dir=\"\(ModelDocument.direction(language))\">\(cell)</\(name)>"
        }
        return "<tr>" + written.joined() + "</tr>\n"
    }
}
