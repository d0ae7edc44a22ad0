import CLibXML2

/// References to characters in HTML: `&nbsp;`, `&#167;`, `&#xA7;`.
enum CharacterReference {
    /// - Parameter name: what stands between the ampersand and the semicolon.
    /// - Returns: a space for a line end or tab; nil where it names no character, or another control character.
    static func scalar(_ name: String) -> Unicode.Scalar? {
        if name.hasPrefix("#") {
            let digits = name.dropFirst()
            let value = digits.lowercased().hasPrefix("x") ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
            guard let scalar = value.flatMap(Unicode.Scalar.init) else { return nil }
            if scalar.value >= 0x20 { return scalar }
            return scalar.isWhitespace ? " " : nil
        }
        guard name.utf8.allSatisfy({ $0.isASCIILetter || $0.isASCIIDigit }), let found = htmlEntityLookup(name) else {
            return nil
        }
        return Unicode.Scalar(found.pointee.value)
    }
}
