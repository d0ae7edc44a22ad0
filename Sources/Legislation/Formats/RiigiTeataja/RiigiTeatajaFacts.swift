/// What Riigi Teataja says of an act.
enum RiigiTeatajaFacts {
    static func describe(_ element: XMLElement, _ draft: inout LawDraft) {
        if element.name == "aktinimi" { draft.title = element.descendant("pealkiri")?.inlineText.nonEmpty }
        guard element.name == "metaandmed" else { return }
        draft.kind = element.first("dokumentLiik")?.inlineText.nonEmpty
        let adoption = element.first("vastuvoetud")
        draft.enacted = day(adoption?.first("aktikuupaev"))
        draft.number = adoption?.first("aktiNr")?.inlineText.nonEmpty
        let start = day(element.first("kehtivus")?.first("kehtivuseAlgus"))
        draft.inForce = day(adoption?.first("joustumine"))
        // A consolidated text is in force from a day of its own.
        if element.first("tekstiliik")?.inlineText == "terviktekst" {
            draft.version = start
        } else {
            draft.inForce = draft.inForce ?? start
        }
        if let id = element.first("globaalID")?.inlineText.nonEmpty {
            draft.sourceURL = "https://www.riigiteataja.ee/akt/\(id)"
            draft.identifier = element.first("terviktekstiGrupiID")?.inlineText.nonEmpty ?? id
        }
        if draft.number == nil {
            let place = element.first("avaldamismarge")
            let parts = ["RTosa", "RTaasta", "RTnr", "RTartikkel"].compactMap { place?.first($0)?.inlineText.nonEmpty }
            draft.number = parts.isEmpty ? nil : parts.joined(separator: " ")
        }
    }

    /// A day without the time zone that may follow it.
    private static func day(_ element: XMLElement?) -> String? {
        (element?.inlineText.prefix(10)).map(String.init)
    }
}
