internal import InvertedIndex

/// One term of a translation, as the index knows it. Made once and shared by all questions: a question has some hundred.
final class TranslationPart: Sendable {
    /// The term in the index.
    let term: KnownTerm
    /// How much of the translation it is; the shares of all parts add up to 1.
    let share: Float
    /// The whole translation, as the lexicon has it.
    let translation: String
    /// Primary subtag of the translation's language.
    let language: String

    /// Key in the index.
    var key: [UInt8] { term.key }
    /// Provisions that hold it.
    var frequency: Int { term.documentFrequency }

    init(term: KnownTerm, share: Float, translation: String, language: String) {
        self.term = term
        self.share = share
        self.translation = translation
        self.language = language
    }
}
