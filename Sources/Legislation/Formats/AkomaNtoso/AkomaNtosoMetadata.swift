/// What the `meta` of an Akoma Ntoso document says.
struct AkomaNtosoMetadata {
    private(set) var draft = LawDraft()
    /// Obligation tags of model texts, by eId.
    private(set) var obligations: [String: [ObligationTag]] = [:]

    init(_ meta: XMLElement) {
        if let work = meta.descendant("FRBRWork") { readWork(work) }
        if let expression = meta.descendant("FRBRExpression") { readExpression(expression) }
        readLifecycle(meta)
        for block in meta.descendants("proprietary") { readProprietary(block) }
    }

    private mutating func readWork(_ work: XMLElement) {
        let iri = work.first("FRBRthis")?.tag["value"] ?? work.first("FRBRuri")?.tag["value"] ?? ""
        if let uri = work.first("FRBRuri")?.tag["value"] ?? work.first("FRBRthis")?.tag["value"] {
            // IRIs of earlier profiles lack the leading /akn.
            let full = uri.contains("/akn/") ? uri : "/akn" + uri
            draft.address = WorkIRI.parse(full.split(separator: "!").first.map(String.init) ?? full)
        }
        draft.sourceURL = iri.contains("://") ? iri : nil
        draft.jurisdiction = work.first("FRBRcountry")?.tag["value"].flatMap {
            try? Jurisdiction(code: String($0.prefix(2)))
        }
        draft.number = work.first("FRBRnumber")?.tag["value"]
        draft.kind = work.first("FRBRsubtype")?.tag["value"]
        draft.enacted = work.elements.first { $0.name == "FRBRdate" }?.tag["date"]
        let aliases = work.descendants("FRBRalias")
        draft.title =
            (aliases.first { $0.tag["name"]?.lowercased().contains("title") == true } ?? aliases.first)?.tag["value"]
    }

    private mutating func readExpression(_ expression: XMLElement) {
        let language = expression.first("FRBRlanguage")?.tag["language"]
        draft.language = language.flatMap { try? LanguageTag($0) }
        let dated = expression.first("FRBRdate")?.tag["date"]
        let uri = expression.first("FRBRuri")?.tag["value"] ?? expression.first("FRBRthis")?.tag["value"] ?? ""
        let stated = WorkIRI.parse(uri.contains("/akn/") ? uri : "/akn" + uri)
        draft.version = stated?.version ?? dated
        draft.language = draft.language ?? stated?.language
        if draft.title == nil { draft.title = expression.first("FRBRalias")?.tag["value"] }
    }

    private mutating func readLifecycle(_ meta: XMLElement) {
        guard let lifecycle = meta.descendant("lifecycle") else { return }
        for event in lifecycle.elements where event.name == "eventRef" {
            if event.tag["type"] == "repeal" { draft.status = .repealed }
        }
        for group in meta.descendants("timeInterval") where draft.inForce == nil {
            guard let start = group.tag["start"]?.dropFirst(), group.tag["refersTo"]?.contains("orce") == true
            else { continue }
            draft.inForce = lifecycle.elements.first { $0.tag["eId"] == String(start) }?.tag["date"]
        }
    }

    private mutating func readProprietary(_ block: XMLElement) {
        for element in block.elements {
            switch element.name {
            case "authenticity":
                draft.authenticity = TextAuthenticity(rawValue: element.inlineText) ?? draft.authenticity
            case "status": draft.status = LawStatus(rawValue: element.inlineText) ?? draft.status
            case "obligation":
                guard let href = element.tag["href"], let code = element.tag["code"] else { continue }
                let weapons = (element.tag["weapons"] ?? "").split(separator: " ").map(String.init)
                let tag = ObligationTag(code: code, weapons: weapons, aspect: element.tag["aspect"] ?? "framework")
                obligations[href.hasPrefix("#") ? String(href.dropFirst()) : href, default: []].append(tag)
            default: break
            }
        }
    }

    /// The printed title is fuller than an alias.
    mutating func takeTitle(fromPreface preface: XMLElement) {
        let title =
            preface.descendant("docTitle") ?? preface.descendant("shortTitle") ?? preface.descendant("longTitle")
        if let words = title?.inlineText, !words.isEmpty { draft.title = words }
        if draft.number == nil { draft.number = preface.descendant("docNumber")?.inlineText }
    }
}
