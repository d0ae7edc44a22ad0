/// What the paragraphs of an RIS document are.
enum RISAustriaText {
    /// Headings of divisions, of paragraphs, and of the form's own fields.
    static func role(ofHeading tag: XMLTag) -> XMLRole {
        switch tag["typ"] {
        case "titel": return .skip
        case "para", "art": return .unitHeading
        case let typ? where typ.hasPrefix("g"): return .crossHeading(rank: Int(typ.dropFirst().prefix(1)) ?? 2)
        default: return tag["ct"] == nil || tag["ct"] == "text" ? .crossHeading(rank: 8) : .skip
        }
    }

    static func describe(_ element: XMLElement, _ draft: inout LawDraft) {
        let text = XMLDialect.risAustriaWording.line(of: element)
        guard !text.isEmpty else { return }
        switch element.tag["ct"] {
        case "kurztitel": draft.title = draft.title ?? text
        case "langtitel": draft.title = text
        case "kundmachungsorgan":
            draft.number = String(text.split(separator: " aufgehoben").first ?? Substring(text))
            if text.contains("aufgehoben durch") { draft.status = .repealed }
        case "typ": draft.kind = text
        case "artikel_anlage":
            // Each document is one provision; it must not pass for the whole of its law.
            draft.identifier = [draft.number, text].compactMap { $0 }.joined(separator: " ")
            draft.title = [draft.title, text].compactMap { $0 }.joined(separator: ", ")
        case "ikra": draft.inForce = text
        case "akra": draft.status = .repealed
        case "unterzeichnungsdatum": draft.enacted = text
        case "gesnr":
            draft.sourceURL =
                "https://www.ris.bka.gv.at/GeltendeFassung.wxe?Abfrage=Bundesnormen&Gesetzesnummer=\(text)"
        default: break
        }
    }

    /// `§ 1.` at the head of a paragraph opens a provision; what has no such sign goes on with the one before.
    static func readings(_ element: XMLElement, _ place: XMLPlace) -> [XMLReading] {
        let wording = XMLDialect.risAustriaWording
        guard element.tag["ct"] != "artikel_anlage" else { return [.unit(unit(named: wording.line(of: element)))] }
        guard let printed = element.descendant("gldsym")?.inlineText, let number = XMLNumber(printed) else {
            return [.continuation(wording.text(of: element))]
        }
        let rest = wording.text(of: element, without: ["gldsym"])
        // A consolidated document has said before its text which provision it is.
        if place.open == number.id { return [.continuation(rest)] }
        let isArticle = printed.lowercased().hasPrefix("art")
        return [.unit(XMLUnit(kind: isArticle ? .article : .section, number: number, text: rest))]
    }

    private static func unit(named name: String) -> XMLUnit {
        let lower = name.lowercased()
        if lower.hasPrefix("anl") { return XMLUnit(kind: .schedule, heading: name, text: "") }
        let number = XMLNumber(name)
        // What stands before § 1 is filed as § 0.
        if number?.id == "0" { return XMLUnit(kind: .preamble, text: "") }
        return XMLUnit(kind: lower.hasPrefix("art") ? .article : .section, number: number, text: "")
    }
}
