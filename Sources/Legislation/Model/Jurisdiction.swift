/// The State, or the organisation of States, that made a law: ISO 3166-1 alpha-2, upper case.
public struct Jurisdiction: Sendable, Hashable, Codable, CustomStringConvertible, Comparable {
    /// Alpha-2 code, for example `KE`; `EU` and `UN` for those organisations, `ZZ` when unknown.
    public let code: String

    /// Jurisdiction not known: `ZZ`.
    public static let unknown = Jurisdiction(canonical: "ZZ")
    /// United Nations: model texts and instruments of no one State.
    public static let unitedNations = Jurisdiction(canonical: "UN")

    /// Reads an ISO 3166-1 code of two or three letters, in any case.
    ///
    /// - Throws: `JurisdictionError`, with the code that was probably meant where one can be told.
    public init(code: String) throws(JurisdictionError) {
        let upper = code.uppercased()
        if upper == "ZZ" {
            self = .unknown
        } else if code.utf8.allSatisfy(\.isASCIILetter), let found = CLDR.region(upper),
            found.kind == .territory || ["EU", "UN"].contains(found.code)
        {
            self.code = found.code
        } else {
            throw JurisdictionError(text: code, suggestion: Self.suggestion(for: code))
        }
    }

    /// Finds a jurisdiction by code or by English name (`KE`, `KEN`, `Kenya`), case and accents aside.
    public init?(nameOrCode text: String) {
        if let named = JurisdictionNames.shared.territory(named: text) {
            code = named
        } else if let known = try? Jurisdiction(code: text) {
            self = known
        } else {
            return nil
        }
    }

    /// A State that does not exist, for samples and tests: by an upper-case code that ISO 3166-1 leaves to users and
    /// that no one uses for a place (`QM` to `QT`, `XA` to `XJ`); nil for any other code. What reads laws never makes one.
    public init?(fictional code: String) {
        let letters = Array(code.utf8)
        guard letters.count == 2 else { return nil }
        switch (letters[0], letters[1]) {
        case (UInt8(ascii: "Q"), UInt8(ascii: "M")...UInt8(ascii: "T")),
            (UInt8(ascii: "X"), UInt8(ascii: "A")...UInt8(ascii: "J")):
            self.code = code
        default: return nil
        }
    }

    private init(canonical: String) { code = canonical }

    /// Name in the language of `locale` (`fr`, `zh-Hant`); the code where CLDR has no name.
    public func name(in locale: String = "en") -> String {
        CLDR.name(of: code, in: locale) ?? code
    }

    /// English name.
    public var englishName: String { name(in: "en") }

    /// UN M49 codes of the regions that contain it, nearest first, then groupings such as `419` or `EU`.
    public var regions: [String] {
        self == .unknown || self == .unitedNations ? [] : CLDR.regionsContaining(code)
    }

    /// Whether it lies in a region given by M49 code, by grouping code or by English name (`150`, `EU`, `europe`).
    public func isIn(region: String) -> Bool {
        guard let code = Self.regionCode(region) else { return false }
        return regions.contains(code)
    }

    /// M49 or grouping code of a region given by code or English name; nil when CLDR knows no such region.
    public static func regionCode(_ nameOrCode: String) -> String? {
        JurisdictionNames.shared.area(named: nameOrCode)
    }

    /// English name of a region by its M49 or grouping code; nil when CLDR knows no such region.
    public static func regionName(_ code: String, in locale: String = "en") -> String? {
        guard let area = JurisdictionNames.shared.area(named: code) else { return nil }
        return CLDR.name(of: area, in: locale)
    }

    /// Every State and territory CLDR knows, by code.
    public static var all: [Jurisdiction] {
        JurisdictionNames.shared.territories.map(Jurisdiction.init(canonical:))
    }

    /// The code.
    public var description: String { code }

    /// By code.
    public static func < (left: Jurisdiction, right: Jurisdiction) -> Bool { left.code < right.code }

    /// Decodes the code from a single string.
    public init(from decoder: any Decoder) throws {
        let text = try decoder.singleValueContainer().decode(String.self)
        do {
            try self.init(code: text)
        } catch {
            throw DecodingError.dataCorrupted(
                .init(codingPath: decoder.codingPath, debugDescription: error.description))
        }
    }

    /// Encodes the code as a single string.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(code)
    }

    /// The commonest slips are a name and a language code (`sv` for Sweden) in the place of a country code.
    private static func suggestion(for text: String) -> Jurisdiction? {
        if let named = JurisdictionNames.shared.territory(named: text) { return Jurisdiction(canonical: named) }
        guard (2...3).contains(text.utf8.count), text.utf8.allSatisfy(\.isASCIILetter),
            let likely = CLDR.likelyTerritory(of: text.lowercased()), CLDR.region(likely)?.kind == .territory
        else { return nil }
        return Jurisdiction(canonical: likely)
    }
}

/// A text that names no State.
public struct JurisdictionError: Error, Hashable, CustomStringConvertible {
    /// What was given.
    public let text: String
    /// What was probably meant.
    public let suggestion: Jurisdiction?

    /// What was wrong and what was probably meant.
    public var description: String {
        let mend = suggestion.map { "did you mean \($0.code) (\($0.englishName))?" }
        return "“\(text.prefix(40))” is no ISO 3166-1 country code; \(mend ?? "write two letters, for example KE")"
    }
}
