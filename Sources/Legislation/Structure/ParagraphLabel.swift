/// The number, letter or mark that stands before a paragraph of a provision or an item of a list.
enum ParagraphLabel {
    /// `(a)`, `1.`, `12)`, `–`, `•`, `§ 2`, `（一）`, `一、`.
    static func begins(_ text: String) -> Bool {
        var scanner = ScalarScanner(text)
        guard let first = scanner.peek else { return false }
        if "•–—-*▪◦●■".unicodeScalars.contains(first) {
            scanner.advance()
            return scanner.peek?.isWhitespace ?? false
        }
        if first == "§" { return true }
        let isBracketed = scanner.skip("(") || scanner.skip("（")
        let start = scanner.position
        while let next = scanner.peek, next.isAlphabetic || Numeral.decimal(next) != nil {
            scanner.advance()
        }
        let label = scanner.text(from: start)
        guard !label.isEmpty, label.unicodeScalars.count <= 5 else { return false }
        let isNumber = label.unicodeScalars.first.flatMap(Numeral.decimal) != nil
        let isRoman = Numeral.roman(label.uppercased().unicodeScalars) != nil
        let isHan = label.unicodeScalars.allSatisfy(Numeral.isHan)
        guard isNumber || isRoman || isHan || label.unicodeScalars.count <= 2 else { return false }
        if isBracketed { return scanner.peek == ")" || scanner.peek == "）" }
        if isHan { return scanner.peek == "、" || scanner.peek?.isWhitespace == true }
        // イ, ロ, ハ number the parts of an item in Japanese laws.
        if label.unicodeScalars.count == 1, "イロハニホヘトチリヌ".contains(label) {
            return scanner.peek?.isWhitespace == true
        }
        while isNumber, scanner.skip(".") {
            while let next = scanner.peek, Numeral.decimal(next) != nil { scanner.advance() }
            if scanner.isAtEnd || scanner.peek?.isWhitespace == true { return true }
        }
        guard scanner.skip(".") || scanner.skip(")") else { return false }
        return scanner.isAtEnd || scanner.peek?.isWhitespace == true
    }
}
