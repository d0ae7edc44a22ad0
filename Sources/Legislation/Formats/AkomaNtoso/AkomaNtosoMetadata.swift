/// What the `meta` of an Akoma Ntoso document says, in the ways of its versions and profiles.
struct AkomaNtosoMetadata {
    private var draft = LawDraft()
    /// Obligation tags of model texts, by eId.
    private(set) var obligations: [String: [ObligationTag]] = [:]
    /// The printed title: fuller than an alias.
    private var printed: String?
    /// A title that is printed in the words of its parts, or long.
    private var longTitle: String?

    /// Metadata that say nothing, for a document without them.
    init() {}

    /// - Parameter name: what the document calls itself in an attribute.
    init(_ meta: XMLElement, name: String?) {
        let work = meta.descendant("FRBRWork") ?? meta.descendant("Work")
        let expression = meta.descendant("FRBRExpression") ?? meta.descendant("Expression")
        if let work { readWork(work, expression) }
        if let expression { readExpression(expression) }
        if draft.title == nil { draft.title = AkomaNtosoTitle.named(work, expression, draft.language) }
        readLifecycle(meta)
        for block in meta.descendants("proprietary") { readProprietary(block) }
        readProfiles(meta)
        if let name, !name.hasPrefix("/"), !Self.forms.contains(name) {
            // A name of several words is that of the law, not of its kind.
            if name.contains(" ") { longTitle = name } else if draft.kind == nil { draft.kind = name }
        }
    }

    /// The law; what the content does not say is taken from the hints.
    func law(_ file: SourceFile) -> Law {
        var draft = draft
        draft.title = printed ?? draft.title ?? longTitle
        return draft.law(file)
    }

    // MARK: Identification

    private mutating func readWork(_ work: XMLElement, _ expression: XMLElement?) {
        let addresses = AkomaNtosoIRI.values(of: work)
        draft.address = addresses.lazy.compactMap(AkomaNtosoIRI.address).first
        let aliases = work.descendants("FRBRalias")
        let published =
            addresses + aliases.filter { $0.tag["name"]?.lowercased() != "urn:nir" }.compactMap { $0.tag["value"] }
        draft.sourceURL =
            expression.flatMap { AkomaNtosoIRI.values(of: $0).first { $0.contains("://") } }
            ?? published.first { $0.contains("://") }
        draft.jurisdiction =
            work.first("FRBRcountry")?.tag["value"].flatMap(AkomaNtosoIRI.jurisdiction)
            ?? addresses.lazy.compactMap(AkomaNtosoIRI.state).first
        draft.number = filled(work.first("FRBRnumber")?.tag["value"]) ?? AkomaNtosoIRI.number(addresses)
        let subtype = filled(work.first("FRBRsubtype")?.tag["value"])
        // LegalDocML.de names the part of a promulgation there, and the kind of law in its own metadata.
        draft.kind = subtype?.hasPrefix("regelungstext") == true ? nil : subtype ?? AkomaNtosoIRI.kind(addresses)
        readDates(work)
        // The first version dated the making of the file, and named the day of the act in its address.
        if let day = AkomaNtosoIRI.day(addresses), work.name == "Work" || draft.enacted == nil { draft.enacted = day }
    }

    private mutating func readDates(_ work: XMLElement) {
        var others: [String] = []
        for element in work.elements where element.name == "FRBRdate" || element.name == "date" {
            guard let date = Self.date(element.tag["date"]) else { continue }
            let name = (element.tag["name"] ?? "").lowercased()
            if name.contains("entryinforce") || name.contains("inkrafttreten") {
                draft.inForce = draft.inForce ?? date
            } else if name.contains("applicability") || name.contains("consolidat") {
                draft.version = draft.version ?? date
            } else if ["document", "ausfertigung", "enact", "issued", "promulgat"].contains(where: name.contains) {
                draft.enacted = draft.enacted ?? date
            } else {
                others.append(date)
            }
        }
        draft.enacted = draft.enacted ?? others.first
    }

    private mutating func readExpression(_ expression: XMLElement) {
        draft.language = expression.first("FRBRlanguage")?.tag["language"].flatMap(AkomaNtosoIRI.language)
        let stated = AkomaNtosoIRI.values(of: expression).lazy.compactMap(AkomaNtosoIRI.address).first
        let dates = expression.elements.filter { $0.name == "FRBRdate" }
        let consolidated = dates.first { date in
            ["consolidat", "applicability"].contains { (date.tag["name"] ?? "").lowercased().contains($0) }
        }
        draft.version =
            stated?.version ?? Self.date(consolidated?.tag["date"]) ?? draft.version
            ?? (expression.name == "Expression" ? nil : Self.date(dates.first?.tag["date"]))
        draft.language = draft.language ?? stated?.language ?? AkomaNtosoIRI.spoken(inAddressesOf: expression)
    }

    private mutating func readLifecycle(_ meta: XMLElement) {
        guard let lifecycle = meta.descendant("lifecycle") else { return }
        for event in lifecycle.elements {
            let date = Self.date(event.tag["date"])
            if event.tag["type"]?.lowercased() == "repeal" { draft.status = .repealed }
            if event.tag["refersTo"] == "inkrafttreten", let date { draft.inForce = min(draft.inForce ?? date, date) }
        }
        for interval in meta.descendants("timeInterval") where draft.inForce == nil {
            guard let start = interval.tag["start"]?.drop(while: { $0 == "#" }),
                interval.tag["refersTo"]?.contains("orce") == true
            else { continue }
            draft.inForce = lifecycle.elements.first { $0.tag.anyId == String(start) }?.tag["date"]
        }
    }

    // MARK: Proprietary parts

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
            // Finlex
            case "isInForce":
                draft.status =
                    element.tag["value"] == "true"
                    ? .inForce : element.tag["value"] == "false" ? .repealed : draft.status
            case "inForce": draft.inForce = draft.inForce ?? element.first("dateEntryIntoForce")?.tag["date"]
            // LegalDocML.de
            case "legalDocML.de_metadaten":
                if let type = filled(element.first("typ")?.inlineText) { draft.kind = type }
                draft.inForce = draft.inForce ?? Self.date(element.first("inkraft")?.tag["date"])
            default: break
            }
        }
    }

    private mutating func readProfiles(_ meta: XMLElement) {
        if let jolux = meta.descendant("JOLUXLegalResource") { readJOLUX(jolux, meta) }
        // Normattiva writes its ELI as RDFa.
        for span in meta.descendants("span") where span.tag["property"] == "eli:title" && draft.title == nil {
            draft.title = filled(span.tag["content"]?.singleSpaced)
        }
        // The printing house of Greece has the title of a law in the terms of Dublin Core.
        if let terms = meta.descendant("DCTerms") {
            draft.title = draft.title ?? filled(terms.first("title")?.inlineText)
            draft.kind = draft.kind ?? filled(terms.first("type")?.inlineText)
        }
    }

    /// Legilux leaves the identification empty in drafts, and repeats it in an ontology of its own.
    private mutating func readJOLUX(_ resource: XMLElement, _ meta: XMLElement) {
        func value(_ name: String, _ element: XMLElement?) -> String? {
            filled(element?.elements.first { ($0.tag["scl:name"] ?? $0.tag["name"]) == name }?.inlineText)
        }
        draft.jurisdiction = draft.jurisdiction ?? (try? Jurisdiction(code: "LU"))
        draft.enacted = draft.enacted ?? Self.date(value("dateDocument", resource))
        draft.inForce = draft.inForce ?? Self.date(value("dateEntryInForce", resource))
        draft.sourceURL = draft.sourceURL ?? value("uriThis", resource)
        if draft.kind == nil, let type = value("typeDocument", resource)?.split(separator: "/").last {
            draft.kind = type.lowercased()
        }
        let expression = meta.descendant("JOLUXExpression")
        draft.title = draft.title ?? value("title", expression)
        draft.language = draft.language ?? value("language", expression).flatMap(AkomaNtosoIRI.language)
    }

    // MARK: Printed titles

    mutating func takeFront(_ front: XMLElement) {
        let title = front.descendant("docTitle") ?? front.descendant("ActTitle")
        takePrinted(title.flatMap(AkomaNtosoText.title))
        let long = front.descendant("longTitle").map(AkomaNtosoTitle.parted)
        longTitle = filled(long) ?? front.descendant("shortTitle").flatMap(AkomaNtosoText.title) ?? longTitle
        // The title of a proposal of the Union is its stage, type and purpose.
        if draft.title == nil, printed == nil, front.descendant("docPurpose") != nil { printed = longTitle }
        if draft.number == nil {
            let number = front.descendant("docNumber") ?? front.descendant("ActNumber")
            draft.number = number.flatMap(AkomaNtosoText.title)
        }
    }

    mutating func takePrinted(_ title: String?) {
        if printed == nil, let title = filled(title) { printed = title }
    }

    /// A date; nil for the days by which drafts say that there is none.
    private static func date(_ text: String?) -> String? {
        guard let date = LawDate.normalized(text), !date.hasPrefix("2999"), date != "1001-01-01" else { return nil }
        return date
    }

    /// Names of acts that say in which form the file has them.
    private static let forms: Set<String> = [
        "", "act", "bill", "main", "doc", "monovigente", "multivigente", "originale", "vigente",
    ]

    private func filled(_ text: String?) -> String? { text.flatMap { $0.trimmed.isEmpty ? nil : $0.trimmed } }
}
