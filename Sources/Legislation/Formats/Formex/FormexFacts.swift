/// What Formex says of an act.
enum FormexFacts {
    static func article(_ element: XMLElement, _ kind: ProvisionKind) -> XMLUnit {
        var unit = XMLDialect.formex.unit.read(element, as: kind, XMLDialect.formexWording)
        // `Sole Article` has its number in the identifier alone.
        let identifier = element.tag["IDENTIFIER"].map { String($0.drop { $0 == "0" }) }
        if unit.number?.id.contains(where: \.isNumber) != true, let identifier, !identifier.isEmpty {
            unit.number = XMLNumber(printed: identifier, id: WorkIRI.slug(identifier, limit: 40))
        }
        return unit
    }

    static func attend(_ tag: XMLTag, _ draft: inout LawDraft) {
        switch tag.name {
        case "ACT", "ANNEX", "AGR", "TREATY", "PROT":
            if draft.authenticity == .unknown, draft.kind == nil { draft.authenticity = .official }
        case "CONS.ACT", "CONS.DOC", "INFO.CONSLEG":
            // The Union's consolidated texts have no legal effect, as each of them says.
            draft.authenticity = .unknown
            if let kind = tag["LEG.VAL"] { draft.kind = kind }
            if draft.kind == nil { draft.kind = "consolidated" }
            if let date = tag["DATE.LAST.MOD"] ?? tag["START.DATE"] { draft.version = date }
        default: break
        }
    }

    static func describe(_ element: XMLElement, _ draft: inout LawDraft) {
        switch element.name {
        case "BIB.INSTANCE", "BIB.DOC": instance(element, &draft)
        case "INFO.CONSLEG": attend(element.tag, &draft)
        case "FAM.COMP":
            guard let data = element.descendant("BIB.DATA") else { return }
            draft.enacted = data.first("DATE")?.tag["ISO"] ?? draft.enacted
            if let celex = data.first("NO.CELEX")?.inlineText, !celex.isEmpty { take(celex, &draft) }
            if draft.number == nil { draft.number = data.descendant("NO.DOC").flatMap(number) }
            if draft.title == nil { draft.title = title(data.first("TITLE")) }
        case "TITLE":
            if draft.title == nil { draft.title = title(element) }
        default: break
        }
    }

    private static func title(_ element: XMLElement?) -> String? {
        element.map(XMLDialect.formexWording.line).flatMap(\.nonEmpty)
    }

    private static func instance(_ element: XMLElement, _ draft: inout LawDraft) {
        let language = element.first("LG.DOC") ?? element.descendant("LG.OJ")
        draft.language = language.flatMap { try? LanguageTag($0.inlineText.lowercased()) } ?? draft.language
        let date = element.first("DATE")?.tag["ISO"]
        if draft.authenticity == .official || draft.kind == nil {
            draft.enacted = draft.enacted ?? date
        } else {
            draft.version = date
        }
        let document = element.elements.first { $0.name == "NO.DOC" } ?? element.descendant("NO.DOC")
        draft.number = document.flatMap(number) ?? draft.number
        if let celex = element.descendant("NO.CELEX")?.inlineText, !celex.isEmpty { take(celex, &draft) }
        if draft.identifier == nil, draft.number == nil,
            let file = element.first("DOCUMENT.REF")?.tag["FILE"], let sequence = element.first("NO.SEQ")?.inlineText
        {
            draft.identifier = "\(file) \(sequence)"
        }
    }

    /// `2024/903` where the year comes first, `1319/2011` where the number does.
    private static func number(_ element: XMLElement) -> String? {
        guard let year = element.first("YEAR")?.inlineText, let current = element.first("NO.CURRENT")?.inlineText
        else { return nil }
        return element.tag["FORMAT"] == "YN" ? "\(year)/\(current)" : "\(current)/\(year)"
    }

    private static func take(_ celex: String, _ draft: inout LawDraft) {
        draft.identifier = celex
        let language = draft.language?.primary.uppercased() ?? "EN"
        draft.sourceURL = "https://eur-lex.europa.eu/legal-content/\(language)/TXT/?uri=CELEX:\(celex)"
    }
}
