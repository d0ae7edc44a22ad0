/// Puts the words of a line together as text.
enum LineText {
    private static let raised: [Character: Character] = [
        "0": "⁰", "1": "¹", "2": "²", "3": "³", "4": "⁴", "5": "⁵", "6": "⁶", "7": "⁷", "8": "⁸", "9": "⁹",
    ]

    /// What a line says; raised figures that point to a note are left out, others stay raised.
    static func text(of line: PageLine, notes: Set<String>) -> String {
        let words = line.isRightToLeft ? VisualOrder.ordered(line.words) : line.words
        var text = ""
        var last: PageWord?
        for word in words {
            var said = VisualOrder.logical(word.text)
            var isGlued = false
            if let last {
                let gap = word.left >= last.right - 1 ? word.left - last.right : last.left - word.right
                isGlued = gap < min(last.height, word.height) * 0.06
                if isWide(last.text.unicodeScalars.last), isWide(word.text.unicodeScalars.first) {
                    isGlued = gap < word.height * 0.6
                }
                if Footnotes.isRaised(word, in: line) {
                    let digits = said.filter { !"()".contains($0) }
                    if notes.contains(digits) || digits.allSatisfy({ "*†‡".contains($0) }) { continue }
                    if isGlued || gap < line.size * 0.12, !said.isEmpty, said.allSatisfy({ raised[$0] != nil }) {
                        said = String(said.compactMap { raised[$0] })
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

    /// Ideographs and kana, between which no space is written.
    static func isWide(_ scalar: Unicode.Scalar?) -> Bool {
        guard let value = scalar?.value else { return false }
        return (0x2E80...0x9FFF).contains(value) || (0xF900...0xFAFF).contains(value) || (0xFF00...0xFFEF).contains(value)
            || (0x20000...0x3FFFF).contains(value)
    }
}
