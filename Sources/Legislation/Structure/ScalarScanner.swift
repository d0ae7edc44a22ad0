/// Reads the start of a line scalar by scalar.
struct ScalarScanner {
    private let scalars: String.UnicodeScalarView
    private var at: String.UnicodeScalarView.Index

    init(_ text: String) {
        scalars = text.unicodeScalars
        at = scalars.startIndex
    }

    var isAtEnd: Bool { at == scalars.endIndex }
    var peek: Unicode.Scalar? { isAtEnd ? nil : scalars[at] }
    var rest: String { String(scalars[at...]) }

    mutating func advance() {
        if !isAtEnd { at = scalars.index(after: at) }
    }

    @discardableResult
    mutating func skip(_ scalar: Unicode.Scalar) -> Bool {
        guard peek == scalar else { return false }
        advance()
        return true
    }

    mutating func skip(words: String) -> Bool {
        let start = at
        for scalar in words.unicodeScalars where !skip(scalar) {
            at = start
            return false
        }
        return true
    }

    @discardableResult
    mutating func skipSpace() -> Bool {
        let start = at
        while let next = peek, next.isWhitespace || next == "\u{200F}" || next == "\u{200E}" { advance() }
        return at != start
    }

    /// Letters and their marks; at most 24, for no heading word is longer.
    mutating func word() -> String {
        var word = String.UnicodeScalarView()
        while let next = peek, word.count < 24, Self.isWordScalar(next) {
            word.append(next)
            advance()
        }
        return String(word)
    }

    private static func isWordScalar(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII { return UInt8(ascii: scalar).isASCIILetter }
        if scalar == "ʻ" || scalar == "‘" || scalar == "ʼ" || scalar == "\u{640}" { return true }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .spacingMark: return true
        case .letterNumber, .modifierLetter: return false
        default: return scalar.isAlphabetic && scalar != "º" && scalar != "ª"
        }
    }

    /// `No.`, `N°`, `Nr.`, `№`, `núm.` and a bracket before a number.
    mutating func skipNumberSign() {
        let start = at
        let sign = word().lowercased()
        if ["n", "no", "nr", "nº", "num", "núm", "č", "رقم", "ya", "cha"].contains(sign) {
            while let next = peek, ".°º".unicodeScalars.contains(next) { advance() }
            skipSpace()
        } else {
            at = start
        }
        if skip("№") { skipSpace() }
        let bracket = at
        if skip("(") {
            skipSpace()
            if peek.flatMap(Numeral.decimal) == nil { at = bracket }
        }
    }

    /// What follows the number of a heading; nil when a sentence goes on, as after `Article 5, paragraph 2`.
    mutating func restAfterNumber() -> (rest: String, separated: Bool)? {
        if isAtEnd { return ("", true) }
        let next = peek
        if next == "," || next == ";" || next == "、" || next == "،" { return nil }
        let separated = skipSeparator()
        let rest = rest
        guard let first = rest.unicodeScalars.first else { return ("", true) }
        if !separated, first.isSmallLetter { return nil }
        return (rest, separated)
    }

    /// Points, dashes and colons between number and title, with their spaces; whether there was one.
    @discardableResult
    mutating func skipSeparator() -> Bool {
        var found = false
        while let next = peek {
            if next.isWhitespace {
                advance()
            } else if ".:：．·‐‑–—―-_|।৷ـ៖፡፤။−\u{2015}".unicodeScalars.contains(next) || (next == ")" && !found) {
                found = true
                advance()
            } else {
                break
            }
        }
        return found || isAtEnd
    }

    /// Marks before a head that are no part of it: `►M2`, a bullet.
    mutating func skipOrnaments() {
        while let next = peek, "►▼◄★☆\u{FEFF}\u{200B}\u{200E}\u{200F}".unicodeScalars.contains(next) {
            advance()
            if next == "►" || next == "▼" {
                while let mark = peek, mark.isASCII, mark.isAlphabetic || Numeral.decimal(mark) != nil {
                    advance()
                }
            }
            skipSpace()
        }
    }

    var position: String.UnicodeScalarView.Index {
        get { at }
        set { at = newValue }
    }

    func text(from start: String.UnicodeScalarView.Index) -> String { String(scalars[start..<at]) }
}
