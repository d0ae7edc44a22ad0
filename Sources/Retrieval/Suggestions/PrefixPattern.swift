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
    private let isASCII: Bool

    /// Nil for a text without letters and digits.
    init?(_ text: String) {
        parts = Self.words(text)
        if parts.isEmpty { return nil }
        isASCII = parts.allSatisfy { $0.utf8.allSatisfy { $0 < 0x80 } }
    }

    /// Nil where a name does not meet the pattern.
    func fit(_ name: String) -> Fit? {
        guard mayMeet(name) else { return nil }
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

    /// False only for a name that cannot hold the first letter of the pattern: folding thousands of names takes longer
    /// than all else.
    private func mayMeet(_ name: String) -> Bool {
        guard isASCII, let first = parts[0].utf8.first else { return !name.utf8.allSatisfy { $0 < 0x80 } }
        let other = first >= UInt8(ascii: "a") && first <= UInt8(ascii: "z") ? first - 0x20 : first
        for scalar in name.unicodeScalars {
            switch scalar.value {
            case UInt32(first), UInt32(other): return true
            // Letters that may lose an accent, a ligature or their width to become a plain one.
            case 0x80..<0x370, 0x1D00..<0x2E80, 0x3200..<0x3400, 0xA700..<0xA800, 0xF900...: return true
            default: continue
            }
        }
        return false
    }

    /// Words without case and diacritics.
    private static func words(_ text: String) -> [String] {
        let folded = text.precomposedStringWithCompatibilityMapping
            .folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil)
        return folded.split { !$0.isLetter && !$0.isNumber }.map(String.init)
    }
}
