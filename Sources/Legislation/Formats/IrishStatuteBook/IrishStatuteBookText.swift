import Foundation

/// Sections of Irish acts, and the letters they are written in.
enum IrishStatuteBookText {
    static let characters = [
        "odq": "“", "cdq": "”", "osq": "‘", "csq": "’", "emdash": "—", "endash": "–", "euro": "€", "pound": "£",
        "nbsp": " ", "emsp": " ", "ensp": " ", "thinsp": " ", "hellip": "…", "sect.sign": "§", "times": "×", "deg": "°",
        "frac12": "½", "frac14": "¼", "frac34": "¾", "bullet": "•", "amp": "&", "lt": "<", "gt": ">", "minus": "−",
        "divide": "÷", "plusmn": "±", "le": "≤", "ge": "≥", "sup2": "²", "sup3": "³", "micro": "µ", "prime": "′",
    ]

    /// `ifada` is í: a letter and the name of its accent.
    static func accented(_ name: String) -> String? {
        let marks = ["fada": "\u{301}", "acute": "\u{301}", "grave": "\u{300}", "uml": "\u{308}", "circ": "\u{302}"]
        guard let letter = name.first, let mark = marks[String(name.dropFirst())] else { return nil }
        return (String(letter) + mark).precomposedStringWithCanonicalMapping
    }

    static func describe(_ element: XMLElement, _ draft: inout LawDraft) {
        func text(_ name: String) -> String? {
            element.first(name).map(XMLDialect.irishStatuteBookWording.line)?.nonEmpty
        }
        draft.title = text("title")
        let year = text("year")
        let number = element.first("number")?.inlineText.nonEmpty
        draft.enacted = text("dateofenactment").flatMap(LawDate.normalized) ?? year
        draft.kind = "act"
        guard let year, let number else { return }
        draft.number = "\(number)/\(year)"
        draft.identifier = number
        draft.sourceURL = "https://www.irishstatutebook.ie/eli/\(year)/act/\(number)/enacted/en/html"
    }

    static func section(_ element: XMLElement, _ kind: ProvisionKind) -> XMLUnit {
        let wording = XMLDialect.irishStatuteBookWording
        let printed = element.first("number").map(\.inlineText)
        let heading = element.first("title").map(wording.line).flatMap(ProvisionHeading.cleaned)
        var text = wording.text(of: element, without: ["title", "number"])
        let number =
            printed.flatMap(XMLNumber.init)
            ?? HeadingMatcher.match(text)?.numeral.map {
                XMLNumber(printed: $0.printed, id: $0.id)
            }
        // The first line says the number again.
        if let number, text.hasPrefix(number.printed) {
            let rest = text.dropFirst(number.printed.count)
            if rest.first.map({ ". ".contains($0) }) == true { text = String(rest.drop { ". ".contains($0) }) }
        }
        return XMLUnit(kind: kind, number: number, heading: heading, text: text)
    }
}
