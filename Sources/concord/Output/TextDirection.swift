import Legislation

/// Direction in which a language is written.
enum TextDirection {
    /// Languages written from right to left in their usual script (CLDR, characterOrder).
    private static let rightToLeft: Set<String> = [
        "ar", "arc", "ckb", "dv", "fa", "he", "ks", "lrc", "mzn", "nqo", "pnb", "ps", "sd", "syr", "ug", "ur", "yi",
    ]

    /// `rtl` or `ltr`, as HTML's `dir` has it.
    static func of(_ language: LanguageTag) -> String {
        switch language.script {
        case "Arab"?, "Hebr"?, "Thaa"?, "Syrc"?, "Nkoo"?: "rtl"
        case _?: "ltr"
        case nil: rightToLeft.contains(language.primary) ? "rtl" : "ltr"
        }
    }
}
