/// How much translated words count. Fitted on the development sets; see `benchmarks/RetrievalQuality`.
public struct TranslationWeights: Sendable, Equatable {
    /// Weight of a translated word beside a word of the question's own language, where all languages are wanted alike.
    public var word: Float = 1
    /// The same where the question's own language is to come first.
    public var ownFirst: Float = 0.4
    /// Factor of each further translation of a headword.
    public var decay: Float = 0.7
    /// Weight of a concept's name beside that of a word.
    public var concept: Float = 1
    /// Factor of the words inside a concept's name that was recognised as a whole.
    public var covered: Float = 0.5

    /// The fitted weights.
    public init() {}
}
