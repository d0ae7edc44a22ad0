/// Tells whether a line begins as a heading does: word and number, in either order, then its title or text.
struct HeadingMatch {
    var entry: HeadingLexicon.Entry
    var numeral: Numeral?
    /// What follows number and separator.
    var rest: String
    /// Whether punctuation or the end of the line follows the number.
    var isSeparated: Bool
    /// Whether the number stands alone, without a word: `5. Definitions`.
    var isBare = false
    /// Whether the word is a sign that no sentence begins with (§, 第…条), so that text may follow at once.
    var isUnmistakable = false
}

enum HeadingMatcher {
    /// Matches the start of a line; nil when it begins like text.
    static func match(_ line: String) -> HeadingMatch? {
        var scanner = ScalarScanner(line)
        scanner.skipSpace()
        scanner.skipOrnaments()
        guard let first = scanner.peek else { return nil }
        if first == "(" || first == "（" || first == "﴾" { return bracketed(scanner) }
        if first == "第" || first == "제" { return eastAsian(&scanner, line) }
        if first == "附" || first == "別" || first == "别" { return hanAnnex(&scanner) }
        if first == "부" || first == "별" { return koreanAnnex(&scanner) }
        if first == "§" { return sign(&scanner) }
        if Numeral.decimal(first) != nil { return numberFirst(&scanner) }
        guard first.isAlphabetic else { return nil }
        return wordFirst(&scanner)
    }

    // MARK: Word, then number

    /// `(المادة 5)`: the whole head in brackets, as Arab gazettes print it; a title or the text may follow.
    private static func bracketed(_ start: ScalarScanner) -> HeadingMatch? {
        var scanner = start
        scanner.advance()
        scanner.skipSpace()
        guard let first = scanner.peek, first.isAlphabetic, !first.isSmallLetter else { return nil }
        let word = scanner.word()
        guard case .unit(let unit)? = HeadingLexicon.before[fold(word)] else { return nil }
        scanner.skip(".")
        scanner.skipSpace()
        scanner.skipNumberSign()
        guard let numeral = scanner.numeral(afterSign: false, closesBracket: false) ?? scanner.numberWord() else {
            return nil
        }
        scanner.skipSpace()
        guard scanner.skip(")") || scanner.skip("）") || scanner.skip("﴿") else { return nil }
        scanner.skipSeparator()
        return HeadingMatch(entry: .unit(unit), numeral: numeral, rest: scanner.rest, isSeparated: true)
    }

    private static func wordFirst(_ scanner: inout ScalarScanner) -> HeadingMatch? {
        let start = scanner
        guard let first = scanner.peek else { return nil }
        let word = scanner.word()
        guard let entry = HeadingLexicon.before[fold(word)] else {
            scanner = start
            return romanFirst(&scanner) ?? ordinalFirst(start)
        }
        // A sentence may go on with “article 5” in lower case; a heading does not begin so.
        if first.isSmallLetter, !["art", "s", "čl", "ст"].contains(word) { return nil }
        scanner.skip(".")
        scanner.skipSpace()
        scanner.skipNumberSign()
        if scanner.isAtEnd {
            guard case .division(.annex) = entry else { return nil }
            return HeadingMatch(entry: entry, numeral: nil, rest: "", isSeparated: true)
        }
        var before = scanner
        if let numeral = scanner.numeral(afterSign: false) ?? scanner.numberWord() {
            guard let (rest, separated) = scanner.restAfterNumber() else { return nil }
            return HeadingMatch(entry: entry, numeral: numeral, rest: rest, isSeparated: separated)
        }
        guard case .division(.annex) = entry else { return nil }
        let separated = before.skipSeparator()
        guard separated || word == word.uppercased() else { return nil }
        return HeadingMatch(entry: entry, numeral: nil, rest: before.rest, isSeparated: separated)
    }

    /// `IV. fejezet`, `I bob`: Roman number before the word.
    private static func romanFirst(_ scanner: inout ScalarScanner) -> HeadingMatch? {
        let printed = scanner.word()
        guard let value = Numeral.roman(printed.unicodeScalars) else { return nil }
        scanner.skip(".")
        if !scanner.skip("-") { scanner.skipSpace() }
        guard let entry = HeadingLexicon.after[fold(scanner.word())] else { return nil }
        guard let (rest, separated) = scanner.restAfterNumber() else { return nil }
        let numeral = Numeral(printed: printed, id: String(value), value: value)
        return HeadingMatch(entry: entry, numeral: numeral, rest: rest, isSeparated: separated)
    }

    /// `Erster Teil`, `PRVÁ ČASŤ`: an ordinal in words, then a division, and nothing more than a title.
    private static func ordinalFirst(_ start: ScalarScanner) -> HeadingMatch? {
        var scanner = start
        guard let first = scanner.peek, !first.isSmallLetter else { return nil }
        let ordinal = scanner.word()
        guard let value = Numeral.words[fold(ordinal)] else { return nil }
        scanner.skipSpace()
        let word = scanner.word()
        guard let next = word.unicodeScalars.first, !next.isSmallLetter,
            case .division(let division)? = HeadingLexicon.before[fold(word)] ?? HeadingLexicon.after[fold(word)],
            let (rest, separated) = scanner.restAfterNumber()
        else { return nil }
        let numeral = Numeral(printed: ordinal, id: String(value), value: value)
        return HeadingMatch(entry: .division(division), numeral: numeral, rest: rest, isSeparated: separated)
    }

    // MARK: Number, then word

    private static func numberFirst(_ scanner: inout ScalarScanner) -> HeadingMatch? {
        guard let numeral = scanner.numeral(afterSign: true) else { return nil }
        let beforeDot = scanner
        let dotted = scanner.skip(".")
        let hyphened = scanner.skip("-") || scanner.skip("–")
        let spaced = scanner.skipSpace()
        if scanner.skip("§") {
            scanner.skip(".")
            if let next = scanner.peek, ",;§)".unicodeScalars.contains(next) { return nil }
            scanner.skipSpace()
            return HeadingMatch(
                entry: .unit(.sign), numeral: numeral, rest: scanner.rest, isSeparated: true, isUnmistakable: true)
        }
        if dotted || hyphened || spaced, scanner.peek?.isAlphabetic == true {
            var afterWord = scanner
            var word = afterWord.word()
            if ordinalEndings.contains(word) {
                afterWord.skipSpace()
                word = afterWord.word()
            }
            if let entry = HeadingLexicon.after[fold(word)] {
                afterWord.skip(".")
                if let (rest, separated) = afterWord.restAfterNumber(),
                    rest.unicodeScalars.first.flatMap(Numeral.decimal) == nil
                {
                    return HeadingMatch(entry: entry, numeral: numeral, rest: rest, isSeparated: separated)
                }
            }
        }
        scanner = beforeDot
        guard
            scanner.skip(".") || scanner.skip("။") || scanner.skip("፡") || scanner.skip("፤") || scanner.skip("．")
                || scanner.skip("।")
        else { return nil }
        scanner.skip(".")
        scanner.skipSeparator()
        return HeadingMatch(
            entry: .unit(.section), numeral: numeral, rest: scanner.rest, isSeparated: true, isBare: true)
    }

    /// What makes an ordinal of the number before: `1-nji madda`, `3 дугаар зүйл`.
    private static let ordinalEndings: Set<String> = [
        "nji", "njy", "inci", "ıncı", "uncu", "üncü", "нчы", "нчи", "нчү", "нчу", "чи", "чы", "ші", "шы", "дүгээр",
        "дугаар", "е", "й", "я", "ая",
    ]

    // MARK: Signs and East Asian forms

    private static func sign(_ scanner: inout ScalarScanner) -> HeadingMatch? {
        while scanner.skip("§") {}
        scanner.skipSpace()
        guard let numeral = scanner.numeral(afterSign: true), let (rest, separated) = scanner.restAfterNumber()
        else { return nil }
        return HeadingMatch(
            entry: .unit(.sign), numeral: numeral, rest: rest, isSeparated: separated, isUnmistakable: true)
    }

    private static func eastAsian(_ scanner: inout ScalarScanner, _ line: String) -> HeadingMatch? {
        scanner.advance()
        scanner.skipSpace()
        guard var numeral = scanner.eastAsianNumber() else { return nil }
        scanner.skipSpace()
        guard let unit = scanner.peek, let entry = eastAsianUnits[unit] else { return nil }
        scanner.advance()
        scanner.skipBranches(&numeral)
        let spaced = scanner.skipSpace()
        let next = scanner.peek
        let opensTitle = next.map { "（(【：:".unicodeScalars.contains($0) } ?? true
        if next == ":" || next == "：" { scanner.advance() }
        scanner.skipSpace()
        return HeadingMatch(
            entry: entry, numeral: numeral, rest: scanner.rest, isSeparated: spaced || opensTitle,
            isUnmistakable: true)
    }

    private static let eastAsianUnits: [Unicode.Scalar: HeadingLexicon.Entry] = [
        "条": .unit(.article), "條": .unit(.article), "조": .unit(.article), "編": .division(.book), "编": .division(.book),
        "篇": .division(.book), "편": .division(.book), "部": .division(.part), "章": .division(.chapter),
        "장": .division(.chapter), "節": .division(.section), "节": .division(.section), "절": .division(.section),
        "款": .division(.subsection), "관": .division(.subsection), "目": .division(.subdivision),
    ]

    private static func hanAnnex(_ scanner: inout ScalarScanner) -> HeadingMatch? {
        for (words, division) in [
            ("附則", HeadingLexicon.Division.supplement), ("附则", .supplement), ("附件", .annex), ("附录", .annex),
            ("附錄", .annex), ("附表", .annex), ("別表", .annex), ("别表", .annex), ("附　則", .supplement), ("附 則", .supplement),
            ("附 则", .supplement),
        ] where scanner.skip(words: words) {
            return annex(&scanner, division)
        }
        return nil
    }

    private static func koreanAnnex(_ scanner: inout ScalarScanner) -> HeadingMatch? {
        if scanner.skip(words: "부칙") || scanner.skip(words: "부 칙") { return annex(&scanner, .supplement) }
        return scanner.skip(words: "별표") ? annex(&scanner, .annex) : nil
    }

    private static func annex(_ scanner: inout ScalarScanner, _ division: HeadingLexicon.Division) -> HeadingMatch? {
        scanner.skipSpace()
        scanner.skip("第")
        let numeral = scanner.eastAsianNumber()
        // 別表第二中欄に… is a sentence.
        if let next = scanner.peek, !next.isWhitespace, !"（(：:".unicodeScalars.contains(next) { return nil }
        scanner.skipSeparator()
        guard scanner.rest.unicodeScalars.count <= 60, !scanner.rest.contains("。") else { return nil }
        return HeadingMatch(
            entry: .division(division), numeral: numeral, rest: scanner.rest, isSeparated: true, isUnmistakable: true)
    }

    static func fold(_ word: String) -> String {
        if word.utf8.allSatisfy({ $0 < 0x80 }) { return word.lowercased() }
        let composed = word.unicodeScalars.filter { !(0x64B...0x652).contains($0.value) && $0.value != 0x640 }
        return String(String.UnicodeScalarView(composed)).lowercased()
            .replacing("i\u{307}", with: "i").replacing("ʼ", with: "ʻ")
    }
}
