/// Puts the words of a line together as text.
enum LineText {
    /// What a line says; raised figures that point to a note are left out, others stay raised.
    static func text(of line: PageLine, notes: Set<String>) -> String {
        let words = line.isRightToLeft ? VisualOrder.ordered(line.words) : line.words
        let spread = letterSpacing(words)
        var text = ""
        var last: PageWord?
        for word in words {
            var said = VisualOrder.logical(word.text)
            var isGlued = false
            if let last {
                let gap = word.left >= last.right - 1 ? word.left - last.right : last.left - word.right
                isGlued = gap < max(min(last.height, word.height) * 0.06, spread)
                if isWide(last.text.unicodeScalars.last), isWide(word.text.unicodeScalars.first) {
                    isGlued = gap < word.height * 0.6
                }
                if Footnotes.isRaised(word, in: line) {
                    let digits = said.filter { !"()".contains($0) }
                    if notes.contains(digits) || digits.allSatisfy({ "*†‡".contains($0) }) { continue }
                    if isGlued || gap < line.size * 0.12, let raised = Numeral.raised(said) {
                        said = raised
                        isGlued = true
                    }
                }
            }
            if !text.isEmpty, !isGlued { text += " " }
            text += said
            last = word
        }
        return text.singleSpaced
    }

    /// The widest gap between the letters of a spaced-out line (`A r t i c l e`), below that between its words; 0 for others.
    private static func letterSpacing(_ words: [PageWord]) -> Double {
        guard words.count >= 6 else { return 0 }
        let single = words.count { $0.text.unicodeScalars.count == 1 && !isWide($0.text.unicodeScalars.first) }
        guard single * 10 >= words.count * 8 else { return 0 }
        let gaps = zip(words, words.dropFirst()).map { abs($1.left - $0.right) }.sorted()
        return gaps[gaps.count / 2] * 1.6
    }

    /// Ideographs and kana, between which no space is written.
    static func isWide(_ scalar: Unicode.Scalar?) -> Bool {
        guard let value = scalar?.value else { return false }
        return (0x2E80...0x9FFF).contains(value) || (0xF900...0xFAFF).contains(value)
            || (0xFF00...0xFFEF).contains(value)
            || (0x20000...0x3FFFF).contains(value)
    }
}
