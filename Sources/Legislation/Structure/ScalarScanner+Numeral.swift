extension ScalarScanner {
    /// `12`, `12a`, `12-1`, `5 bis`, `IV`, `L. 123-4`, `٥ مكرر`; nil, and nothing read, when there is no number.
    ///
    /// - Parameters:
    ///   - afterSign: whether a letter may stand apart (`10 a §`, `§ 10 a`).
    ///   - closesBracket: whether a bracket that closes right after is read with it (`5)`).
    mutating func numeral(afterSign: Bool, closesBracket: Bool = true) -> Numeral? {
        if let ethiopic = ethiopic() { return ethiopic }
        let start = position
        var id = ""
        if let code = codeLetter() { id = code }
        guard let value = digits(into: &id) else {
            position = start
            return roman() ?? singleLetter()
        }
        skipOrdinalMark()
        var raised: String?
        guard suffixes(into: &id, raised: &raised) else {
            position = start
            return nil
        }
        skipSpacedSuffix(into: &id)
        var printedEnd = position
        if skipSpace() {
            let word = word()
            if Numeral.multiplicatives.contains(word.lowercased()) {
                id += word.unicodeScalars.allSatisfy(\.isASCII) ? word.lowercased() : "bis"
                printedEnd = position
            } else if afterSign, word.unicodeScalars.count == 1, let letter = word.unicodeScalars.first,
                letter.isASCII, letter.isSmallLetter, isAtEnd || peek == " " || peek == "." || peek == "§"
            {
                id += word
                printedEnd = position
            }
        }
        position = printedEnd
        let printed = text(from: start).trimmed
        if closesBracket { skip(")") }
        return Numeral(printed: printed, id: id, value: value, raised: printed.hasSuffix(raised ?? "-") ? raised : nil)
    }

    /// `151 - 1.`, as Ukraine's parliament prints 151¹; a stop or the line's end must follow.
    private mutating func skipSpacedSuffix(into id: inout String) {
        let start = position
        var suffix = ""
        if skipSpace(), skip("-") || skip("–"), skipSpace(), digits(into: &suffix) != nil {
            let end = position
            skipSpace()
            guard isAtEnd || peek == "." else {
                position = start
                return
            }
            position = end
            id += "-" + suffix
        } else {
            position = start
        }
    }

    /// `፲፪`: Ethiopic numerals have no place values.
    private mutating func ethiopic() -> Numeral? {
        let start = position
        var value = 0
        while let next = peek, (0x1369...0x137B).contains(next.value), value < 10_000 {
            switch next.value {
            case 0x137B: value = max(value, 1) * 100
            case 0x1372...: value += (Int(next.value) - 0x1371) * 10
            default: value += Int(next.value) - 0x1368
            }
            advance()
        }
        guard value > 0 else { return nil }
        return Numeral(printed: text(from: start), id: String(value), value: value)
    }

    /// Letters of the French codes before a number: `L. 123-4`, `R*123-4`.
    private mutating func codeLetter() -> String? {
        let start = position
        let letters = word()
        // `Art. N1`: annexes of Belgian laws.
        if ["L", "R", "D", "A", "LO", "N"].contains(letters) {
            skip("*")
            skip(".")
            skipSpace()
            if peek.flatMap(Numeral.decimal) != nil { return letters.lowercased() }
        }
        position = start
        return nil
    }

    private mutating func digits(into id: inout String) -> Int? {
        var value = 0
        var count = 0
        while let next = peek, let digit = Numeral.decimal(next), count < 7 {
            value = value * 10 + digit
            id += String(digit)
            count += 1
            advance()
        }
        return count > 0 && peek.flatMap(Numeral.decimal) == nil ? value : nil
    }

    private mutating func skipOrdinalMark() {
        let start = position
        while let next = peek, "º°ª".unicodeScalars.contains(next) { advance() }
        if position != start { return }
        if peek == "." {
            advance()
            if peek == "º" || peek == "°" || peek == "ª" {
                advance()
                return
            }
            position = start
        }
        if ["er", "ère", "re", "o", "th", "st", "nd", "rd", "ro", "do", "to"].contains(word()) { return }
        position = start
    }

    /// What is attached to the digits; false when it shows that this is no number of a heading (`5km`, `5%`).
    private mutating func suffixes(into id: inout String, raised: inout String?) -> Bool {
        for _ in 0..<6 {
            guard let next = peek else { return true }
            let start = position
            if Numeral.superscripts[next] != nil {
                id += "-"
                while let digit = peek.flatMap({ Numeral.superscripts[$0] }) {
                    id += String(digit)
                    advance()
                }
                raised = text(from: start)
            } else if "-–‑./^·".unicodeScalars.contains(next) {
                advance()
                if peek.flatMap(Numeral.decimal) != nil {
                    id += "-"
                    guard digits(into: &id) != nil else { return false }
                    continue
                }
                let letters = word()
                let isMultiple = Numeral.multiplicatives.contains(letters.lowercased())
                let isLetter = letters.unicodeScalars.count == 1 && letters.utf8.count == 1 && next != "."
                guard isMultiple || isLetter else {
                    position = start
                    return true
                }
                id += "-" + letters.lowercased()
            } else if next.isAlphabetic, next != "\u{640}" {
                let letters = word()
                let folded = letters.lowercased()
                guard letters.unicodeScalars.count <= 2 || Numeral.multiplicatives.contains(folded) else {
                    position = start
                    return !letters.unicodeScalars.allSatisfy(\.isASCII)
                }
                let ascii = folded.unicodeScalars.allSatisfy(\.isASCII)
                id += ascii ? folded : folded.unicodeScalars.map { String($0.value, radix: 16) }.joined()
            } else {
                return next != "%"
            }
        }
        return true
    }

    private mutating func roman() -> Numeral? {
        let start = position
        let letters = word()
        var printed = letters
        if letters.isEmpty, let next = peek, Numeral.roman([next]) != nil {
            advance()
            printed = text(from: start)
        }
        guard let value = Numeral.roman(printed.unicodeScalars) else {
            position = start
            return nil
        }
        var id = String(value)
        let end = position
        // `Art. II.3`, as the books of Belgium's codes number.
        if skip(".") || skip("-") {
            var minor = "-"
            var raised: String?
            if let number = digits(into: &minor), suffixes(into: &minor, raised: &raised) {
                return Numeral(printed: text(from: start), id: id + minor, value: value * 1000 + min(number, 999))
            }
            position = end
        }
        if peek == "-" || skipSpace() {
            skip("-")
            let word = word()
            if Numeral.multiplicatives.contains(word.lowercased()) {
                id += word.lowercased()
                return Numeral(printed: text(from: start), id: id, value: value)
            }
        }
        position = end
        return Numeral(printed: printed, id: id, value: value)
    }

    /// `Annex A`.
    private mutating func singleLetter() -> Numeral? {
        let start = position
        let letters = word()
        guard letters.utf8.count == 1, let letter = letters.utf8.first, (0x41...0x5A).contains(letter),
            isAtEnd || peek == "." || peek == ":" || peek == " "
        else {
            position = start
            return nil
        }
        return Numeral(printed: letters, id: letters.lowercased(), value: Int(letter) - 0x40)
    }

    /// `primero`, `الثانية والعشرون`, `premier`.
    mutating func numberWord() -> Numeral? {
        let start = position
        var ends: [String.UnicodeScalarView.Index] = []
        var words: [String] = []
        while words.count < 6 {
            skipSpace()
            let word = word()
            if word.isEmpty { break }
            words.append(word)
            ends.append(position)
        }
        if let (count, value) = ArabicOrdinal.read(words) {
            position = ends[count - 1]
            let printed = text(from: start)
            let beforeBracket = position
            skipSpace()
            let more = word()
            if Numeral.multiplicatives.contains(more) {
                return Numeral(printed: text(from: start), id: "\(value)bis", value: value)
            }
            position = beforeBracket
            return Numeral(printed: printed, id: String(value), value: value)
        }
        if let word = words.first, let value = Numeral.words[HeadingMatcher.fold(word)] {
            position = ends[0]
            skip("º")
            return Numeral(printed: text(from: start), id: String(value), value: value)
        }
        position = start
        return nil
    }

    /// Han, full-width or plain digits between 第 and its unit.
    mutating func eastAsianNumber() -> Numeral? {
        let start = position
        var han: [Unicode.Scalar] = []
        while let next = peek, Numeral.isHan(next), han.count < 12 {
            han.append(next)
            advance()
        }
        if let value = Numeral.han(han), !han.isEmpty {
            return Numeral(printed: text(from: start), id: String(value), value: value)
        }
        position = start
        var id = ""
        guard let value = digits(into: &id) else {
            position = start
            return nil
        }
        while peek == "-" || peek == "－" || peek == "의" {
            advance()
            id += "-"
            guard digits(into: &id) != nil else { return nil }
        }
        return Numeral(printed: text(from: start), id: id, value: value)
    }

    /// `之二`, `の二`, `의2` after the unit: articles put in between later.
    mutating func skipBranches(_ numeral: inout Numeral) {
        while let next = peek, "之の의ノ".unicodeScalars.contains(next) {
            let start = position
            advance()
            guard let branch = eastAsianNumber() else {
                position = start
                return
            }
            numeral.id += "-" + branch.id
            numeral.printed += text(from: start)
        }
    }
}
