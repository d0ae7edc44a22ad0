/// Reads the values of a filter: canonical names and those of other languages to one writing.
struct FilterReader {
    /// A value that is not one: what is wrong and, where one is near, a right one.
    struct Rejection: Error {
        /// The value as given.
        var value: String
        var message: String
        var suggestion: String?
    }

    /// The filter of `kind` with `values`, repeated values left out.
    static func filter(_ kind: QueryFilter.Kind, _ values: [String]) throws(Rejection) -> QueryFilter {
        switch kind {
        case .country: .country(try unique(values, country))
        case .region: .region(try unique(values, region))
        case .language: .language(try unique(values, language))
        case .obligation: .obligation(try unique(values, obligation))
        case .weapon:
            .weapon(try unique(values) { text throws(Rejection) in try known(text, weapons, "a weapon type") })
        case .aspect: .aspect(try unique(values) { text throws(Rejection) in try known(text, aspects, "an aspect") })
        case .status: .status(try unique(values) { text throws(Rejection) in try known(text, statuses, "a status") })
        case .year: .year(try unique(values, years))
        }
    }

    private static func unique<Value: Hashable>(
        _ texts: [String], _ read: (String) throws(Rejection) -> Value
    ) throws(Rejection) -> [Value] {
        var seen: Set<Value> = []
        var values: [Value] = []
        for text in texts {
            let value = try read(text)
            if seen.insert(value).inserted { values.append(value) }
        }
        return values
    }

    private static func country(_ text: String) throws(Rejection) -> String {
        let text = try name(text, "a country; write a code (CA) or a name")
        let isCode = (2...3).contains(text.utf8.count) && text.utf8.allSatisfy(\.isASCIILetter)
        return isCode ? text.uppercased() : text
    }

    private static func region(_ text: String) throws(Rejection) -> String {
        try name(text, "a region; write a code (150) or a name").lowercased()
    }

    /// A name: any text with a letter or digit in it.
    private static func name(_ text: String, _ what: String) throws(Rejection) -> String {
        guard text.unicodeScalars.contains(where: QueryText.isSearchable) else {
            throw Rejection(value: text, message: "'\(text)' is not \(what)", suggestion: nil)
        }
        return text
    }

    private static func language(_ text: String) throws(Rejection) -> String {
        let text = try name(text, "a language; write a tag (fr, zh-Hant) or a name")
        let subtags = text.split(whereSeparator: { $0 == "-" || $0 == "_" }).map(String.init)
        let isTag = !subtags.isEmpty && subtags.allSatisfy { $0.utf8.allSatisfy(\.isASCIIAlphanumeric) }
        guard isTag, (2...3).contains(subtags[0].utf8.count) else { return text }
        let cased = subtags.enumerated().map { place, subtag in
            switch (place, subtag.utf8.count) {
            case (1..., 4): subtag.prefix(1).uppercased() + subtag.dropFirst().lowercased()
            case (1..., 2): subtag.uppercased()
            default: subtag.lowercased()
            }
        }
        return cased.joined(separator: "-")
    }

    private static func obligation(_ text: String) throws(Rejection) -> QueryFilter.Obligation {
        var code = text.lowercased()
        let isPrefix = code.hasSuffix("*")
        if isPrefix { code.removeLast() }
        let isCode = code.utf8.allSatisfy {
            $0.isASCIIAlphanumeric || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-")
        }
        guard isCode, code.utf8.count >= 2, code.utf8.first?.isASCIILetter == true, isPrefix || code.last != "." else {
            let message = "'\(text)' is not an obligation; write a code (op3cd.transit) or a group (op3cd)"
            throw Rejection(value: text, message: message, suggestion: nil)
        }
        if isPrefix { return .startingWith(code) }
        return code.contains(".") ? .code(code) : .startingWith(code + ".")
    }

    private static func years(_ text: String) throws(Rejection) -> QueryFilter.Years {
        let rejection = Rejection(
            value: text,
            message: "'\(text)' is not a year or a range of years; write 2004, 2004..2012, ..2000 or 2010..",
            suggestion: nil)
        var parts: [[Int]] = [[]]
        var separator = ""
        for scalar in text.unicodeScalars {
            if scalar.properties.numericType == .decimal, let value = scalar.properties.numericValue {
                if !separator.isEmpty {
                    guard [".", "..", "...", "…", "-", "–", "—"].contains(separator), separator != ".", parts.count == 1
                    else { throw rejection }
                    parts.append([])
                    separator = ""
                }
                parts[parts.count - 1].append(Int(value))
            } else {
                separator.unicodeScalars.append(scalar)
            }
        }
        if !separator.isEmpty {
            guard ["..", "...", "…"].contains(separator), parts.count == 1 else { throw rejection }
            parts.append([])
        }
        guard parts.allSatisfy({ $0.count <= 4 }) else { throw rejection }
        let years = parts.map { digits in digits.isEmpty ? nil : digits.reduce(0) { $0 * 10 + $1 } }
        guard years.contains(where: { $0 != nil }), !years.contains(0) else { throw rejection }
        let from = years[0]
        let to = years.count == 1 ? years[0] : years[1]
        if let from, let to, from > to {
            throw Rejection(
                value: text, message: "the years run backwards: \(from) is after \(to)", suggestion: "\(to)..\(from)")
        }
        return QueryFilter.Years(from: from, to: to)
    }

    private static func known<Value: RawRepresentable<String> & CaseIterable>(
        _ text: String, _ table: [(Value, [String])], _ what: String
    ) throws(Rejection) -> Value {
        let key = String(text.lowercased().map { $0.isWhitespace || $0 == "_" ? "-" : $0 })
        var candidates: [String] = []
        for (value, names) in table {
            if value.rawValue.lowercased() == key || names.contains(key) { return value }
            candidates += [value.rawValue] + names
        }
        let all = Value.allCases.map(\.rawValue).joined(separator: ", ")
        throw Rejection(
            value: text,
            message: "'\(text)' is not \(what); known are \(all)",
            suggestion: Spelling.nearest(to: key, in: candidates))
    }

    private static let weapons: [(QueryFilter.Weapon, [String])] = [
        (
            .nuclear,
            [
                "nuclear", "nucléaire", "nucleaire", "ядерное", "ядерный", "核", "核武器", "核兵器", "نووي", "نووية", "نووى",
            ]
        ),
        (
            .chemical,
            [
                "chemical", "chimique", "químico", "quimico", "química", "quimica", "химическое", "химический", "化学",
                "化學", "化学武器", "化學武器", "化学兵器", "كيميائي", "كيميائية",
            ]
        ),
        (
            .biological,
            [
                "biological", "biologique", "biológico", "biologico", "biológica", "biologica", "биологическое",
                "биологический", "生物", "生物武器", "生物兵器", "بيولوجي", "بيولوجية",
            ]
        ),
    ]

    private static let aspects: [(QueryFilter.Aspect, [String])] = [
        (.framework, ["legal-framework", "cadre", "marco", "рамки", "框架", "法律框架", "立法", "إطار"]),
        (.enforcement, ["execution", "exécution", "ejecución", "правоприменение", "执行", "执法", "執行", "إنفاذ"]),
    ]

    private static let statuses: [(QueryFilter.Status, [String])] = [
        (.inForce, ["inforce", "en-vigueur", "vigente", "en-vigor", "действует", "有效", "现行有效", "現行有效", "ساري"]),
        (.notYetInForce, ["not-yet", "尚未生效", "pas-encore-en-vigueur"]),
        (.repealed, ["abrogé", "abroge", "derogado", "утратил-силу", "废止", "已废止", "廢止", "ملغى"]),
        (.unknown, ["inconnu", "desconocido", "неизвестно", "未知", "غير-معروف"]),
    ]
}

extension UInt8 {
    /// A to Z in either case.
    var isASCIILetter: Bool { (0x41...0x5A).contains(self & 0xDF) }
    /// A to Z in either case, 0 to 9.
    var isASCIIAlphanumeric: Bool { isASCIILetter || (0x30...0x39).contains(self) }
}
