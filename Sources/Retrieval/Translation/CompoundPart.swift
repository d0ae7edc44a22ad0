/// A translation that may be one of the two words of a compound.
struct CompoundPart {
    /// UTF-8, in small letters.
    let word: [UInt8]
    /// The word without what inflection may change at its end; nil where too little would be left.
    let stem: [UInt8]?
    /// Which of 256 classes the word's first bytes are in.
    let beginning: UInt8

    private static let shortest = 3
    /// Letters at the end of a word that inflection may change, and fewest that must stay.
    private static let ending = 2
    private static let shortestStem = 4

    /// Nil for a short word, and for several.
    init?(_ translation: String) {
        guard translation.count >= Self.shortest, !translation.contains(" ") else { return nil }
        let text = translation.lowercased()
        word = Array(text.utf8)
        let length = max(Self.shortestStem, text.count - Self.ending)
        stem = text.count >= Self.shortestStem ? Array(text.prefix(length).utf8) : nil
        beginning = Self.beginning(of: word[...])
    }

    /// Class of the first three bytes; there are at least as many.
    static func beginning(of word: ArraySlice<UInt8>) -> UInt8 {
        word.prefix(3).reduce(0) { $0 &* 31 &+ $1 }
    }
}
