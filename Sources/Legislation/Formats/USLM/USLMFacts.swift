/// What USLM says of a bill, law or code.
enum USLMFacts {
    static func describe(_ element: XMLElement, _ draft: inout LawDraft) {
        switch element.name {
        case "meta", "amendMeta": meta(element, &draft)
        case "preface":
            let amended = element.first("editionNote") ?? element.descendant("currentThroughPublicLaw")
            draft.version = amended?.descendant("date")?.tag["date"] ?? draft.version
            if let number = element.descendant("citableAs")?.inlineText, draft.number == nil { draft.number = number }
        default: break
        }
    }

    static func attend(_ tag: XMLTag, _ draft: inout LawDraft) {
        switch tag.name {
        case "bill", "resolution", "pLaw", "statuteCompilation", "uscDoc":
            if let language = tag["xml:lang"] { draft.language = (try? LanguageTag(language)) ?? draft.language }
            draft.kind = tag.name
            // The compilations say of themselves that they are no official version.
            if tag.name == "statuteCompilation" { draft.authenticity = .unknown }
            if tag.name == "bill" || tag.name == "resolution" { draft.status = .unknown }
        default: break
        }
    }

    private static func meta(_ meta: XMLElement, _ draft: inout LawDraft) {
        func text(_ name: String) -> String? {
            meta.first(name)?.inlineText.nonEmpty
        }
        draft.title = text("title")
        let type = text("type")
        if let type, draft.kind == "bill" || draft.kind == "resolution" || draft.kind == nil { draft.kind = type }
        draft.number = text("citableAs") ?? text("docNumber")
        draft.enacted = text("approvedDate")
        let number = text("docNumber")
        let file = meta.elements.first { $0.tag["role"] == "fileId" }?.inlineText
        switch draft.kind {
        case "uscDoc":
            draft.identifier = number.map { "usc-t\($0)" }
            draft.number = number.map { "\($0) U.S.C." }
            if draft.title == number.map({ "Title \($0)" }) {
                draft.title = number.map { "United States Code, Title \($0)" }
            }
            draft.version = text("created").map { String($0.prefix(10)) }
            draft.status = .inForce
            draft.sourceURL = number.map { "https://uscode.house.gov/browse/prelim@title\($0)" }
        case "statuteCompilation":
            draft.identifier = file.map { "COMPS-\($0)" }
            draft.sourceURL = file.map { "https://www.govinfo.gov/app/details/COMPS-\($0)" }
            draft.status = .inForce
        default:
            draft.identifier = [text("congress"), type, number].compactMap { $0 }.joined(separator: "-").nonEmpty
            if number != nil, draft.kind != "pLaw", let congress = text("congress") {
                draft.number = [draft.number, "(\(congress)th Congress)"].compactMap { $0 }.joined(separator: " ")
            }
        }
    }
}
