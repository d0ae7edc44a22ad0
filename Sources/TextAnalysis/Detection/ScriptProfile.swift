import CICU

/// How many letters of each script a text has.
struct ScriptProfile {
    private(set) var counts = [Int](repeating: 0, count: Int(CICU_SCRIPT_COUNT))
    private(set) var traditional = 0
    private(set) var simplified = 0
    private(set) var letters = 0

    /// Counts the letters among the first `limit` scalars.
    init(_ text: String, limit: Int = 20_000) {
        let properties = TextProperties.table
        for scalar in text.unicodeScalars.prefix(limit) {
            let value = scalar.value
            let isASCIILetter = (value | 0x20) &- 0x61 < 26
            let script: Int
            if value < 0x80 {
                guard isASCIILetter else { continue }
                script = Int(CICU_SCRIPT_LATIN)
            } else {
                guard properties[value].isLetterOrNumber else { continue }
                script = Int(cicu_script(value))
                if script == Int(CICU_SCRIPT_HAN) {
                    if HanVariants.isTraditional(value) {
                        traditional += 1
                    } else if HanVariants.isSimplified(value) {
                        simplified += 1
                    }
                }
            }
            counts[script] += 1
            letters += 1
        }
        counts[Int(CICU_SCRIPT_OTHER)] = 0
    }

    subscript(script: CICUScript) -> Int { counts[script.index] }

    /// The scripts of the text, the commonest first.
    var scripts: [CICUScript] {
        CICUScript.allCases.filter { self[$0] > 0 }.sorted { self[$0] > self[$1] }
    }

    /// `Hans` or `Hant` by the characters that only one of them writes; nil where the text has none of either.
    var hanVariant: String? {
        if traditional == simplified { return nil }
        return traditional > simplified ? "Hant" : "Hans"
    }
}

/// Scripts as `cicu_script` numbers them.
enum CICUScript: Int, CaseIterable, Sendable {
    case latin = 1, cyrillic, greek, arabic, hebrew, han, kana, hangul, thai, lao, khmer, myanmar, devanagari, bengali
    case tamil, georgian, armenian, ethiopic, sinhala

    var index: Int { rawValue }

    /// Languages that laws in this script are likely to be in, the likeliest first.
    var languages: [String] {
        switch self {
        case .latin: ["en", "fr", "es", "pt", "de", "it", "id", "ro", "tr", "pl", "cs", "nl"]
        case .cyrillic: ["ru", "uk", "bg", "sr-Cyrl", "be", "mk", "uz-Cyrl"]
        case .greek: ["el"]
        case .arabic: ["ar", "fa", "ur"]
        case .hebrew: ["he", "yi"]
        case .han: ["zh", "ja"]
        case .kana: ["ja"]
        case .hangul: ["ko"]
        case .thai: ["th"]
        case .lao: ["lo"]
        case .khmer: ["km"]
        case .myanmar: ["my"]
        case .devanagari: ["hi", "ne"]
        case .bengali: ["bn"]
        case .tamil: ["ta"]
        case .georgian: ["ka"]
        case .armenian: ["hy"]
        case .ethiopic: ["am"]
        case .sinhala: ["si"]
        }
    }
}
