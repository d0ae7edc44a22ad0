/// What LexML Brasil says of a law: its name says nearly all.
enum LexMLBrazilFacts {
    static func describe(_ element: XMLElement, _ draft: inout LawDraft) {
        switch element.name {
        case "Metadado":
            if let urn = element.descendant("Identificacao")?.tag["URN"] { take(urn, &draft) }
        case "Epigrafe": draft.title = element.inlineText.nonEmpty ?? draft.title
        case "Ementa":
            let subject = element.inlineText
            guard !subject.isEmpty else { return }
            draft.title = draft.title.map { "\($0) – \(subject)" } ?? subject
        default: break
        }
    }

    /// `urn:lex:br:federal:lei:2008-06-19;11705`: authority, kind, day and number.
    private static func take(_ urn: String, _ draft: inout LawDraft) {
        draft.identifier = urn
        let name = urn.split(separator: "@").first.map(String.init) ?? urn
        let parts = name.split(separator: ":").map(String.init)
        guard parts.count >= 6, parts[0].lowercased() == "urn" else { return }
        draft.kind = parts[4].replacing(".", with: " ").replacing(";", with: " ")
        let dated = parts[5].split(separator: ";", omittingEmptySubsequences: false).map(String.init)
        draft.enacted = dated.first
        if dated.count > 1, !dated[1].isEmpty { draft.number = dated[1] }
        draft.sourceURL = "https://www.lexml.gov.br/urn/\(name)"
    }
}
