/// How much translated words count. Fitted on the development sets; see `benchmarks/RetrievalQuality`.
public struct TranslationWeights: Sendable, Equatable {
    /// Weight of a translated word beside a word of the question's own language, where all languages are wanted alike.
    public var word: Float = 1.6
    /// The same where the question's own language is to come first.
    public var ownFirst: Float = 0.4
    /// The same where provisions of one other language alone are wanted: words of the question's own are there only names,
    /// numbers, and what the languages share.
    public var only: Float = 1.5
    /// Weight there of a word as it was typed that has a translation; one without has the weight of a translation.
    public var translatedOwn: Float = 0.3
    /// Factor of the scores of provisions in the question's own language where that is to come first.
    public var ownLanguage: Float = 1.2
    /// How much less sure each further translation of a headword is, as a factor.
    public var decay: Float = 0.7
    /// Weight of a concept's name beside that of a word.
    public var concept: Float = 0.6
    /// Factor of the words inside a concept's name that was recognised as a whole.
    public var covered: Float = 1
    /// Weight of a translation that was learned from parallel laws, beside one that was written by hand.
    public var learned: Float = 1
    /// Exponent of the probability of a learned translation, which then says how sure it is.
    public var learnedPower: Float = 0.5
    /// Factor of a translation written by hand where translations of the same word were learned from much text.
    public var besideLearned: Float = 0.5
    /// How far rarity is that of the word in all languages (1), and not that of each translation in its own (0). A
    /// language with few provisions knows no great rarity, and its provisions would never come first.
    public var pooling: Float = 0.2
    /// How far languages are brought to the same level, 0 to 1: what a question can score in a language depends on how
    /// many of its words have a translation there, and on how rare these are.
    public var evenness: Float = 0.5
    /// Weight of a compound of two words of the question, by word.
    public var compound: Float = 1.2
    /// The same of a compound that only begins with the first and goes on like the second: inflected, or with a third
    /// part. 0 leaves those out.
    public var looseCompound: Float = 1
    /// Learned translations of one word that are looked for.
    public var learnedCount: Float = 5
    /// Terms of less weight, beside a word of the question, are not looked for: they cost time and find little.
    public var least: Float = 0.05

    /// The fitted weights.
    public init() {}

    /// The weight of a translated word, by the languages that are wanted.
    func word(_ languages: ResultLanguages) -> Float {
        switch languages {
        case .ownFirst: ownFirst
        case .only: only
        case .any, .same: word
        }
    }
}
