import Catalog
import Legislation

/// Two expressions compared as one page of HTML that needs nothing beside it; changes are `ins` and `del`, so that they
/// are told without colours too.
struct DiffHTML {
    private let document: DiffDocument

    init(_ document: DiffDocument) { self.document = document }

    var text: String {
        let direction = TextDirection.of(document.language)
        let tag = document.language.tag.escapedForXML
        return """
            <!DOCTYPE html>
            <html lang="en" dir="ltr">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>\(document.to.title.escapedForXML): changes</title>
            <style>
            \(CompareStyle.sheet)
            ins { background: #d9f2dd; text-decoration: underline; }
            del { background: #fbdcdc; text-decoration: line-through; }
            .words { white-space: pre-wrap; overflow-wrap: anywhere; }
            </style>
            </head>
            <body>
            <header class="masthead"><span>Concord</span><span>Changes of a law</span></header>
            <h1 lang="\(tag)" dir="\(direction)">\(document.to.title.escapedForXML)</h1>
            <dl class="facts">
            <dt>From</dt><dd class="iri">\(document.from.iri.escapedForXML)</dd>
            <dt>To</dt><dd class="iri">\(document.to.iri.escapedForXML)</dd>
            <dt>Provisions</dt><dd>\(document.summary.escapedForXML)</dd>
            </dl>
            <main>
            \(document.changes.map { article($0, tag, direction) }.joined(separator: "\n"))
            </main>
            </body>
            </html>
            """
    }

    private func article(_ change: DiffDocument.Change, _ tag: String, _ direction: String) -> String {
        var facts = [change.kind.rawValue]
        if let from = change.from, let to = change.to, from != to { facts.append("\(from) → \(to)") }
        if let earlier = change.earlierHeading { facts.append("before: \(earlier)") }
        if let earlier = change.earlierPath { facts.append("before under: " + earlier.joined(separator: " › ")) }
        let words = change.words.map { run in
            let text = run.text.escapedForXML
            return switch run.kind {
            case .kept: text
            case .removed: "<del>\(text)</del>"
            case .added: "<ins>\(text)</ins>"
            }
        }.joined()
        return """
            <article class="\(change.kind.rawValue)" id="\((change.to ?? change.from ?? "").escapedForXML)">
            <h2 lang="\(tag)" dir="\(direction)">\(change.heading.escapedForXML)</h2>
            <p class="small"><bdi>\(facts.joined(separator: " · ").escapedForXML)</bdi></p>
            <div class="words" lang="\(tag)" dir="\(direction)">\(words)</div>
            </article>
            """
    }
}
