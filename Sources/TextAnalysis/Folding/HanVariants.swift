import CICU

/// Traditional Han characters and the simplified ones they are written as: the single-character rules of ICU's
/// transliterator "Traditional-Simplified", read once into a table because the transliterator itself takes about
/// 200 ns a character. Folding towards simplified is many to one, hence safe to apply to every text.
enum HanVariants {
    private static let pairs: [UInt32: UInt32] = {
        var from = [UInt32](repeating: 0, count: 8192)
        var to = [UInt32](repeating: 0, count: 8192)
        let found = Int(cicu_traditional_to_simplified(&from, &to, 8192))
        return Dictionary(zip(from, to).prefix(min(found, 8192)), uniquingKeysWith: { first, _ in first })
    }()

    /// Most Han characters are above all that have variants.
    private static let highest = pairs.keys.max() ?? 0

    private static let simplifiedOnly = Set(pairs.values).subtracting(pairs.keys)

    /// The simplified form of a character; itself where it has none.
    static func simplified(_ scalar: UInt32) -> UInt32 { scalar <= highest ? pairs[scalar] ?? scalar : scalar }

    /// Whether the character is written so in traditional text only.
    static func isTraditional(_ scalar: UInt32) -> Bool { pairs[scalar] != nil }

    /// Whether a traditional character folds to this one; most such characters are written in simplified text only.
    static func isSimplified(_ scalar: UInt32) -> Bool { simplifiedOnly.contains(scalar) }
}
