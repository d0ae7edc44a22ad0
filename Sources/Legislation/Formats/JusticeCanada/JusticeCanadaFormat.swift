/// XML of the Justice Laws site of Canada: consolidated acts and regulations, English and French.
enum JusticeCanadaFormat {
    static func read(_ file: SourceFile, into sink: LawSink) throws {
        var stream = try XMLStream(file)
        var draft = LawDraft()
        draft.jurisdiction = try? Jurisdiction(code: "CA")
        var body = JusticeCanadaBody(sink: sink)
        var announced = false
        while let event = try stream.next() {
            guard case .start(let tag) = event else { continue }
            switch tag.name {
            case "Statute", "Regulation":
                draft.language = tag["xml:lang"].flatMap { try? LanguageTag($0) }
                draft.inForce = tag["lims:inforce-start-date"]
                draft.version = tag["lims:lastAmendedDate"] ?? tag["lims:pit-date"]
                draft.status = tag["in-force"] == "no" ? .notYetInForce : .inForce
                draft.kind = tag.name == "Statute" ? "act" : tag["regulation-type"] ?? "regulation"
            case "Identification":
                describe(try stream.element(tag), &draft)
                draft.authenticity = .official
            case "Body", "Order", "Introduction":
                if !announced {
                    try sink.announce(draft.law(file))
                    announced = true
                }
                if tag.name != "Body" { try body.front(try stream.element(tag)) }
            case "Repealed":
                // In the place of a body: all that is left is where it was repealed.
                draft.status = .repealed
                if !announced { try sink.announce(draft.law(file)) }
                announced = true
                try body.repealed(try stream.element(tag))
            case "Heading": body.heading(try stream.element(tag))
            case "Section": try body.section(try stream.element(tag))
            case "Schedule": try body.schedule(try stream.element(tag))
            case "RecentAmendments", "SignatureBlock", "RelatedProvisions", "AmendedText": try stream.skip()
            default: break
            }
        }
        if !announced { try sink.announce(draft.law(file)) }
    }

    private static func describe(_ identification: XMLElement, _ draft: inout LawDraft) {
        let short = identification.first("ShortTitle")?.inlineText
        let long = identification.first("LongTitle")?.inlineText
        draft.title = short.flatMap { $0.isEmpty ? nil : $0 } ?? long
        let chapter = identification.first("Chapter")
        draft.number =
            identification.first("InstrumentNumber")?.inlineText ?? chapter?.first("ConsolidatedNumber")?.inlineText
            ?? chapter?.descendant("AnnualStatuteNumber")?.inlineText
        draft.identifier = draft.number
        let assented = identification.descendants("Stages").first { $0.tag["stage"] == "assented-to" }
        draft.enacted = date(assented ?? identification.first("RegistrationDate"))
        if let number = draft.number {
            let kind = draft.kind == "act" ? "acts" : "regulations"
            let name = number.replacing("/", with: "-")
            draft.sourceURL = "https://laws-lois.justice.gc.ca/eng/\(kind)/\(name)/"
        }
    }

    private static func date(_ element: XMLElement?) -> String? {
        guard let date = element?.descendant("Date"), let year = date.first("YYYY")?.inlineText else { return nil }
        return LawDate.iso(year, date.first("MM")?.inlineText, date.first("DD")?.inlineText)
    }
}
