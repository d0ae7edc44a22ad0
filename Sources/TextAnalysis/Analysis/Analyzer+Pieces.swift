/// What UAX #29 joins and the index takes apart: words around mid-word punctuation and connectors, elided articles,
/// Hangul beside other scripts, Korean references. The slow path: few words come here.
extension Analyzer {
    /// Appends the tokens of the segment `start ..< end`.
    @inline(never)
    func appendPieces(_ text: UTF8Text, _ start: Int, _ end: Int, origin: Origin, into output: inout TokenOutput) {
        let text = UTF8Text(base: text.base, count: end)
        if let merged = initialism(text, start, end) ?? groupedNumber(text, start, end) {
            merged.withUnsafeBufferPointer { bytes in
                guard let base = bytes.baseAddress else { return }
                let range = origin.range(start, end)
                appendWord(base, bytes.count, range, origin, exactOnly: false, into: &output)
            }
            return
        }
        var pieceStart = start
        var index = start
        while index < end {
            let (scalar, length) = text.decode(at: index)
            if separates(scalar) {
                appendPiece(text, pieceStart, index, origin, into: &output)
                pieceStart = index + length
            }
            index += length
        }
        appendPiece(text, pieceStart, end, origin, into: &output)
    }

    /// Punctuation within words that parts them; apostrophes, the Catalan middle dot and Hebrew marks do not.
    private func separates(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x22, 0x27, 0xB7, 0x387, 0x5F4, 0x2018, 0x2019, 0xFF07: return false
        default:
            let wordBreak = properties[scalar].wordBreak
            return wordBreak >= WordBreak.singleQuote && wordBreak <= WordBreak.extendNumLet
                && wordBreak != WordBreak.numeric
        }
    }

    private func appendPiece(
        _ text: UTF8Text, _ start: Int, _ end: Int, _ origin: Origin, into output: inout TokenOutput
    ) {
        var start = start
        while start < end {
            let (first, length) = text.decode(at: start)
            if Self.isApostrophe(first) {
                start += length
                continue
            }
            if properties[first].needsDictionary {
                let piece = UTF8Text(base: text.base, count: end)
                start = appendDictionaryRun(piece, start, origin: origin, into: &output)
                continue
            }
            guard let apostrophe = firstApostrophe(text, start, end), Elision.isPrefix(text, start, apostrophe.start),
                apostrophe.end < end
            else { break }
            let range = origin.range(start, apostrophe.start)
            appendWord(
                text.base + start, apostrophe.start - start, range, origin, exactOnly: true, into: &output)
            start = apostrophe.end
        }
        guard start < end else { return }
        appendByScript(text, start, end, origin, into: &output)
    }

    private static func isApostrophe(_ scalar: UInt32) -> Bool {
        scalar == 0x27 || scalar == 0x2018 || scalar == 0x2019 || scalar == 0xFF07
    }

    private func firstApostrophe(_ text: UTF8Text, _ start: Int, _ end: Int) -> (start: Int, end: Int)? {
        var index = start
        while index < end {
            let (scalar, length) = text.decode(at: index)
            if Self.isApostrophe(scalar) { return (index, index + length) }
            index += length
        }
        return nil
    }

    /// Appends a piece, cut where Hangul meets letters and digits of another script.
    private func appendByScript(
        _ text: UTF8Text, _ start: Int, _ end: Int, _ origin: Origin, into output: inout TokenOutput
    ) {
        var pieceStart = start
        var pieceIsHangul: Bool?
        var index = start
        while index < end {
            let (scalar, length) = text.decode(at: index)
            let here = properties[scalar]
            if !here.isIgnorable {
                if let isHangul = pieceIsHangul, isHangul != here.isHangul {
                    appendCut(
                        text, pieceStart, index, follows: pieceStart > start, precedes: true, origin, into: &output)
                    pieceStart = index
                }
                pieceIsHangul = here.isHangul
            }
            index += length
        }
        appendCut(text, pieceStart, end, follows: pieceStart > start, precedes: false, origin, into: &output)
    }

    /// Appends a piece of one script; a Korean one after a number is cut behind its unit (`조`, `항`, `호`) and before the
    /// ordinal prefix `제` of a number that follows, so that `제48조제2항에` reads as its parts.
    private func appendCut(
        _ text: UTF8Text, _ start: Int, _ end: Int, follows: Bool, precedes: Bool, _ origin: Origin,
        into output: inout TokenOutput
    ) {
        var start = start
        var end = end
        let (first, length) = text.decode(at: start)
        if follows, properties[first].isHangul, end - start > length, Self.koreanUnits.contains(first) {
            appendWord(text, start, start + length, origin: origin, into: &output)
            start += length
        }
        var hasOrdinal = false
        if precedes, end - start > 3, text.base[end - 3] == 0xEC, text.base[end - 2] == 0xA0, text.base[end - 1] == 0x9C
        {
            end -= 3
            hasOrdinal = true
        }
        appendWord(text, start, end, origin: origin, into: &output)
        if hasOrdinal { appendWord(text, end, end + 3, origin: origin, into: &output) }
    }

    /// 조 항 호 목 장 절 편 관
    private static let koreanUnits: [UInt32] = [0xC870, 0xD56D, 0xD638, 0xBAA9, 0xC7A5, 0xC808, 0xD3B8, 0xAD00]

    /// The letters of an initialism (`U.S.C`), single letters with full stops between; nil for anything else.
    private func initialism(_ text: UTF8Text, _ start: Int, _ end: Int) -> [UInt8]? {
        var letters: [UInt8] = []
        var index = start
        var expectsLetter = true
        while index < end {
            let (scalar, length) = text.decode(at: index)
            if expectsLetter {
                let wordBreak = properties[scalar].wordBreak
                guard wordBreak == WordBreak.aLetter, !properties[scalar].isHangul else { return nil }
                letters.append(scalar: scalar)
            } else if scalar != 0x2E {
                return nil
            }
            expectsLetter.toggle()
            index += length
        }
        return letters.isEmpty || expectsLetter ? nil : letters
    }

    /// The digits of a number grouped by thousands with one kind of mark (`1,000,000`, `1.000`, `1’000`).
    private func groupedNumber(_ text: UTF8Text, _ start: Int, _ end: Int) -> [UInt8]? {
        var digits: [UInt8] = []
        var mark: UInt32 = 0
        var group = 0
        var index = start
        while index < end {
            let (scalar, length) = text.decode(at: index)
            if scalar >= 0x30, scalar <= 0x39 {
                digits.append(UInt8(truncatingIfNeeded: scalar))
                group += 1
                if group > 3 { return nil }
            } else {
                guard scalar == 0x2C || scalar == 0x2E || Self.isApostrophe(scalar), mark == 0 || mark == scalar,
                    group == 3 || mark == 0, group > 0
                else { return nil }
                mark = scalar
                group = 0
            }
            index += length
        }
        return mark != 0 && group == 3 ? digits : nil
    }
}
