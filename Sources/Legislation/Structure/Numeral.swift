/// The number of a provision or division as it is printed, and what it comes to.
struct Numeral: Equatable {
    /// As printed: `12a`, `一百二十三`, `5 bis`.
    var printed: String
    /// ASCII, for an eId: `12a`, `123`, `5bis`.
    var id: String
    /// The leading whole number.
    var value: Int
    /// What stands raised after the number, `¹` of `12¹`: an article put in, or a footnote's mark.
    var raised: String?

    /// The number without what stands raised after it.
    var unraised: Numeral {
        guard let raised else { return self }
        let digits = "-" + raised.unicodeScalars.compactMap { Self.superscripts[$0] }.map(String.init).joined()
        return Numeral(
            printed: printed.hasSuffix(raised) ? String(printed.dropLast(raised.count)) : printed,
            id: id.hasSuffix(digits) ? String(id.dropLast(digits.count)) : id, value: value)
    }

    private static let raisedDigits = Array("⁰¹²³⁴⁵⁶⁷⁸⁹".unicodeScalars)

    /// Small raised digits and what they come to.
    static let superscripts = Dictionary(uniqueKeysWithValues: zip(raisedDigits, 0...9))

    /// Decimal digits as small raised ones; nil where there are none, or anything else is among them.
    static func raised(_ text: String) -> String? {
        var raised = String.UnicodeScalarView()
        for scalar in text.trimmed.unicodeScalars {
            guard let digit = decimal(scalar) else { return nil }
            raised.append(raisedDigits[digit])
        }
        return raised.isEmpty ? nil : String(raised)
    }

    /// Whole number of decimal digits of any script.
    static func decimal(_ scalar: Unicode.Scalar) -> Int? {
        if scalar.isASCII { return scalar.value >= 48 && scalar.value <= 57 ? Int(scalar.value) - 48 : nil }
        guard scalar.properties.numericType == .decimal, let value = scalar.properties.numericValue else { return nil }
        return Int(value)
    }

    /// Value of a Roman numeral in capitals; nil when it is not written as one.
    static func roman(_ letters: some Sequence<Unicode.Scalar>) -> Int? {
        var total = 0
        var last = 1001
        var written = 0
        for letter in letters {
            guard let value = romanDigits[letter] else { return nil }
            total += value > last ? value - 2 * last : value
            last = value
            written += 1
        }
        return written > 0 && written <= 9 && total > 0 ? total : nil
    }

    /// Cyrillic and typographic look-alikes stand beside the Latin letters.
    private static let romanDigits: [Unicode.Scalar: Int] = [
        "I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000,
        "\u{406}": 1, "\u{425}": 10, "\u{421}": 100, "\u{41C}": 1000,
        "Ⅰ": 1, "Ⅱ": 2, "Ⅲ": 3, "Ⅳ": 4, "Ⅴ": 5, "Ⅵ": 6, "Ⅶ": 7, "Ⅷ": 8, "Ⅸ": 9, "Ⅹ": 10,
    ]

    static func isHan(_ scalar: Unicode.Scalar) -> Bool {
        hanDigits[scalar] != nil || hanUnits[scalar] != nil
    }

    /// Value of a Han numeral, positional (一二三) or with units (一百二十三).
    static func han(_ scalars: some Sequence<Unicode.Scalar>) -> Int? {
        var total = 0
        var digit = 0
        var positional = 0
        var usedUnit = false
        for scalar in scalars {
            if let unit = hanUnits[scalar] {
                usedUnit = true
                total += max(digit, 1) * unit
                digit = 0
            } else if let value = hanDigits[scalar] {
                digit = value
                guard positional < 100_000 else { return nil }
                positional = positional * 10 + value
            } else {
                return nil
            }
        }
        return usedUnit ? total + digit : positional
    }

    private static let hanDigits: [Unicode.Scalar: Int] = [
        "〇": 0, "零": 0, "○": 0, "一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
        "壹": 1, "貳": 2, "贰": 2, "參": 3, "叁": 3, "两": 2, "兩": 2,
    ]
    private static let hanUnits: [Unicode.Scalar: Int] = [
        "十": 10, "百": 100, "千": 1000, "拾": 10, "佰": 100, "廿": 20, "卅": 30,
    ]

    /// Ordinals and other words that stand for the number, lower case.
    static let words: [String: Int] = [
        "premier": 1, "première": 1, "ier": 1, "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5,
        "primero": 1, "primer": 1, "primera": 1, "segundo": 2, "segunda": 2, "tercero": 3, "tercera": 3, "tercer": 3,
        "cuarto": 4, "cuarta": 4, "quinto": 5, "quinta": 5, "sexto": 6, "sexta": 6, "séptimo": 7, "séptima": 7,
        "septimo": 7, "octavo": 8, "octava": 8, "noveno": 9, "novena": 9, "décimo": 10, "décima": 10, "decimo": 10,
        "único": 1, "unico": 1, "única": 1, "únic": 1, "unique": 1, "ünico": 1, "primeiro": 1, "primeira": 1,
        "terceiro": 3, "terceira": 3, "sétimo": 7, "oitavo": 8, "nono": 9, "primo": 1, "prima": 1, "terzo": 3,
        "kesatu": 1, "pertama": 1, "kedua": 2, "ketiga": 3, "keempat": 4, "kelima": 5, "keenam": 6, "ketujuh": 7,
        "kedelapan": 8, "kesembilan": 9, "kesepuluh": 10, "kesebelas": 11, "one": 1, "two": 2, "three": 3, "four": 4,
        "primer(a)": 1, "segon": 2, "tercer(a)": 3, "quart": 4, "cinquè": 5, "ikki": 2, "deuxième": 2,
        "troisième": 3, "quatrième": 4, "cinquième": 5, "sixième": 6, "первая": 1, "вторая": 2, "третья": 3,
        "erster": 1, "zweiter": 2, "dritter": 3, "vierter": 4, "fünfter": 5, "sechster": 6, "siebter": 7, "achter": 8,
        "neunter": 9, "zehnter": 10, "erste": 1, "zweite": 2, "první": 1, "druhá": 2, "třetí": 3, "čtvrtá": 4,
        "pátá": 5, "šestá": 6, "prvá": 1, "tretia": 3, "štvrtá": 4, "piata": 5, "birinci": 1, "ikinci": 2,
        "üçüncü": 3, "dördüncü": 4, "beşinci": 5, "birinchi": 1, "ikkinchi": 2, "uchinchi": 3, "toʻrtinchi": 4,
        "اول": 1, "دوم": 2, "سوم": 3, "چهارم": 4, "پنجم": 5, "ششم": 6, "هفتم": 7, "هشتم": 8, "نهم": 9, "دهم": 10,
        "واحده": 1, "واحدة": 1, "وحيدة": 1, "jediný": 1, "egyetlen": 1, "mbere": 1,
        "beshinchi": 5, "oltinchi": 6, "yettinchi": 7, "sakkizinchi": 8,
    ]

    /// Latin multiplicatives after a number.
    static let multiplicatives: Set<String> = [
        "bis", "ter", "quater", "quinquies", "sexies", "septies", "octies", "novies", "nonies", "decies", "undecies",
        "duodecies", "مكرر", "مكررا", "مكرراً", "مكررًا",
    ]
}
