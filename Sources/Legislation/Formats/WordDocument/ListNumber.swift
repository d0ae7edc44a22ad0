/// Numbers of lists in the forms that word processors print.
enum ListNumber {
    /// The number in a format by its Office Open XML name; decimal where the format is unknown.
    static func printed(_ number: Int, _ format: String) -> String {
        switch format {
        case "none", "bullet": ""
        case "decimalZero": number < 10 && number >= 0 ? "0\(number)" : "\(number)"
        case "lowerLetter": letters(number, "abcdefghijklmnopqrstuvwxyz")
        case "upperLetter": letters(number, "ABCDEFGHIJKLMNOPQRSTUVWXYZ")
        case "lowerRoman": roman(number).lowercased()
        case "upperRoman": roman(number)
        case "ordinal": number % 10 == 1 && number % 100 != 11 ? "\(number)st" : ordinal(number)
        case "ordinalText": word(number, ordinals)
        case "cardinalText": word(number, cardinals)
        case "russianLower": letters(number, "абвгдежзиклмнопрстуфхцчшщэюя")
        case "russianUpper": letters(number, "АБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЭЮЯ")
        case "hebrew1", "hebrew2": letters(number, "אבגדהוזחטיכלמנסעפצקרשת")
        case "arabicAlpha": letters(number, "أبتثجحخدذرزسشصضطظعغفقكلمنهوي")
        case "arabicAbjad": letters(number, "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ")
        case "thaiLetters": letters(number, "กขคงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮ")
        case "thaiNumbers": digits(number, 0xE50)
        case "hindiNumbers": digits(number, 0x966)
        case "decimalFullWidth", "decimalFullWidth2": digits(number, 0xFF10)
        case "chineseCounting", "chineseCountingThousand", "taiwaneseCounting", "taiwaneseCountingThousand",
            "japaneseCounting", "ideographDigital", "koreanCounting", "japaneseDigitalTenThousand",
            "taiwaneseDigital":
            han(number)
        default: "\(number)"
        }
    }

    /// a…z, then aa…zz: the letter is repeated, as word processors do.
    private static func letters(_ number: Int, _ alphabet: String) -> String {
        let letters = Array(alphabet)
        guard number > 0, number <= letters.count * 10 else { return "\(number)" }
        return String(repeating: letters[(number - 1) % letters.count], count: (number - 1) / letters.count + 1)
    }

    static func roman(_ number: Int) -> String {
        guard (1...3999).contains(number) else { return "\(number)" }
        var rest = number
        var text = ""
        for (value, sign) in [
            (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"),
            (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
        ] {
            while rest >= value {
                text += sign
                rest -= value
            }
        }
        return text
    }

    private static func ordinal(_ number: Int) -> String {
        if (11...13).contains(number % 100) { return "\(number)th" }
        return "\(number)" + ([2: "nd", 3: "rd"][number % 10] ?? "th")
    }

    private static func digits(_ number: Int, _ zero: UInt32) -> String {
        String(
            String.UnicodeScalarView(
                "\(max(number, 0))".unicodeScalars.compactMap { Unicode.Scalar(zero + $0.value - 48) }))
    }

    private static func han(_ number: Int) -> String {
        let digits = Array("〇一二三四五六七八九")
        guard (1...9999).contains(number) else { return "\(number)" }
        var text = ""
        var isSkipping = false
        for (unit, sign) in [(1000, "千"), (100, "百"), (10, "十"), (1, "")] {
            let digit = number / unit % 10
            if digit == 0 {
                isSkipping = !text.isEmpty
                continue
            }
            if isSkipping { text += "零" }
            isSkipping = false
            text += (unit == 10 && digit == 1 && text.isEmpty ? "" : String(digits[digit])) + sign
        }
        return text
    }

    private static func word(_ number: Int, _ words: [String]) -> String {
        words.indices.contains(number - 1) ? words[number - 1] : "\(number)"
    }

    private static let ordinals = [
        "First", "Second", "Third", "Fourth", "Fifth", "Sixth", "Seventh", "Eighth", "Ninth", "Tenth",
    ]
    private static let cardinals = ["One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten"]
}
