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
}

extension Unicode.Scalar {
    /// A small letter of a script that has capitals in use; Georgian's everyday letters count as small in
    /// Unicode, yet its headings begin with them.
    var isSmallLetter: Bool { value < 0x590 && properties.isLowercase }
}
