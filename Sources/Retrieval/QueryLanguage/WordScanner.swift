/// Finds the end of a word: letters, digits and whatever stands between them without a space.
///
/// A parenthesis directly behind a letter or digit belongs to the word when it is closed without a space
/// (`3(d)(ii)`). A backslash makes the sign behind it literal, at the beginning of a word also a letter (`\AND`).
struct WordScanner {
    /// A word with its escapes resolved.
    struct Word {
        var scalars: [Unicode.Scalar] = []
        /// The same folded, with a NUL in place of an escaped sign, which is never syntax.
        var syntax: [Unicode.Scalar] = []
        /// Place behind the word.
        var end = 0

        var string: String { Word.string(scalars) }

        static func string(_ scalars: some Sequence<Unicode.Scalar>) -> String {
            var view = String.UnicodeScalarView()
            view.append(contentsOf: scalars)
            return String(view)
        }
    }

    enum Result {
        case word(Word)
        /// A field or filter name; `colon` is the place of its colon.
        case name(QueryName, colon: Int)
        case unknownName(String, colon: Int)
    }

    let text: QueryText
    var place: Int
    /// Whether nothing is syntax, for ``QueryParser/plain(_:)``.
    let isLiteral: Bool
    private var word = Word()
    private var hasColon = false

    init(text: QueryText, place: Int, isLiteral: Bool) {
        self.text = text
        self.place = place
        self.isLiteral = isLiteral
    }

    mutating func scan() -> Result {
        while place < text.count, !text.isSpace(place), !text.isSeparator(place) {
            let scalar = text.folded[place]
            if QuoteFamily(scalar) != nil, !text.isGershayim(place) { break }
            if scalar == ")" { break }
            if scalar == "(" {
                guard canHoldParenthesis, let end = WordScanner.balancedEnd(text, place) else { break }
                while place < end { take() }
            } else if scalar == "\\", !isLiteral, escapesNext {
                place += 1
                word.scalars.append(text.scalars[place])
                word.syntax.append("\0")
                place += 1
            } else if scalar == ":", !isLiteral, !hasColon {
                hasColon = true
                if let name = nameBeforeColon() { return name }
                take()
            } else {
                take()
            }
        }
        word.end = place
        return .word(word)
    }

    private mutating func take() {
        word.scalars.append(text.scalars[place])
        word.syntax.append(text.folded[place])
        place += 1
    }

    private var canHoldParenthesis: Bool {
        guard let last = word.scalars.last, QueryText.isWordScalar(last) || word.syntax.last == ")" else {
            return false
        }
        return isLiteral || !OperatorReader.isOperator(word.syntax)
    }

    private var escapesNext: Bool {
        guard place + 1 < text.count, !text.isSpace(place + 1) else { return false }
        return word.scalars.isEmpty || !QueryText.isWordScalar(text.scalars[place + 1])
    }

    /// What the letters before the colon at `place` name; nil where they are words: a known scheme, an address,
    /// letters of another script, digits.
    private func nameBeforeColon() -> Result? {
        guard !word.syntax.contains("\0"), !word.syntax.isEmpty, word.syntax.count <= 40 else { return nil }
        let name = Word.string(word.syntax)
        if let known = QueryName.named(name) { return .name(known, colon: place) }
        let isASCII = name.utf8.allSatisfy(\.isASCIILetter)
        guard isASCII, !QueryName.isScheme(name), place + 1 < text.count else { return nil }
        let next = place + 1
        let isAddress = text.folded[next] == "/" && next + 1 < text.count && text.folded[next + 1] == "/"
        guard !isAddress, !text.isSpace(next), !text.isSeparator(next), text.folded[next] != ")" else { return nil }
        return .unknownName(name, colon: place)
    }

    /// The place behind the parenthesis opened at `open`, when it is closed within the word, at most 64 signs on.
    static func balancedEnd(_ text: QueryText, _ open: Int) -> Int? {
        var depth = 0
        for place in open..<min(open + 64, text.count) {
            let scalar = text.folded[place]
            if text.isSpace(place) || text.isSeparator(place) || scalar == "\\" || QuoteFamily(scalar) != nil {
                return nil
            }
            if scalar == "(" { depth += 1 }
            if scalar == ")" {
                depth -= 1
                if depth == 0 { return place + 1 }
            }
        }
        return nil
    }
}
