import ArgumentParser
import Legislation

/// What the options that take a language have in common.
enum LanguageOption {
    /// - Throws: `ValidationError` where a text is given that is no language tag.
    static func check(_ tag: String?) throws {
        if let tag, (try? LanguageTag(tag)) == nil {
            throw ValidationError("\"\(tag)\" is no language tag. Tags follow BCP 47, as fr or zh-Hant.")
        }
    }
}
