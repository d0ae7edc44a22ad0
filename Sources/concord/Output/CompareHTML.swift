import Catalog
import Legislation
import Retrieval

/// Comparable provisions as one page of HTML that needs nothing beside it: the model provision in a column of its own,
/// the choices in columns beside it, each text with its language and direction.
struct CompareHTML {
    private let document: CompareDocument

    init(_ document: CompareDocument) { self.document = document }

    var text: String {
        let title = "\(document.title): comparable provisions for \(document.state)".escapedForXML
        let choices = document.comparison.choices
        return """
            <!DOCTYPE html>
            <html lang="en" dir="ltr">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>\(title)</title>
            <style>
            \(CompareStyle.sheet)
            </style>
            </head>
            <body>
            <header class="masthead"><span>Concord</span><span>Security Council resolution 1540 (2004)</span></header>
            <h1>\(document.title.escapedForXML)</h1>
            <p class="subtitle">Comparable provisions of other States, chosen for \(document.state.escapedForXML)</p>
            <dl class="facts">
            <dt>Obligation</dt><dd>\(document.cell.escapedForXML)</dd>
            <dt>Chosen for</dt><dd>\(document.stateFacts.escapedForXML)</dd>
            <dt>Basis</dt><dd>\(document.basis.escapedForXML)</dd>
            <dt>Date</dt><dd>\(CompareDocument.today)</dd>
            </dl>
            <p class="caution">\(CompareDocument.caution.escapedForXML)</p>
            <table class="overview">
            <thead><tr><th scope="col">No.</th><th scope="col">State</th><th scope="col">Law and provision</th>\
            <th scope="col">Text</th><th scope="col">Confidence</th></tr></thead>
            <tbody>
            \(choices.map(row).joined(separator: "\n"))
            </tbody>
            </table>
            <main class="\(document.model == nil ? "plain" : "beside")">
            \(model)<div class="choices">
            \(choices.map(article).joined(separator: "\n"))
            </div>
            </main>
            </body>
            </html>
            """
    }

    private func row(_ choice: ComparableProvision) -> String {
        let citation = Citation(choice.record)
        let text = citation.standing.joined(separator: "; ")
        let language = choice.record.textLanguage
        return "<tr><td>\(choice.rank)</td><td>\(citation.state.escapedForXML)</td><td>"
            + inline(citation.lawTitle, language, "cite") + "<br><a href=\"#choice-\(choice.rank)\">"
            + inline(citation.provision, language, "span") + "</a></td><td>\(text.escapedForXML)</td>"
            + "<td class=\"number\">\(CompareMarkdown.percent(choice.confidence))</td></tr>"
    }

    private var model: String {
        guard let model = document.model else { return "" }
        let language = model.law.language
        let paragraphs = model.lines.map { line in
            "<p class=\"level\(min(line.level, 2))\">\(line.text.escapedForXML)</p>"
        }
        let others =
            model.others.isEmpty
            ? "" : "<p class=\"small\">Also: \(model.others.joined(separator: ", ").escapedForXML)</p>\n"
        return """
            <aside class="model" aria-label="Model provision">
            <h2>Model provision</h2>
            <p class="law">\(inline(model.law.title, language, "cite"))</p>
            <p class="small">\(model.name.escapedForXML) · not the law of any State</p>
            <div class="text"\(attributes(language))>
            <h3>\("\(model.article.number) \(model.article.heading)".escapedForXML)</h3>
            \(paragraphs.joined(separator: "\n"))
            </div>
            \(others)</aside>

            """
    }

    private func article(_ choice: ComparableProvision) -> String {
        let citation = Citation(choice.record)
        let language = choice.record.textLanguage
        let excerpt = Excerpt(choice.record.provision.text, limit: document.limit)
        let paragraphs = excerpt.paragraphs.map { "<p>\($0.escapedForXML)</p>" }.joined(separator: "\n")
        let remark =
            document.remark(excerpt, choice.record).map { "<p class=\"small\">\($0.escapedForXML)</p>\n" } ?? ""
        let same =
            choice.sameText.isEmpty
            ? ""
            : "<dt>Same text</dt><dd>"
                + choice.sameText.map { "<bdi>\(Citation($0).short.escapedForXML)</bdi>" }.joined(separator: "<br>")
                + "</dd>\n"
        let source =
            citation.address.map { "<a href=\"\($0.escapedForXML)\">\($0.escapedForXML)</a>" }
            ?? citation.source.escapedForXML
        return """
            <article id="choice-\(choice.rank)">
            <h2><span class="rank">\(choice.rank)</span> \(citation.state.escapedForXML)</h2>
            <p class="law">\(inline(citation.lawTitle, language, "cite"))</p>
            <p class="small">\(citation.facts.escapedForXML)</p>
            <div class="text"\(attributes(language))>
            <h3>\(citation.provision.escapedForXML)</h3>
            \(paragraphs)
            </div>
            \(remark)<dl class="citation">
            <dt>Why chosen</dt><dd>\(CompareDocument.reasons(choice).escapedForXML)</dd>
            \(same)<dt>Source</dt><dd>\(source)</dd>
            <dt>Identifier</dt><dd class="iri">\(choice.record.iri.escapedForXML)</dd>
            </dl>
            </article>
            """
    }

    private func inline(_ text: String, _ language: LanguageTag, _ name: String) -> String {
        "<\(name)\(attributes(language))>\(text.escapedForXML)</\(name)>"
    }

    private func attributes(_ language: LanguageTag) -> String {
        " lang=\"\(language.tag)\" dir=\"\(TextDirection.of(language))\""
    }
}
