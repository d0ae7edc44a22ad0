/// The query as scalars with their places, full-width forms folded where syntax is looked for.
struct QueryText {
    let scalars: [Unicode.Scalar]
    /// The same, with full-width ASCII, the ideographic space and the minus sign folded to ASCII.
    let folded: [Unicode.Scalar]
    /// UTF-8 offset of each scalar, and of the end.
    let offsets: [Int]

    init(_ text: String) {
        scalars = Array(text.unicodeScalars)
        folded = scalars.map(QueryText.fold)
        var offsets: [Int] = []
        offsets.reserveCapacity(scalars.count + 1)
        var offset = 0
        for scalar in scalars {
            offsets.append(offset)
            offset += UTF8.width(scalar)
        }
        offsets.append(offset)
        self.offsets = offsets
    }

    var count: Int { scalars.count }

    func range(_ from: Int, _ to: Int) -> Range<Int> { offsets[from]..<offsets[to] }

    func string(_ range: Range<Int>) -> String {
        var text = String.UnicodeScalarView()
        text.append(contentsOf: scalars[range])
        return String(text)
    }

    func isSpace(_ place: Int) -> Bool { QueryText.isSpace(folded[place]) }

    /// Whether a place separates words: punctuation between sentences and list members. A comma within a number
    /// (`1,000`) does not.
    func isSeparator(_ place: Int) -> Bool {
        let scalar = folded[place]
        switch scalar {
        case ",":
            let isWithinNumber =
                scalars[place] == "," && place > 0 && place + 1 < count
                && QueryText.isDigit(scalars[place - 1]) && QueryText.isDigit(scalars[place + 1])
            return !isWithinNumber
        case "、", "،", "。", "｡", "､", "…", "؟", "؛", "।", "॥", "።", "፣": return true
        case ";", "?", "!":
            guard scalars[place] == scalar, place + 1 < count else { return true }
            return isSpace(place + 1) || QuoteFamily(folded[place + 1]) != nil || folded[place + 1] == ")"
        default: return false
        }
    }

    /// Whether a `"` at `place` stands between two Hebrew letters, where it is the gershayim of an abbreviation.
    func isGershayim(_ place: Int) -> Bool {
        guard scalars[place] == "\"", place > 0, place + 1 < count else { return false }
        return QueryText.isHebrew(scalars[place - 1]) && QueryText.isHebrew(scalars[place + 1])
    }

    static func fold(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        switch scalar.value {
        case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
        case 0x3000: " "
        case 0x2212: "-"
        default: scalar
        }
    }

    /// White space, controls and the invisible marks that copying brings along.
    static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.value < 0x80 { return scalar.value <= 0x20 || scalar.value == 0x7F }
        return scalar.properties.isWhitespace || scalar.properties.isBidiControl || scalar.value == 0x200B
            || scalar.value == 0xFEFF || scalar.properties.generalCategory == .control
    }

    /// Whether a scalar is part of a word: a letter, a number, or a mark on one.
    static func isWordScalar(_ scalar: Unicode.Scalar) -> Bool {
        if isSearchable(scalar) { return true }
        switch scalar.properties.generalCategory {
        case .spacingMark, .nonspacingMark: return true
        default: return false
        }
    }

    /// Whether a scalar can be looked for: a letter or a number.
    static func isSearchable(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.value < 0x80 { return UInt8(scalar.value).isASCIIAlphanumeric }
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
            .letterNumber,
            .otherNumber:
            return true
        default: return false
        }
    }

    static func isDigit(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.numericType == .decimal }

    private static func isHebrew(_ scalar: Unicode.Scalar) -> Bool { (0x5D0...0x5EA).contains(scalar.value) }
}

/// Quotation marks that open and close one another. Which of a family opens differs from language to language
/// (`„x“`, `“x”`, `”x”`; `«x»`, `»x«`), so any of a two-way family does.
enum QuoteFamily: CaseIterable {
    case double, angle, corner, whiteCorner, title

    /// The family that `scalar` (folded) opens; also for a closing mark, so that a stray one is noticed.
    init?(_ scalar: Unicode.Scalar) {
        guard scalar.value == 0x22 || scalar.value > 0x7F else { return nil }
        guard let family = QuoteFamily.allCases.first(where: { $0.marks.contains(scalar) }) else { return nil }
        self = family
    }

    /// All marks of the family.
    var marks: [Unicode.Scalar] {
        switch self {
        case .double: ["\"", "“", "”", "„", "‟", "〝", "〞"]
        case .angle: ["«", "»"]
        case .corner: ["「", "」"]
        case .whiteCorner: ["『", "』"]
        case .title: ["《", "》"]
        }
    }

    /// Whether `scalar` (folded) begins a phrase.
    func opens(_ scalar: Unicode.Scalar) -> Bool { isTwoWay || marks[0] == scalar }

    /// Whether `scalar` (folded) ends a phrase of this family.
    func closes(_ scalar: Unicode.Scalar) -> Bool { isTwoWay ? marks.contains(scalar) : marks[1] == scalar }

    /// The mark to write at the beginning and at the end.
    var canonical: (open: Unicode.Scalar, close: Unicode.Scalar) {
        self == .double ? ("\"", "\"") : (marks[0], marks[1])
    }

    private var isTwoWay: Bool { self == .double || self == .angle }
}
