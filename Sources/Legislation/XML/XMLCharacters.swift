/// The characters that XML 1.0 allows.
enum XMLCharacters {
    /// The text without the characters that XML cannot write, and how many those are.
    static func clean(_ text: String) -> (text: String, dropped: Int) {
        // All that is not allowed is below space, or one of the two last of the first plane (EF BF BE, EF BF BF).
        let isClean = text.utf8.allSatisfy { $0 >= 0x20 && $0 != 0xEF || $0 == 0x0A || $0 == 0x09 || $0 == 0x0D }
        if isClean { return (text, 0) }
        var scalars = String.UnicodeScalarView()
        var dropped = 0
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x09, 0x0A, 0x0D, 0x20...0xFFFD, 0x1_0000...: scalars.append(scalar)
            default: dropped += 1
            }
        }
        return (String(scalars), dropped)
    }
}
