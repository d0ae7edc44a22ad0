/// Scripts whose words are corrected by letters, as ranges of the letters that words begin with.
///
/// Han, Kana, Thai, Lao, Khmer and Burmese are left out: they are indexed by pairs of characters, and any pair of
/// common characters is a word.
enum AlphabetRange {
    /// Latin and its extensions, Greek, Cyrillic, Armenian, Hebrew, Arabic, Indic, Georgian, Ethiopic, Hangul.
    private static let ranges: [ClosedRange<UInt32>] = [
        0x61...0x24F, 0x370...0x3FF, 0x400...0x52F, 0x561...0x587, 0x5D0...0x5F4, 0x620...0x6FF, 0x900...0xDFF,
        0x10D0...0x10FF, 0x1200...0x139F, 0x1E00...0x1EFF, 0xAC00...0xD7A3,
    ]
    private static let latin: ClosedRange<UInt32> = 0x61...0x24F
    private static let latinAdditional: ClosedRange<UInt32> = 0x1E00...0x1EFF

    /// The range that holds the letters a word of the same script may begin with; nil where the script has no letters
    /// or the word is of several.
    static func of(_ word: String) -> ClosedRange<UInt32>? {
        var found: ClosedRange<UInt32>?
        for scalar in word.unicodeScalars {
            // Marks go with any letter.
            guard scalar.properties.isAlphabetic || scalar.properties.generalCategory == .nonspacingMark else {
                return nil
            }
            guard scalar.properties.isAlphabetic else { continue }
            // Vietnamese mixes both ranges; its words begin with plain letters mostly.
            guard var range = ranges.first(where: { $0.contains(scalar.value) }) else { return nil }
            if range == latinAdditional { range = latin }
            if let found, found != range { return nil }
            found = range
        }
        return found
    }
}
