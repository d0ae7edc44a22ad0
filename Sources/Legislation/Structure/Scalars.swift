extension StringProtocol {
    /// White space run together into single spaces, none at the ends.
    var singleSpaced: String {
        if isSingleSpaced { return String(self) }
        var text = ""
        var gap = false
        for scalar in unicodeScalars {
            if scalar.isWhitespace {
                gap = true
            } else {
                if gap && !text.isEmpty { text.unicodeScalars.append(" ") }
                gap = false
                text.unicodeScalars.append(scalar)
            }
        }
        return text
    }

    /// Whether spaces stand only singly and between words: then nothing need be copied piece by piece.
    private var isSingleSpaced: Bool {
        var wasSpace = true
        for scalar in unicodeScalars {
            let isSpace = scalar == " "
            if isSpace ? wasSpace : scalar.isWhitespace { return false }
            wasSpace = isSpace
        }
        return !wasSpace || isEmpty
    }

    /// Without white space at the ends.
    var trimmed: String {
        let scalars = unicodeScalars
        guard let first = scalars.firstIndex(where: { !$0.isWhitespace }),
            let last = scalars.lastIndex(where: { !$0.isWhitespace })
        else { return "" }
        return String(self[first...last])
    }

    /// Without what is no letter at its ends.
    var bareWord: String {
        let scalars = unicodeScalars
        guard let first = scalars.firstIndex(where: \.isAlphabetic), let last = scalars.lastIndex(where: \.isAlphabetic)
        else { return "" }
        return String(self[first...last])
    }

    /// Letters and digits alone, in lower case: by these a text is known again where another source has other quotation
    /// marks and dashes.
    var lettersAndDigits: String {
        String(
            String.UnicodeScalarView(
                lowercased().unicodeScalars.filter { $0.isAlphabetic || $0.properties.numericType != nil }))
    }
}

extension String {
    var nonEmpty: String? { isEmpty ? nil : self }
}

extension Unicode.Scalar {
    /// Unicode's property; most characters of most laws are ASCII, for which the table need not be asked.
    var isWhitespace: Bool { isASCII ? self == " " || (9...13).contains(value) : properties.isWhitespace }

    /// Unicode's property; see ``isWhitespace``.
    var isAlphabetic: Bool { isASCII ? (0x61...0x7A).contains(value | 0x20) : properties.isAlphabetic }

    /// A small letter of a script that has capitals in use; Georgian's everyday letters count as small in
    /// Unicode, yet its headings begin with them.
    var isSmallLetter: Bool { value < 0x590 && properties.isLowercase }
}
