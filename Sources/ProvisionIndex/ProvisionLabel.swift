public import Legislation

/// The words by which a provision is cited: `Section 12`, `第十二条`, `§ 12`.
///
/// A law's article is often sought by its number, and readers keep the number without the word before it.
public enum ProvisionLabel {
    private static let articleWords: [String: String] = [
        "ar": "المادة", "bg": "Член", "bn": "ধারা", "ca": "Article", "cs": "Čl.", "da": "Artikel", "de": "Artikel",
        "el": "Άρθρο", "en": "Article", "es": "Artículo", "et": "Artikkel", "fi": "Artikla", "fr": "Article",
        "hr": "Članak", "hu": "Cikk", "id": "Pasal", "it": "Articolo", "ka": "მუხლი", "lt": "Straipsnis",
        "lv": "Pants", "mt": "Artikolu", "nl": "Artikel", "pl": "Art.", "pt": "Artigo", "ro": "Articolul",
        "ru": "Статья", "sk": "Čl.", "sr": "Члан", "sv": "Artikel", "th": "มาตรา", "tr": "Madde", "uk": "Стаття",
        "uz": "Modda", "vi": "Điều",
    ]
    private static let sectionWords: [String: String] = [
        "en": "Section", "fr": "Article", "es": "Artículo", "ar": "المادة", "ru": "Статья", "th": "มาตรา",
    ]
    private static let paragraphSign: Set<String> = [
        "de", "cs", "sk", "sv", "nb", "nn", "no", "da", "fi", "et", "hu", "pl",
    ]

    /// The label of a provision of a law in `language`; nil when it has no number.
    public static func text(_ provision: Provision, language: LanguageTag) -> String? {
        guard let number = provision.number, !number.isEmpty else { return nil }
        let primary = language.primary
        switch (provision.kind, primary) {
        case (.article, "zh"), (.section, "zh"):
            return language.script == "Hant" ? "第\(number)條" : "第\(number)条"
        case (.article, "ja"), (.section, "ja"): return number.hasPrefix("第") ? number : "第\(number)条"
        case (.article, "ko"), (.section, "ko"):
            // 19의4 is cited as 제19조의4.
            guard let branch = number.firstIndex(of: "의") else { return "제\(number)조" }
            return "제\(number[..<branch])조\(number[branch...])"
        case (.article, _): return "\(articleWords[primary] ?? "Article") \(number)"
        case (.section, let primary) where paragraphSign.contains(primary): return "§ \(number)"
        case (.section, let primary): return "\(sectionWords[primary] ?? "Section") \(number)"
        case (.rule, _): return "Rule \(number)"
        case (.regulation, _): return "Regulation \(number)"
        default: return number
        }
    }

    /// The label in every spelling by which a reader may look for it: 第四十八条 is also 第48条, L2342-3 also L. 2342-3.
    public static func spellings(_ provision: Provision, language: LanguageTag) -> [String] {
        guard let number = provision.number, let label = text(provision, language: language) else { return [] }
        var spellings = [label]
        var other = provision
        if let value = HanNumeral.value(number) {
            other.number = String(value)
        } else if ["zh", "ja"].contains(language.primary), let value = Int(number), let numeral = HanNumeral.text(value)
        {
            other.number = numeral
        } else if let first = number.unicodeScalars.first, first.properties.isAlphabetic, first.isASCII,
            number.unicodeScalars.dropFirst().first.map({ ("0"..."9").contains($0) }) == true
        {
            other.number = "\(first). \(number.dropFirst())"
        } else if number.contains(" ") {
            other.number = number.filter { $0 != " " }
        }
        if other.number != number, let spelling = text(other, language: language) { spellings.append(spelling) }
        return spellings
    }

    /// The label and the heading, for a list of results.
    public static func heading(_ provision: Provision, language: LanguageTag) -> String {
        let label = text(provision, language: language)
        let heading = provision.heading?.trimmingPrefix { $0 == " " }
        switch (label, heading) {
        case (let label?, let heading?) where !heading.isEmpty:
            return heading.hasPrefix(label) ? String(heading) : "\(label) \(heading)"
        case (let label?, _): return label
        case (nil, let heading?) where !heading.isEmpty: return String(heading)
        default: return provision.eId
        }
    }
}
