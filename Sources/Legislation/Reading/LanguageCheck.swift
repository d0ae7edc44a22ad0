/// Compares the language that a source names with what its letters and words show.
enum LanguageCheck {
    /// Letters without which nothing is certain.
    private static let least = 400
    private static let sampleLimit = 65_536

    /// The right language and why, where the one named is certainly wrong; nil where it stands.
    static func correction(of named: LanguageTag, over lines: [SourceLine]) -> (tag: LanguageTag, note: String)? {
        guard named != .undetermined, named.primary != "mul", named.primary != "zxx" else { return nil }
        let sample = sample(of: lines)
        guard let (script, share, letters) = mainScript(of: sample), letters >= least, share >= 0.7 else { return nil }
        let fits = script.languages.contains(named.primary) || script == .latin && isWrittenInLatin(named.primary)
        if !fits, named.script == nil {
            let found = script.only ?? reliable(sample)
            let tag = found.flatMap { try? LanguageTag($0) } ?? .undetermined
            guard tag.primary != named.primary else { return nil }
            return (
                tag,
                "the language is given as \(named.tag), but the text is in \(script.rawValue) letters: taken for \(tag.tag)"
            )
        }
        guard script == .latin || script == .cyrillic || script == .arabic, sample.utf8.count >= 2000,
            let found = reliable(sample), found != named.primary, !areNear(found, named.primary),
            let tag = try? LanguageTag(found)
        else { return nil }
        return (tag, "the language is given as \(named.tag), but the words are of \(tag.tag)")
    }

    private static func sample(of lines: [SourceLine]) -> String {
        var sample = ""
        for line in lines {
            sample += line.text.prefix(sampleLimit) + "\n"
            if sample.utf8.count > sampleLimit { break }
        }
        return sample
    }

    // MARK: Scripts

    private enum Script: String, CaseIterable {
        case latin = "Latin", cyrillic = "Cyrillic", greek = "Greek", arabic = "Arabic", hebrew = "Hebrew"
        case devanagari = "Devanagari", bengali = "Bengali", thai = "Thai", lao = "Lao", khmer = "Khmer"
        case burmese = "Burmese", georgian = "Georgian", armenian = "Armenian", ethiopic = "Ethiopic"
        case hangul = "Korean", han = "Chinese", sinhala = "Sinhala", tamil = "Tamil"

        /// Languages written in it, where it is not Latin.
        var languages: Set<String> {
            switch self {
            case .latin: []
            case .cyrillic:
                [
                    "ru", "uk", "be", "bg", "sr", "mk", "kk", "ky", "tg", "mn", "uz", "az", "tt", "ba", "bs", "cnr",
                    "sh",
                    "ro", "mo", "tk", "cv", "os", "ab", "ug", "ce", "av", "hr",
                ]
            case .greek: ["el"]
            case .arabic:
                [
                    "ar", "fa", "ur", "ps", "prs", "ku", "ckb", "ug", "sd", "dv", "ks", "pa", "ms", "az", "ha", "kk",
                    "ky", "tg",
                ]
            case .hebrew: ["he", "yi", "iw"]
            case .devanagari: ["hi", "ne", "mr", "sa", "kok", "mai", "bho", "sd", "ks", "new", "doi", "brx"]
            case .bengali: ["bn", "as", "mni"]
            case .thai: ["th"]
            case .lao: ["lo"]
            case .khmer: ["km"]
            case .burmese: ["my", "shn", "mnw"]
            case .georgian: ["ka", "xmf"]
            case .armenian: ["hy", "hyw"]
            case .ethiopic: ["am", "ti", "tig"]
            case .hangul: ["ko"]
            case .han: ["zh", "ja", "ko", "yue", "lzh", "nan"]
            case .sinhala: ["si"]
            case .tamil: ["ta"]
            }
        }

        /// The language, where a text in the script can be of one alone.
        var only: String? {
            switch self {
            case .greek, .thai, .lao, .khmer, .hangul, .sinhala, .tamil: languages.first
            case .burmese: "my"
            case .georgian: "ka"
            case .armenian: "hy"
            case .hebrew: "he"
            case .latin, .cyrillic, .arabic, .devanagari, .bengali, .ethiopic, .han: nil
            }
        }

        init?(_ scalar: Unicode.Scalar) {
            switch scalar.value {
            case 0x41...0x5A, 0x61...0x7A, 0xC0...0x24F, 0x1E00...0x1EFF: self = .latin
            case 0x370...0x3FF, 0x1F00...0x1FFF: self = .greek
            case 0x400...0x52F: self = .cyrillic
            case 0x531...0x587: self = .armenian
            case 0x5D0...0x5EA: self = .hebrew
            case 0x620...0x6FF, 0x750...0x77F, 0xFB50...0xFDFF, 0xFE70...0xFEFC: self = .arabic
            case 0x900...0x97F: self = .devanagari
            case 0x980...0x9FF: self = .bengali
            case 0xB80...0xBFF: self = .tamil
            case 0xD80...0xDFF: self = .sinhala
            case 0xE00...0xE7F: self = .thai
            case 0xE80...0xEFF: self = .lao
            case 0x1000...0x109F: self = .burmese
            case 0x10A0...0x10FF, 0x1C90...0x1CBF: self = .georgian
            case 0x1200...0x137F: self = .ethiopic
            case 0x1780...0x17FF: self = .khmer
            case 0xAC00...0xD7A3: self = .hangul
            case 0x3040...0x30FF, 0x4E00...0x9FFF: self = .han
            default: return nil
            }
        }
    }

    private static func mainScript(of sample: String) -> (Script, share: Double, letters: Int)? {
        var counts: [Script: Int] = [:]
        for scalar in sample.unicodeScalars {
            if let script = Script(scalar) { counts[script, default: 0] += 1 }
        }
        let letters = counts.values.reduce(0, +)
        guard let main = counts.max(by: { $0.value < $1.value }) else { return nil }
        return (main.key, Double(main.value) / Double(letters), letters)
    }

    /// Languages of other scripts that are written in Latin letters too.
    private static let alsoLatin: Set<String> = [
        "sr", "bs", "cnr", "sh", "hr", "ro", "mo", "uz", "az", "tk", "ms", "ku", "ha", "kk", "tt", "mni", "ug", "pa",
    ]

    private static func isWrittenInLatin(_ language: String) -> Bool {
        alsoLatin.contains(language) || !Script.allCases.contains { $0.languages.contains(language) }
    }

    // MARK: Words

    /// CLD2's guess where it is sure of nearly all of the text.
    private static func reliable(_ sample: String) -> String? {
        guard let guess = LanguageGuess(sample), guess.isReliable, guess.percent >= 90 else { return nil }
        return guess.tag.primary
    }

    /// Languages so alike, or so often named alike, that CLD2 cannot overrule the source.
    private static func areNear(_ left: String, _ right: String) -> Bool {
        let groups: [Set<String>] = [
            ["nb", "nn", "no", "da"], ["hr", "bs", "sr", "cnr", "sh", "sl"], ["id", "ms", "jv", "su", "min"],
            ["fil", "tl"], ["ro", "mo"], ["fa", "prs", "tg", "ps"], ["es", "gl", "ast", "pt"], ["zh", "yue", "lzh"],
            ["cs", "sk"], ["ru", "be", "uk"], ["bg", "mk"], ["rw", "rn"], ["xh", "zu", "ss", "nr"],
            ["st", "tn", "nso"],
            ["az", "tr", "tk"], ["kk", "ky", "tt", "ba"], ["ur", "hi"], ["af", "nl"], ["ku", "ckb", "kmr"],
            ["ar", "arz"],
            ["fr", "ht", "oc"], ["en", "sco"], ["sq", "als"], ["am", "ti"],
        ]
        return groups.contains { $0.contains(left) && $0.contains(right) }
    }
}
