/// A language as BCP 47 (RFC 5646) writes it: `fr`, `zh-Hant`, `pt-BR`.
///
/// Well-formedness is checked, not registration: a language that CLDR has never heard of is still a language.
public struct LanguageTag: Sendable, Hashable, Codable, CustomStringConvertible {
    /// The tag in canonical case: language lower, Script titled, REGION upper, the rest lower.
    public let tag: String

    /// Language not known: `und`.
    public static let undetermined = LanguageTag(canonical: "und")

    /// Reads a tag; underscores stand for hyphens, three-letter codes are shortened (`deu` becomes `de`).
    ///
    /// - Throws: `LanguageTagError` when the text is not a well-formed tag.
    public init(_ text: String) throws(LanguageTagError) {
        let parts = text.replacing("_", with: "-").split(separator: "-", omittingEmptySubsequences: false)
        guard let first = parts.first, (2...8).contains(first.utf8.count), first.utf8.allSatisfy(\.isASCIILetter),
            text.utf8.count <= 64
        else { throw LanguageTagError(text: text) }
        var canonical = [Self.shortened(first.lowercased())]
        var inExtension = false
        for part in parts.dropFirst() {
            guard (1...8).contains(part.utf8.count),
                part.utf8.allSatisfy({ $0.isASCIILetter || $0.isASCIIDigit })
            else { throw LanguageTagError(text: text) }
            let allLetters = part.utf8.allSatisfy(\.isASCIILetter)
            if part.utf8.count == 1 {
                inExtension = true
                canonical.append(part.lowercased())
            } else if inExtension {
                canonical.append(part.lowercased())
            } else if part.utf8.count == 4, allLetters {
                canonical.append(part.prefix(1).uppercased() + part.dropFirst().lowercased())
            } else if part.utf8.count == 2, allLetters {
                canonical.append(part.uppercased())
            } else {
                canonical.append(part.lowercased())
            }
        }
        if canonical.last?.utf8.count == 1 { throw LanguageTagError(text: text) }
        tag = canonical.joined(separator: "-")
    }

    /// The language of a three-letter code of an Akoma Ntoso IRI; nil when it is not three ASCII letters.
    public init?(threeLetterCode code: String) {
        guard code.utf8.count == 3, code.utf8.allSatisfy(\.isASCIILetter) else { return nil }
        tag = Self.shortened(code.lowercased())
    }

    private init(canonical: String) { tag = canonical }

    /// The language alone: `zh` of `zh-Hant`.
    public var primary: String { String(tag.prefix { $0 != "-" }) }

    /// The script subtag, `Hant` of `zh-Hant`; nil where the tag names none.
    public var script: String? {
        tag.split(separator: "-").dropFirst().prefix { $0.utf8.count > 1 }
            .first { $0.utf8.count == 4 && $0.utf8.allSatisfy(\.isASCIILetter) }.map(String.init)
    }

    /// ISO 639-2 terminological code as Akoma Ntoso IRIs have it; `und` when the language is not known.
    public var threeLetterCode: String {
        let primary = primary
        if let code = CLDR.threeLetters(of: primary) { return code }
        return primary.utf8.count == 3 ? primary : "und"
    }

    /// The tag.
    public var description: String { tag }

    /// Decodes the tag from a single string.
    public init(from decoder: any Decoder) throws {
        let text = try decoder.singleValueContainer().decode(String.self)
        do {
            try self.init(text)
        } catch {
            throw DecodingError.dataCorrupted(
                .init(codingPath: decoder.codingPath, debugDescription: error.description))
        }
    }

    /// Encodes the tag as a single string.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(tag)
    }

    private static func shortened(_ language: String) -> String {
        guard language.utf8.count == 3 else { return language }
        return bibliographic[language] ?? CLDR.shortest(of: language) ?? language
    }

    /// ISO 639-2/B codes that differ from the terminological ones; CLDR carries only the latter.
    private static let bibliographic = [
        "alb": "sq", "arm": "hy", "baq": "eu", "bur": "my", "chi": "zh", "cze": "cs", "dut": "nl", "fre": "fr",
        "geo": "ka", "ger": "de", "gre": "el", "ice": "is", "mac": "mk", "mao": "mi", "may": "ms", "per": "fa",
        "rum": "ro", "slo": "sk", "tib": "bo", "wel": "cy",
    ]
}

/// A text that is not a well-formed BCP 47 language tag.
public struct LanguageTagError: Error, Hashable, CustomStringConvertible {
    /// What was given.
    public let text: String

    /// What was wrong and how a tag is written.
    public var description: String {
        "“\(text.prefix(40))” is no language tag; write one as BCP 47 does, for example en, fr or zh-Hant"
    }
}
