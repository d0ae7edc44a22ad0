import CCLD2

/// The language that CLD2 takes a text to be in.
struct LanguageGuess {
    var tag: LanguageTag
    /// Share of the text that is in it, 0…100.
    var percent: Int
    /// Whether CLD2 is sure.
    var isReliable: Bool

    /// Nil where no language can be told.
    init?(_ text: String) {
        var guesses = [ccld2_guess](repeating: ccld2_guess(), count: 3)
        var isReliable: Int32 = 0
        // A Swift string is well-formed UTF-8, which CLD2 relies on.
        let count = ccld2_detect(text, Int32(text.utf8.count), nil, &guesses, &isReliable)
        guard count > 0 else { return nil }
        let code = withUnsafeBytes(of: guesses[0].language) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
        guard let tag = try? LanguageTag(Self.tags[code] ?? code) else { return nil }
        self.tag = tag
        percent = Int(guesses[0].percent)
        self.isReliable = isReliable != 0
    }

    /// CLD2's codes that are not those of today; `un` and `xxx` say that it knows none.
    private static let tags = [
        "iw": "he", "jw": "jv", "no": "nb", "tl": "fil", "mo": "ro", "sh": "sr", "zh-TW": "zh-Hant", "un": "",
        "xxx": "",
    ]
}
