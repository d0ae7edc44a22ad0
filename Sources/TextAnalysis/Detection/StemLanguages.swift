/// The languages whose stem form is more than folded words.
public enum StemLanguages {
    /// Primary language subtags with a Snowball stemmer or a suffix table, sorted.
    public static var supported: [String] {
        Set(LanguagePolicy.snowballAlgorithms.keys).union(SuffixTables.languages).sorted()
    }

    /// The languages in whose stem forms a question of unknown language should be looked up, the likeliest first.
    ///
    /// Detected languages come first, then those that laws in the text's scripts are likely to be in. Never empty: text
    /// without letters gives `["root"]`, the language of the analyzer that only folds.
    public static func candidates(for text: String) -> [String] {
        var found: [String] = []
        for guess in LanguageDetector.detect(text, hint: nil) where !found.contains(guess.language) {
            found.append(guess.language)
        }
        for script in ScriptProfile(text, limit: 2000).scripts {
            for language in script.languages.prefix(6)
            where !found.contains(where: { LanguageDetector.primary($0) == LanguageDetector.primary(language) }) {
                found.append(language)
            }
        }
        return found.isEmpty ? ["root"] : found
    }
}
