import Foundation

/// What CLML says of an act or instrument.
enum CLMLFacts {
    /// What stands among the preliminaries and is said elsewhere.
    static let notPreamble: Set<String> = [
        "Title", "MultilineTitle", "Number", "SubjectInformation", "DateOfEnactment", "MadeDate", "LaidDate",
        "ComingIntoForce", "Approved", "SiftedDate", "Correction", "Draft", "LaidDraft",
    ]

    /// The names of types in addresses, for files that do not say their own.
    private static let codes = [
        "UnitedKingdomPublicGeneralAct": "ukpga", "UnitedKingdomLocalAct": "ukla", "ScottishAct": "asp",
        "WelshAssemblyMeasure": "mwa", "WelshNationalAssemblyAct": "anaw", "WelshParliamentAct": "asc",
        "NorthernIrelandAct": "nia", "NorthernIrelandOrderInCouncil": "nisi", "UnitedKingdomChurchMeasure": "ukcm",
        "UnitedKingdomStatutoryInstrument": "uksi", "ScottishStatutoryInstrument": "ssi",
        "WelshStatutoryInstrument": "wsi", "NorthernIrelandStatutoryRule": "nisr",
        "EuropeanUnionRegulation": "eur", "EuropeanUnionDecision": "eudn", "EuropeanUnionDirective": "eudr",
    ]

    /// Acts have sections, regulations regulations, rules rules; orders and EU law have articles.
    static func unit(of law: LawDraft) -> ProvisionKind {
        let kind = law.kind?.lowercased() ?? ""
        let title = law.title?.lowercased() ?? ""
        if kind.contains("europeanunion") || kind.contains("orderincouncil") { return .article }
        if kind == "regulation" { return .regulation }
        if kind == "rule" { return .rule }
        if kind == "order" { return .article }
        if kind.hasSuffix("act") || kind.contains("measure") || kind.contains("asp") { return .section }
        if title.contains("regulations") || title.contains("rheoliadau") { return .regulation }
        if title.contains("rules") || title.contains("rheolau") { return .rule }
        if title.contains("order") || title.contains("gorchymyn") || title.contains("decision") { return .article }
        return .section
    }

    static func attend(_ tag: XMLTag, _ draft: inout LawDraft) {
        switch tag.name {
        case "Legislation":
            if let address = tag["DocumentURI"] ?? tag["IdURI"] { take(address, &draft) }
            draft.language = tag["xml:lang"].flatMap { try? LanguageTag($0) } ?? draft.language
        case "Body", "EUBody":
            if tag["Status"] == "Repealed" { draft.status = .repealed }
            if tag["Status"] == "Prospective", draft.status != .repealed { draft.status = .notYetInForce }
        default: break
        }
    }

    static func describe(_ element: XMLElement, _ draft: inout LawDraft) {
        if element.name == "Metadata" {
            metadata(element, &draft)
        } else {
            if let number = element.first("Number")?.inlineText, !number.isEmpty { draft.number = number }
            if draft.title == nil { draft.title = element.first("Title")?.inlineText }
        }
    }

    private static func metadata(_ element: XMLElement, _ draft: inout LawDraft) {
        let language = element.first("language")?.inlineText
        draft.language = language.flatMap { try? LanguageTag($0) } ?? draft.language
        // A Welsh text names itself in both languages.
        let titles = element.elements.filter { $0.name == "title" }
        let own = titles.first { $0.tag["xml:lang"] == draft.language?.primary } ?? titles.first
        draft.title = own?.inlineText
        let title = draft.title?.lowercased() ?? ""
        if title.contains("(repealed") || title.contains("(revoked") || title.contains("(diddymwyd") {
            draft.status = .repealed
        }
        draft.version = element.first("valid")?.inlineText
        if let address = element.first("identifier")?.inlineText, draft.sourceURL == nil { take(address, &draft) }
        let category = element.descendant("DocumentClassification")
        draft.kind =
            category?.first("DocumentMinorType")?.tag["Value"] ?? category?.first("DocumentMainType")?.tag["Value"]
        let made = element.descendant("EnactmentDate") ?? element.descendant("Made")
        draft.enacted = made?.tag["Date"]
        let year = element.descendant("Year")?.tag["Value"]
        if draft.enacted == nil { draft.enacted = year }
        draft.inForce = element.descendant("ComingIntoForce")?.descendants("DateTime").compactMap { $0.tag["Date"] }
            .min()
        if draft.identifier == nil, let year, let number = element.descendant("Number")?.tag["Value"] {
            let type = category?.first("DocumentMainType")?.tag["Value"] ?? ""
            draft.identifier = "\(codes[type] ?? type) \(year) \(number)"
        }
    }

    /// `http://www.legislation.gov.uk/ukpga/1998/42` names the law.
    private static func take(_ address: String, _ draft: inout LawDraft) {
        guard let start = address.range(of: "legislation.gov.uk/") else { return }
        var parts = address[start.upperBound...].split(separator: "/").map(String.init)
        if parts.first == "id" { parts.removeFirst() }
        guard parts.count >= 3, parts[0].utf8.allSatisfy(\.isASCIILetter) else { return }
        draft.identifier = parts.prefix(3).joined(separator: "/")
        draft.sourceURL = address
    }
}
