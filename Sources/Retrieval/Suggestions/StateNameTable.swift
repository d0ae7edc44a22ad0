internal import Legislation
internal import TextAnalysis

/// The names of States in one language, folded and stemmed as its texts are, so that `Кении` meets `Кения`.
struct StateNameTable {
    /// A name as tokens.
    struct Name {
        var tokens: [String]
        var codes: [String]
        var isAmbiguous: Bool
        /// Whether it is ambiguous and an abbreviation, and known in capitals only.
        var isInCapitals: Bool
    }

    /// Names by their first token, the longest first.
    let byFirstToken: [String: [Name]]
    /// Names of scripts without spaces by their first character, the longest first.
    let unspaced: [Character: [(text: String, codes: [String])]]

    /// CLDR's names in the analyzer's language and those of the resource; the latter win where both have a name.
    init(analyzer: Analyzer, resource: StateNameResource) {
        let language = analyzer.language
        let primary = String(language.lowercased().prefix { $0 != "-" })
        var names = resource.names[primary] ?? []
        let own = Set(names.map { $0.text.lowercased() })
        // Traditional and simplified characters are written for one another.
        let locales = primary == "zh" ? ["zh-Hans", "zh-Hant"] : [language]
        for jurisdiction in Jurisdiction.all {
            for locale in locales {
                let name = jurisdiction.name(in: locale)
                guard name != jurisdiction.code else { continue }
                for text in Self.variants(of: name) where !own.contains(text.lowercased()) {
                    names.append(.init(text: text, codes: [jurisdiction.code], isAmbiguous: false))
                }
            }
        }
        var byFirstToken: [String: [Name]] = [:]
        var unspaced: [Character: [(text: String, codes: [String])]] = [:]
        for name in names {
            if name.text.unicodeScalars.contains(where: Self.isUnspaced) {
                if name.text.count > 1, let first = name.text.first {
                    unspaced[first, default: []].append((name.text, name.codes))
                }
                continue
            }
            let tokens = Self.tokens(name.text, analyzer: analyzer).map(\.text)
            guard let first = tokens.first else { continue }
            byFirstToken[first, default: []].append(
                Name(
                    tokens: tokens, codes: name.codes, isAmbiguous: name.isAmbiguous,
                    isInCapitals: name.isAmbiguous && name.text == name.text.uppercased()
                        && name.text != name.text.lowercased()))
        }
        self.byFirstToken = byFirstToken.mapValues { list in
            list.enumerated().sorted { ($1.element.tokens.count, $0.offset) < ($0.element.tokens.count, $1.offset) }
                .map(\.element)
        }
        self.unspaced = unspaced.mapValues { $0.sorted { $0.text.count > $1.text.count } }
    }

    /// A token of a text: the stem where there is one.
    struct Token {
        var text: String
        /// UTF-8 range in the text.
        var range: Range<Int>
    }

    /// The tokens of a text, one a position.
    static func tokens(_ text: String, analyzer: Analyzer) -> [Token] {
        var buffer = TokenBuffer()
        analyzer.analyze(text, into: &buffer)
        var tokens: [Token] = []
        var positions: [UInt32: Int] = [:]
        for record in buffer.records {
            if let place = positions[record.position] {
                if record.form == .stem { tokens[place].text = buffer.term(of: record) }
                continue
            }
            positions[record.position] = tokens.count
            tokens.append(Token(text: buffer.term(of: record), range: Int(record.start)..<Int(record.end)))
        }
        return tokens
    }

    /// Whether a scalar is of a script that is written without spaces.
    static func isUnspaced(_ scalar: Unicode.Scalar) -> Bool {
        (0x2E80...0x9FFF).contains(scalar.value) || (0x0E00...0x0EFF).contains(scalar.value)
            || (0x1000...0x109F).contains(scalar.value) || (0x1780...0x17FF).contains(scalar.value)
    }

    /// `Myanmar (Burma)` is two names; `&` is written out too.
    private static func variants(of name: String) -> [String] {
        let parts = name.split { "()（）".contains($0) }.map { part in
            part.split(separator: " ").joined(separator: " ")
        }
        return parts.filter { !$0.isEmpty }.flatMap { part in
            part.contains("&") ? [part, part.replacing("&", with: "and")] : [part]
        }
    }
}
