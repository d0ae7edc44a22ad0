/// Tells a provision's title from the text that follows it.
enum ProvisionHeading {
    private static let brackets: [Unicode.Scalar: Unicode.Scalar] = ["(": ")", "（": "）", "【": "】", "[": "]"]

    /// A title without brackets around it and stops at its ends; nil when nothing is left.
    static func cleaned(_ text: String) -> String? {
        var title = text.singleSpaced
        if isBracketed(title) { title = String(title.dropFirst().dropLast()).trimmed }
        while let last = title.unicodeScalars.last, ".:–—-·".unicodeScalars.contains(last) {
            title.unicodeScalars.removeLast()
            title = title.trimmed
        }
        return title.isEmpty ? nil : title
    }

    /// Whether the whole line stands in one pair of brackets.
    static func isBracketed(_ text: String) -> Bool {
        guard let first = text.unicodeScalars.first, let close = brackets[first],
            text.unicodeScalars.last == close, text.unicodeScalars.count <= 80
        else { return false }
        // `(1)` and `（一）` number a paragraph.
        let words = text.unicodeScalars.filter { $0.isAlphabetic && !Numeral.isHan($0) }
        return words.count >= (first.value > 0x2E80 ? 1 : 3)
            && text.unicodeScalars.firstIndex(of: close) == text.unicodeScalars.indices.last
    }

    /// Short, and not a sentence.
    static func isTitleShaped(_ text: String) -> Bool {
        let count = text.unicodeScalars.count
        let isWide = text.unicodeScalars.first.map { $0.value >= 0x2E80 } ?? false
        guard count >= 2, count <= (isWide ? 30 : 100), !OutlineBuilder.endsSentence(text), text.last != "—" else {
            return false
        }
        guard let first = text.unicodeScalars.first else { return false }
        return first.isAlphabetic && !first.isSmallLetter || isBracketed(text)
    }

    /// Whether a bold or centred line is a title; a full stop may end it, but no sentence may stand in it.
    static func isSetApart(_ text: String) -> Bool {
        guard let first = text.unicodeScalars.first, text.unicodeScalars.count <= 160, !first.isSmallLetter else {
            return false
        }
        let isOpen = first.isAlphabetic || isBracketed(text)
        return isOpen && !text.dropLast().contains { ".;:。".contains($0) } && !";:,".contains(text.last ?? ";")
    }

    /// Parts what follows the number on its line into title and text.
    static func split(_ rest: String, hasTextBelow: Bool) -> (heading: String?, text: String?) {
        if rest.isEmpty { return (nil, nil) }
        if let first = rest.unicodeScalars.first, let close = brackets[first],
            let end = rest.unicodeScalars.prefix(90).firstIndex(of: close)
        {
            let inner = String(rest.unicodeScalars[rest.unicodeScalars.index(after: rest.startIndex)..<end])
            var after = ScalarScanner(String(rest.unicodeScalars[rest.unicodeScalars.index(after: end)...]))
            // `(1)` numbers a paragraph; `(Objet)` is a title.
            let isTitle = inner.unicodeScalars.filter(\.isAlphabetic).count >= (first.value > 0x2E80 ? 1 : 3)
            if isTitle {
                after.skipSeparator()
                return (cleaned(inner), after.rest.isEmpty ? nil : after.rest)
            }
            return (nil, rest)
        }
        guard hasTextBelow else { return (nil, rest) }
        if isTitleShaped(rest) { return (cleaned(rest), nil) }
        let words = rest.split(separator: " ").count
        let endsInStop = rest.hasSuffix(".") && rest.dropLast().last != "."
        let isShort = rest.unicodeScalars.count <= 80 && words <= 10
        let hasInnerStop = rest.dropLast().contains { ".;:,。".contains($0) }
        if endsInStop, isShort, !hasInnerStop, rest.unicodeScalars.first?.isSmallLetter == false {
            return (cleaned(rest), nil)
        }
        return (nil, rest)
    }
}
