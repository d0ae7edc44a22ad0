import Foundation

/// Addresses of works and expressions as versions and profiles of Akoma Ntoso write them.
enum AkomaNtosoIRI {
    /// The addresses of a work or expression that are not empty, that of the whole before that of its main part.
    static func values(of element: XMLElement) -> [String] {
        [
            element.first("FRBRuri")?.tag["value"], element.first("FRBRthis")?.tag["value"],
            element.first("uri")?.tag["href"],
        ]
        .compactMap { $0?.trimmed }.filter { !$0.isEmpty }
    }

    /// What an address says that is of the naming convention; nil for ELI and others.
    static func address(_ text: String) -> WorkIRI.Address? {
        guard let parts = parts(text) else { return nil }
        return WorkIRI.parse("/akn/" + parts.joined(separator: "/"))
    }

    /// The State that an address of the naming convention begins with.
    static func state(ofAddress text: String) -> Jurisdiction? {
        parts(text)?.first.flatMap { jurisdiction($0) }
    }

    /// `ch`, `ita`, `za-cpt`, or the last part of an authority's address.
    static func jurisdiction(_ text: String) -> Jurisdiction? {
        guard let last = text.trimmed.split(separator: "/").last?.split(separator: "-").first else { return nil }
        return try? Jurisdiction(code: String(last))
    }

    /// `de`, `fra`, or the last part of an authority's address; a country's code where it stands for its language.
    static func language(_ text: String) -> LanguageTag? {
        guard let last = text.trimmed.split(separator: "/").last.map(String.init) else { return nil }
        return try? LanguageTag(mistaken[last.lowercased()] ?? last)
    }

    /// The language that an address of the first version names: `/nga/act/1990-12-12/68/eng`.
    static func spoken(inAddressesOf expression: XMLElement) -> LanguageTag? {
        for address in values(of: expression) {
            guard let parts = parts(address), let last = parts.dropFirst(3).first(where: { $0.utf8.count == 3 }) else {
                continue
            }
            if let language = LanguageTag(threeLetterCode: last) { return language }
        }
        return nil
    }

    /// The number that follows the date in an address: `7` of `/akn/ke/act/2012/7`.
    static func number(_ addresses: [String]) -> String? {
        for parts in addresses.lazy.compactMap(parts) {
            guard let date = parts.indices.dropFirst(2).first(where: { LawDate.normalized(parts[$0]) != nil }),
                parts.indices.contains(date + 1), parts[date + 1].contains(where: \.isNumber)
            else { continue }
            return parts[date + 1]
        }
        return nil
    }

    /// The kind of act that an address names: `legge` of `/akn/it/act/legge/stato/2024-05-14/66`.
    static func kind(_ addresses: [String]) -> String? {
        for parts in addresses.lazy.compactMap(parts) where parts.count > 4 && ["act", "bill"].contains(parts[1]) {
            if parts[2].allSatisfy({ $0.isLetter || "-. ".contains($0) }) { return parts[2] }
        }
        return nil
    }

    /// The whole day that an address gives.
    static func day(_ addresses: [String]) -> String? {
        addresses.lazy.compactMap(parts).flatMap(\.self).first { $0.utf8.count == 10 && LawDate.normalized($0) != nil }
    }

    /// The parts of an address after `/akn`, the country in two letters; nil where it does not begin with a country.
    private static func parts(_ text: String) -> [String]? {
        var rest = text[...]
        if let start = rest.range(of: "/akn/") {
            rest = rest[start.upperBound...]
        } else {
            guard !rest.contains("://"), rest.hasPrefix("/") || rest.split(separator: "/").count > 3 else { return nil }
        }
        let whole = rest.prefix { !"?#!".contains($0) }
        var parts = whole.split(separator: "/").map(String.init)
        guard let country = parts.first?.split(separator: "-").first, [2, 3].contains(country.utf8.count),
            country != "eli", let jurisdiction = try? Jurisdiction(code: String(country))
        else { return nil }
        if country.utf8.count == 3 { parts[0] = jurisdiction.code.lowercased() }
        while let last = parts.last, ["main", "main.xml"].contains(last) { parts.removeLast() }
        return parts
    }

    private static let mistaken = ["gr": "el", "esp": "es", "cz": "cs", "dk": "da", "jp": "ja", "ua": "uk", "al": "sq"]
}
