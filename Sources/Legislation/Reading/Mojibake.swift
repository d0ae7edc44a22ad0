import Foundation

/// UTF-8 whose bytes were taken for characters of windows-1252 and encoded in UTF-8 again: `Ã©` for é, `Ð¿` for п.
enum Mojibake {
    /// Whether the lead bytes of such sequences are frequent enough to look closer.
    static func isSuspected(in utf8: Data) -> Bool {
        utf8.prefix(1 << 20).withUnsafeBytes { bytes in
            var leads = 0
            for at in bytes.indices.dropLast(2)
            // U+00C0…U+00FF are C3 80…BF; what follows one in broken text is again beyond ASCII.
            where bytes[at] == 0xC3 && bytes[at + 1] >= 0x82 && bytes[at + 2] >= 0x80 {
                leads += 1
                if leads >= 3 { return true }
            }
            return false
        }
    }

    /// The text with such sequences decoded, and how many there were; nil where they are too few among the other
    /// letters beyond ASCII to be certain.
    static func repaired(_ utf8: Data) -> (Data, Int)? {
        var rest = String(decoding: utf8, as: UTF8.self).unicodeScalars[...]
        var out = String.UnicodeScalarView()
        var decoded = 0
        var others = 0
        while let first = rest.first {
            if let (scalar, length) = sequence(at: rest) {
                out.append(scalar)
                decoded += 1
                rest.removeFirst(length)
            } else {
                if first.value >= 0xC0, first.isAlphabetic { others += 1 }
                out.append(first)
                rest.removeFirst()
            }
        }
        // “Ã©” is no pair of letters in any language, but a text that is sound otherwise may speak of it.
        guard decoded >= 3, decoded > others * 4 else { return nil }
        return (Data(String(out).utf8), decoded)
    }

    /// The character that two to four characters of windows-1252 stand for, when their bytes are well-formed UTF-8.
    private static func sequence(at scalars: Substring.UnicodeScalarView) -> (Unicode.Scalar, Int)? {
        guard let first = scalars.first, (0xC2...0xF4).contains(first.value) else { return nil }
        let lead = UInt8(first.value)
        let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
        var bytes = [lead]
        for scalar in scalars.dropFirst().prefix(length - 1) {
            guard let next = byte(scalar), next & 0xC0 == 0x80 else { return nil }
            bytes.append(next)
        }
        guard bytes.count == length, let text = String(validating: bytes, as: UTF8.self),
            let scalar = text.unicodeScalars.first
        else { return nil }
        return (scalar, length)
    }

    /// The byte of a character in windows-1252; the five that it leaves open are themselves.
    private static func byte(_ scalar: Unicode.Scalar) -> UInt8? {
        if scalar.value >= 0x80, scalar.value <= 0xFF { return UInt8(scalar.value) }
        return high[scalar]
    }

    private static let high: [Unicode.Scalar: UInt8] = [
        "€": 0x80, "‚": 0x82, "ƒ": 0x83, "„": 0x84, "…": 0x85, "†": 0x86, "‡": 0x87, "ˆ": 0x88, "‰": 0x89, "Š": 0x8A,
        "‹": 0x8B, "Œ": 0x8C, "Ž": 0x8E, "‘": 0x91, "’": 0x92, "“": 0x93, "”": 0x94, "•": 0x95, "–": 0x96, "—": 0x97,
        "˜": 0x98, "™": 0x99, "š": 0x9A, "›": 0x9B, "œ": 0x9C, "ž": 0x9E, "Ÿ": 0x9F,
    ]
}
