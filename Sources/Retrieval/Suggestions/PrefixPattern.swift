internal import Foundation

/// Beginnings of words that a name must have side by side: `chem weap` meets `Chemical Weapons Convention`.
struct PrefixPattern {
    /// How well a name meets a pattern.
    enum Fit: Int, Comparable {
        /// The name begins so.
        case begins
        /// Words within the name do.
        case within

        static func < (left: Fit, right: Fit) -> Bool { left.rawValue < right.rawValue }
    }

    let parts: [String]

    /// Nil for a text without letters and digits.
    init?(_ text: String) {
        parts = Self.words(text)
        if parts.isEmpty { return nil }
    }

    /// Nil where a name does not meet the pattern.
    func fit(_ name: String) -> Fit? {
        let words = Self.words(name)
        var start = 0
        while start + parts.count <= words.count {
            if parts.indices.allSatisfy({ words[start + $0].hasPrefix(parts[$0]) }) {
                return start == 0 ? .begins : .within
            }
            start += 1
        }
        // Scripts without spaces have no words to begin.
        guard parts.count == 1, parts[0].unicodeScalars.allSatisfy(StateNameTable.isUnspaced) else { return nil }
        return words.contains { $0.contains(parts[0]) } ? .within : nil
    }

    /// Words without case and diacritics.
    private static func words(_ text: String) -> [String] {
        let folded = text.precomposedStringWithCompatibilityMapping
            .folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil)
        return folded.split { !$0.isLetter && !$0.isNumber }.map(String.init)
    }
}
