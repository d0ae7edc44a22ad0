import CCLD2

/// Tells the language of a text: by its script where one language alone writes it, else by CLD2.
public enum LanguageDetector {
    /// Bytes of the text that are looked at.
    private static let longestSample = 65_536

    /// The likely languages of a text, best first; empty where the text has no letters.
    ///
    /// - Parameters:
    ///   - text: any text; a few words suffice, with less confidence.
    ///   - hint: the BCP 47 tag that the text's source claims, which tips the balance between like languages.
    /// - Returns: BCP 47 tags, with the script where a language is written in two (`zh-Hans`, `zh-Hant`, `sr-Cyrl`,
    ///   `sr-Latn`), and confidences from 0 to 1, not adding up to 1. Confidence is CLD2's share of the text, halved
    ///   where CLD2 calls itself unreliable; guesses by script alone have 0.3 and less.
    public static func detect(_ text: String, hint: String?) -> [(language: String, confidence: Double)] {
        let profile = ScriptProfile(text)
        guard let script = profile.scripts.first else { return [] }
        var guesses: [(language: String, confidence: Double)] = []
        func add(_ language: String, _ confidence: Double) {
            guard !guesses.contains(where: { $0.language == language }) else { return }
            guesses.append((language, confidence))
        }
        let share = Double(profile[script]) / Double(profile.letters)
        switch script {
        case .han, .kana:
            // Kana among Han is Japanese: at least one in ten letters of any sentence.
            let kana = Double(profile[.kana]) / Double(profile[.kana] + profile[.han])
            let chinese = profile.hanVariant.map { "zh-\($0)" } ?? "zh-Hans"
            if kana > 0.05 {
                add("ja", min(1, 0.6 + kana))
            } else if profile.hanVariant == "Hans" {
                add(chinese, share)
                add("ja", 0.1)
            } else {
                let short = profile[.han] < 30
                add(chinese, short ? 0.6 : share)
                add("ja", short ? 0.4 : 0.1)
                if profile.hanVariant == nil { add("zh-Hant", 0.3) }
            }
        case .hangul, .thai, .lao, .khmer, .greek, .georgian, .armenian, .tamil, .sinhala:
            add(script.languages[0], share)
        default:
            for guess in statistical(text, hint: hint) where fits(guess.language, script) {
                add(tagged(guess.language, profile), guess.confidence)
            }
        }
        if let hint, !hint.isEmpty, fits(hint, script), guesses.first.map({ $0.confidence < 0.5 }) ?? true {
            guesses.removeAll { $0.language == hint }
            guesses.insert((hint, 0.5), at: 0)
        }
        for (rank, language) in script.languages.prefix(4).enumerated() {
            guard !guesses.contains(where: { primary($0.language) == primary(language) }) else { continue }
            add(language, min(0.3, guesses.first?.confidence ?? 0.3) / Double(rank + 1))
        }
        return guesses
    }

    /// CLD2's guesses as BCP 47 primary tags.
    private static func statistical(_ text: String, hint: String?) -> [(language: String, confidence: Double)] {
        // A Swift string is well-formed, which CLD2 relies on; the sample ends between scalars.
        var sample = Array(text.utf8.prefix(longestSample))
        sample.truncate(toUTF8Length: longestSample)
        if sample.count == longestSample { dropPartialScalar(&sample) }
        var found = [ccld2_guess](repeating: ccld2_guess(), count: 3)
        var reliable: Int32 = 0
        let count = sample.withUnsafeBufferPointer { bytes in
            bytes.withMemoryRebound(to: CChar.self) { chars in
                ccld2_detect(chars.baseAddress, Int32(chars.count), hint.map(primary), &found, &reliable)
            }
        }
        return found.prefix(Int(count)).map { guess in
            let code = withUnsafeBytes(of: guess.language) { raw in
                String(decoding: raw.prefix { $0 != 0 }, as: UTF8.self)
            }
            return (standard[code] ?? code, Double(guess.percent) / (reliable == 1 ? 100 : 200))
        }
    }

    private static func dropPartialScalar(_ bytes: inout [UInt8]) {
        var start = bytes.count - 1
        while start > 0, bytes[start] & 0xC0 == 0x80 { start -= 1 }
        bytes.removeLast(bytes.count - start)
    }

    /// CLD2's codes that are not today's tags.
    private static let standard = ["iw": "he", "no": "nb", "tl": "fil", "jw": "jv", "mo": "ro", "sh": "sr"]

    private static let cyrillic: Set<String> = [
        "ru", "uk", "bg", "sr", "be", "mk", "kk", "ky", "mn", "tg", "uz", "tt", "ba", "cv", "os", "ab", "az", "tk",
        "ug",
    ]
    private static let arabic: Set<String> = ["ar", "fa", "ur", "ps", "sd", "ug", "ku", "ks", "dv", "ckb", "ha", "az"]

    /// Whether a language is written in a script; refuses what CLD2 cannot mean.
    private static func fits(_ language: String, _ script: CICUScript) -> Bool {
        let tag = primary(language)
        switch script {
        case .cyrillic: return cyrillic.contains(tag)
        case .arabic: return arabic.contains(tag)
        case .latin:
            return !["zh", "ja", "ko", "th", "ru", "ar", "el", "he", "hi", "bn", "ka", "uk", "bg", "fa"].contains(tag)
        case .han: return tag == "zh" || tag == "ja" || tag == "ko"
        case .kana: return tag == "ja"
        case .hangul, .thai, .lao, .khmer, .myanmar, .greek, .georgian, .armenian, .tamil, .sinhala, .bengali:
            return script.languages.contains(tag) || (script == .bengali && tag == "as")
        case .hebrew, .devanagari, .ethiopic: return !["zh", "en"].contains(tag)
        }
    }

    private static func tagged(_ language: String, _ profile: ScriptProfile) -> String {
        switch language {
        case "sr": return profile[.cyrillic] > profile[.latin] ? "sr-Cyrl" : "sr-Latn"
        case "uz" where profile[.cyrillic] > profile[.latin]: return "uz-Cyrl"
        default: return language
        }
    }

    static func primary(_ tag: String) -> String { tag.prefix { $0 != "-" && $0 != "_" }.lowercased() }
}
