extension StringProtocol {
    /// White space run together into single spaces, none at the ends.
    var singleSpaced: String {
        var text = ""
        var gap = false
        for scalar in unicodeScalars {
            if scalar.properties.isWhitespace {
                gap = true
            } else {
                if gap && !text.isEmpty { text.unicodeScalars.append(" ") }
                gap = false
                text.unicodeScalars.append(scalar)
            }
        }
        return text
    }

    /// Without white space at the ends.
    var trimmed: String {
        let scalars = unicodeScalars
        guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
            let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
        else { return "" }
        return String(self[first...last])
    }

    /// Without what is no letter at its ends.
    var bareWord: String {
        String(drop { !$0.isLetter }.reversed().drop { !$0.isLetter }.reversed())
    }

    /// Letters and digits alone, in lower case: by these a text is known again where another source has other quotation
    /// marks and dashes.
    var lettersAndDigits: String {
        String(
            String.UnicodeScalarView(
                lowercased().unicodeScalars.filter { $0.properties.isAlphabetic || $0.properties.numericType != nil }))
    }
}

extension String {
    var nonEmpty: String? { isEmpty ? nil : self }
}

extension Unicode.Scalar {
    /// A small letter of a script that has capitals in use; Georgian's everyday letters count as small in
    /// Unicode, yet its headings begin with them.
    var isSmallLetter: Bool { value < 0x590 && properties.isLowercase }
}
