/// Word boundaries of Unicode Standard Annex #29 (rules WB3 to WB999, revision 41, Unicode 15) on UTF-8 bytes.
///
/// A segment never depends on what stands before its first character, so the scanner needs no state between calls.
struct WordScanner {
    /// One segment.
    struct Segment {
        /// Index of the byte behind the segment.
        var end: Int
        /// Contains a letter or a number, or a symbol that folds to one.
        var isWord: Bool
        /// Contains characters at which ``WordPieces`` may have to cut: mid-word punctuation, connectors, Hangul.
        var mayNeedCutting: Bool
    }

    private let properties = TextProperties.table

    /// The segment that begins at `start`, which must be a boundary below `text.count`.
    func segment(_ text: UTF8Text, from start: Int) -> Segment {
        let (first, length) = text.decode(at: start)
        let firstProperties = properties[first]
        var index = start + length
        var last = firstProperties.wordBreak
        var previous = last
        var result = Segment(
            end: index, isWord: firstProperties.isLetterOrNumber,
            mayNeedCutting: firstProperties.isHangul || previous == WordBreak.extendNumLet)
        if previous == WordBreak.cr {
            if index < text.count, text[index] == 0x0A { result.end = index + 1 }  // WB3
            return result
        }
        if previous == WordBreak.lf || previous == WordBreak.newline { return result }  // WB3a
        var joinsNext = false
        var regionalPairOpen = previous == WordBreak.regionalIndicator
        while index < text.count {
            let (scalar, length) = text.decode(at: index)
            let here = properties[scalar]
            // A letter behind letters, as nearly all are: WB5, and nothing more to be said of it.
            if here == TextProperties.letter, last == WordBreak.aLetter, previous == WordBreak.aLetter {
                result.isWord = true
                index += length
                continue
            }
            let current = here.wordBreak
            if here.isIgnorable {  // WB4
                last = current
                index += length
                continue
            }
            if last == WordBreak.zwj, here.isExtendedPictographic {  // WB3c
                // joins
            } else if last == WordBreak.segmentSpace, current == WordBreak.segmentSpace {  // WB3d
                // joins
            } else if joinsNext {  // WB7, WB7c, WB11: the look-ahead has seen this one
                joinsNext = false
            } else if regionalPairOpen, current == WordBreak.regionalIndicator {  // WB15, WB16
                regionalPairOpen = false
                previous = current
                last = current
                index += length
                continue
            } else {
                switch join(previous, current, text, index + length) {
                case .no:
                    result.end = index
                    return result
                case .yes: break
                case .withNext: joinsNext = true
                }
            }
            if here.isLetterOrNumber { result.isWord = true }
            if here.isHangul || (current >= WordBreak.singleQuote && current != WordBreak.numeric) {
                result.mayNeedCutting = true
            }
            previous = current
            last = current
            regionalPairOpen = false
            index += length
        }
        result.end = index
        return result
    }

    private enum Join { case no, yes, withNext }

    /// Rules WB5 to WB13b for the pair (`previous`, `current`); `after` is the index behind `current`.
    @inline(__always)
    private func join(_ previous: UInt16, _ current: UInt16, _ text: UTF8Text, _ after: Int) -> Join {
        switch previous {
        case WordBreak.aLetter, WordBreak.hebrewLetter:
            switch current {
            case WordBreak.aLetter, WordBreak.hebrewLetter, WordBreak.numeric, WordBreak.extendNumLet:
                return .yes  // WB5, WB9, WB13a
            case WordBreak.midLetter, WordBreak.midNumLet, WordBreak.singleQuote:
                let next = significant(text, after)
                if next == WordBreak.aLetter || next == WordBreak.hebrewLetter { return .withNext }  // WB6
                return previous == WordBreak.hebrewLetter && current == WordBreak.singleQuote ? .yes : .no  // WB7a
            case WordBreak.doubleQuote where previous == WordBreak.hebrewLetter:
                return significant(text, after) == WordBreak.hebrewLetter ? .withNext : .no  // WB7b
            default: return .no
            }
        case WordBreak.numeric:
            switch current {
            case WordBreak.numeric, WordBreak.aLetter, WordBreak.hebrewLetter, WordBreak.extendNumLet:
                return .yes  // WB8, WB10, WB13a
            case WordBreak.midNum, WordBreak.midNumLet, WordBreak.singleQuote:
                return significant(text, after) == WordBreak.numeric ? .withNext : .no  // WB12
            default: return .no
            }
        case WordBreak.katakana:
            return current == WordBreak.katakana || current == WordBreak.extendNumLet ? .yes : .no  // WB13, WB13a
        case WordBreak.extendNumLet:
            switch current {
            case WordBreak.aLetter, WordBreak.hebrewLetter, WordBreak.numeric, WordBreak.katakana,
                WordBreak.extendNumLet:
                return .yes  // WB13a, WB13b
            default: return .no
            }
        default: return .no
        }
    }

    /// The class of the next character that WB4 does not skip; `other` at the end.
    private func significant(_ text: UTF8Text, _ from: Int) -> UInt16 {
        var index = from
        while index < text.count {
            let (scalar, length) = text.decode(at: index)
            let here = properties[scalar]
            if !here.isIgnorable { return here.wordBreak }
            index += length
        }
        return WordBreak.other
    }
}
