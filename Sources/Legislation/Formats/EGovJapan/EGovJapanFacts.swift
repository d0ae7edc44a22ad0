/// What the law XML of Japan says of a law.
enum EGovJapanFacts {
    /// The year before the first of each era.
    private static let eras = ["Meiji": 1867, "Taisho": 1911, "Showa": 1925, "Heisei": 1988, "Reiwa": 2018]

    static func attend(_ tag: XMLTag, _ draft: inout LawDraft) {
        guard tag.name == "Law" else { return }
        if let era = tag["Era"].flatMap({ eras[$0] }), let year = tag["Year"].flatMap({ Int($0) }) {
            let month = tag["PromulgateMonth"].flatMap { $0.isEmpty ? nil : $0 }
            let day = tag["PromulgateDay"].flatMap { $0.isEmpty ? nil : $0 }
            draft.enacted = LawDate.iso(String(era &+ year), month, day) ?? String(era &+ year)
            draft.identifier = [tag["LawType"], tag["Num"]].compactMap { $0 }.joined(separator: "-").nonEmpty
        }
        draft.kind = tag["LawType"]
        if let language = tag["Lang"].flatMap({ try? LanguageTag($0) }) {
            draft.language = language
            if language.primary != "ja" { draft.authenticity = .unofficialTranslation }
        }
    }

    static func describe(_ element: XMLElement, _ draft: inout LawDraft) {
        switch element.name {
        case "LawNum": draft.number = element.inlineText.nonEmpty
        case "LawTitle": draft.title = XMLDialect.eGovJapan.wording.line(of: element).nonEmpty
        case "revision_info":
            draft.version = element.first("amendment_enforcement_date")?.inlineText.nonEmpty
            switch element.first("repeal_status")?.inlineText {
            case "Repeal", "Expire", "LossOfEffectiveness": draft.status = .repealed
            case "None": draft.status = .inForce
            default: break
            }
        case "law_info":
            if let id = element.first("law_id")?.inlineText.nonEmpty {
                draft.sourceURL = "https://laws.e-gov.go.jp/law/\(id)"
            }
        default: break
        }
    }
}
