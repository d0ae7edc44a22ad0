import CICU

/// What word segmentation asks of a character, in one table word.
struct TextProperties: Hashable, Sendable, BitwiseCopyable {
    let bits: UInt16

    /// A letter of which there is no more to say.
    static var letter: TextProperties {
        @inline(__always) get { TextProperties(bits: WordBreak.aLetter | 1 << 6) }
    }

    /// The Word_Break class (UAX #29), one of the `WordBreak` constants.
    @inline(__always) var wordBreak: UInt16 { bits & 31 }
    @inline(__always) var isExtendedPictographic: Bool { bits & 1 << 5 != 0 }
    @inline(__always) var isLetterOrNumber: Bool { bits & 1 << 6 != 0 }
    /// Han, Hiragana and Katakana: segmented by dictionary, indexed by bigrams.
    @inline(__always) var isHanOrKana: Bool { bits & 1 << 7 != 0 }
    /// Thai, Lao, Khmer, Burmese and their like (Line_Break SA).
    @inline(__always) var isComplexContext: Bool { bits & 1 << 8 != 0 }
    @inline(__always) var needsDictionary: Bool { bits & (1 << 7 | 1 << 8) != 0 }
    @inline(__always) var continuesCluster: Bool { bits & 1 << 9 != 0 }
    @inline(__always) var isHangul: Bool { bits & 1 << 10 != 0 }
    /// Extend, Format and ZWJ: what rule WB4 lets any character carry along.
    @inline(__always) var isIgnorable: Bool { wordBreak >= WordBreak.extend && wordBreak <= WordBreak.format }

    // Sound to share: an immutable table of plain numbers behind pointers that live as long as the process.
    nonisolated(unsafe) static let table = CodePointTable<TextProperties>(
        fill: { first, block in
            // Planes 4 to 13 and the private planes are unassigned; plane 14 holds tags and variation selectors.
            guard first < 0x40000 || (0xE0000..<0xE1000).contains(first) else {
                for index in block.indices { block[index] = TextProperties(bits: 0) }
                return
            }
            if isUniform(first) {
                var word: UInt16 = 0
                cicu_text_properties(first, 1, &word)
                for index in block.indices { block[index] = TextProperties(bits: word) }
                return
            }
            var words = [UInt16](repeating: 0, count: 256)
            cicu_text_properties(first, 256, &words)
            for index in block.indices {
                let scalar = first + UInt32(index)
                var bits = words[index]
                // Expansions such as ㌀ and symbols such as ㍿ or ℃ are words by what they fold to; those that
                // become several characters go through the word path, which analyses their expansion: SARA AM and
                // the like stay with their script, squared words leave the dictionary run.
                switch ExactFold.table[scalar] {
                case 0, ExactFold.deleted: break
                case ExactFold.han where cicu_is_inert(scalar) != 0: break
                case ExactFold.special, ExactFold.han:
                    let expansion = ExactFold.expansion(of: scalar)
                    if expansion.isOfSeveral { bits &= ~(1 << 7) }
                    if expansion.hasLetterOrNumber { bits |= 1 << 6 }
                case let folded:
                    if ExactFold.isLetterOrNumber(folded) { bits |= 1 << 6 }
                }
                block[index] = TextProperties(bits: bits)
            }
        }, default: TextProperties(bits: 0))

    /// Whether all characters of a block are ideographs or all Hangul syllables, which saves asking ICU for each.
    private static func isUniform(_ first: UInt32) -> Bool {
        switch first {
        case 0x3400..<0x4D00, 0x4E00..<0x9F00, 0xAC00..<0xD700, 0x20000..<0x2A600: true
        default: false
        }
    }
}

/// Word_Break classes, numbered as in `cicu_text.h`.
enum WordBreak {
    static let other: UInt16 = 0
    static let cr: UInt16 = 1
    static let lf: UInt16 = 2
    static let newline: UInt16 = 3
    static let extend: UInt16 = 4
    static let zwj: UInt16 = 5
    static let format: UInt16 = 6
    static let katakana: UInt16 = 7
    static let hebrewLetter: UInt16 = 8
    static let aLetter: UInt16 = 9
    static let singleQuote: UInt16 = 10
    static let doubleQuote: UInt16 = 11
    static let midNumLet: UInt16 = 12
    static let midLetter: UInt16 = 13
    static let midNum: UInt16 = 14
    static let numeric: UInt16 = 15
    static let extendNumLet: UInt16 = 16
    static let regionalIndicator: UInt16 = 17
    static let segmentSpace: UInt16 = 18
}
