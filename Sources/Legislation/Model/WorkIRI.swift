import Foundation

/// Akoma Ntoso work IRIs, `/akn/{country}/act/{year}/{number}`: built, and read from a publisher's address.
struct WorkIRI {
    /// What an address such as `…/akn/ke/act/2012/7/eng@2012-06-01` says.
    struct Address: Equatable {
        var work: String
        var country: String
        var language: LanguageTag?
        var version: String?
    }

    /// A work IRI from what a source says. Deterministic and ASCII.
    ///
    /// - Parameter identifier: the source's own number or identifier; where it is nil the title stands in,
    ///   with a hash of `distinction`, so that two laws of one name stay apart.
    static func make(
        _ jurisdiction: Jurisdiction, year: String?, identifier: String?, title: String, distinction: String = ""
    ) -> String {
        let start = "/akn/\(jurisdiction.code.lowercased())/act/\(year ?? "undated")/"
        if let identifier {
            let slug = slug(identifier, limit: 80)
            let lost = slug.utf8.count < identifier.unicodeScalars.filter(\.isAlphabetic).count
            if !slug.isEmpty && !lost { return start + slug }
            return start + (slug.isEmpty ? "" : slug + "-") + hash(identifier)
        }
        let name = slug(title, limit: 60)
        return start + (name.isEmpty ? "" : name + "-") + hash(title + "\u{1F}" + distinction)
    }

    /// Reads the first Akoma Ntoso IRI in an address; nil when there is none.
    static func parse(_ address: String) -> Address? {
        guard let start = address.range(of: "/akn/") else { return nil }
        let end = address[start.lowerBound...].firstIndex { "?#!\"' \t".contains($0) } ?? address.endIndex
        var parts = address[start.upperBound..<end].split(separator: "/").map(String.init)
        guard parts.count >= 3, let country = parts.first?.prefix(2), country.utf8.count == 2 else { return nil }
        var language: LanguageTag?
        var version: String?
        if let at = parts.indices.dropFirst(3).first(where: { isExpression(parts[$0]) }) {
            let expression = parts[at].split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false)
            language = LanguageTag(threeLetterCode: String(expression[0]))
            version = expression.count > 1 ? LawDate.normalized(String(expression[1])) : nil
            parts.removeSubrange(at...)
        }
        let work = "/akn/" + parts.map { slug($0, limit: 120) }.filter { !$0.isEmpty }.joined(separator: "/")
        return Address(work: work, country: country.uppercased(), language: language, version: version)
    }

    private static func isExpression(_ part: String) -> Bool {
        let code = part.prefix { $0 != "@" }
        return code.utf8.count == 3 && code.utf8.allSatisfy(\.isASCIILetter)
            && (part.utf8.count == 3 || part.utf8.count > 3 && part.contains("@"))
    }

    /// Letters and digits of ASCII, lower case, hyphens between.
    static func slug(_ text: String, limit: Int) -> String {
        var slug: [UInt8] = []
        for byte in text.folding(options: .diacriticInsensitive, locale: nil).lowercased().utf8 {
            if byte.isASCIILetter || byte.isASCIIDigit {
                slug.append(byte)
            } else if let last = slug.last, last != UInt8(ascii: "-") {
                slug.append(UInt8(ascii: "-"))
            }
            if slug.count >= limit { break }
        }
        while slug.last == UInt8(ascii: "-") { slug.removeLast() }
        return String(decoding: slug, as: UTF8.self)
    }

    /// 64-bit FNV-1a (Fowler, Noll, Vo) in hexadecimal.
    static func hash(_ text: String) -> String {
        let digits = String(fnv1a(text), radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }

    static func fnv1a(_ text: String, seed: UInt64 = 0xcbf2_9ce4_8422_2325) -> UInt64 {
        var hash = seed
        for byte in text.utf8 {
            hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
        }
        return hash
    }
}
