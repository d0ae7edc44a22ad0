/// What LexDania says of an act.
enum LexDaniaFacts {
    static func describe(_ element: XMLElement, _ draft: inout LawDraft) {
        guard element.name == "Meta" else {
            if draft.title == nil { draft.title = element.first("Titel")?.inlineText.nonEmpty }
            return
        }
        func text(_ name: String) -> String? { element.first(name)?.inlineText.nonEmpty }
        draft.title = text("DocumentTitle")
        draft.kind = text("DocumentType").map { String($0.prefix { $0 != " " }) }
        draft.number = text("Number")
        draft.enacted = text("DiesSigni")
        draft.identifier = text("AccessionNumber")
        switch text("Status") {
        case "Valid": draft.status = .inForce
        case "Historic": draft.status = .repealed
        default: break
        }
        draft.sourceURL = address(text("AnnouncedIn"), text("Year"), draft.number)
        // The number begins anew each year.
        if let number = draft.number, let year = text("Year") { draft.number = "\(number)/\(year)" }
    }

    /// `Lovtidende A` of 2024, number 62: the European Legislation Identifier of the act.
    private static func address(_ gazette: String?, _ year: String?, _ number: String?) -> String? {
        guard let series = gazette?.split(separator: " ").last?.lowercased(), ["a", "b", "c"].contains(series),
            let year, let number
        else { return nil }
        return "https://www.retsinformation.dk/eli/lt\(series)/\(year)/\(number)"
    }
}
