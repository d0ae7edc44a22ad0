/// What the Basiswettenbestand says of a regulation.
enum BWBFacts {
    static func attend(_ tag: XMLTag, _ draft: inout LawDraft) {
        switch tag.name {
        case "toestand":
            // `http://wetten.overheid.nl/id/BWBR0005291/2025-07-01/0`
            let parts = (tag["bwb-ng-vast-deel"] ?? "").split(separator: "/").map(String.init)
            if let id = tag["bwb-id"] {
                draft.identifier = id
                draft.number = id
                draft.version = tag["inwerkingtreding"]
                draft.sourceURL = "https://wetten.overheid.nl/\(id)"
            }
            guard let id = parts.firstIndex(where: { $0.hasPrefix("BWB") }) else { return }
            draft.identifier = parts[id]
            draft.number = parts[id]
            draft.sourceURL = "https://wetten.overheid.nl/\(parts[id])"
            if parts.count > id + 1, let day = LawDate.normalized(parts[id + 1]) {
                draft.version = day
                draft.sourceURL = "https://wetten.overheid.nl/\(parts[id])/\(day)"
            }
        case "wetgeving":
            draft.kind = tag["soort"]
            if let language = tag["lang"], !language.isEmpty {
                draft.language = (try? LanguageTag(language)) ?? draft.language
            }
        case "verdrag":
            // The texts of a treaty say their own language; the first one stands for them all.
            if let language = tag["lang"], !language.isEmpty {
                draft.language = (try? LanguageTag(language)) ?? draft.language
            }
        default: break
        }
    }

    static func describe(_ element: XMLElement, _ draft: inout LawDraft) {
        guard element.name == "intitule" || element.name == "citeertitel" else { return }
        let words = XMLDialect.bwb.wording.line(of: element)
        if !words.isEmpty, draft.title == nil || element.name == "citeertitel" { draft.title = words }
        guard element.name == "intitule" else { return }
        let source = element.first("meta-data")?.first("brondata")
        draft.enacted =
            source?.first("oorspronkelijk")?.descendant("ondertekeningsdatum")?.tag["isodatum"] ?? draft.enacted
        draft.inForce =
            source?.descendant("inwerkingtreding.datum")?.tag["isodatum"] ?? element.tag["inwerking"] ?? draft.inForce
    }
}
