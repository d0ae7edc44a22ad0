public import InvertedIndex

/// How much the forms of a word count. Fitted on the development sets; see `benchmarks/RetrievalQuality`.
public struct RankingProfile: Sendable, Equatable {
    /// Weight of the language-neutral form of a word.
    public var exactWeight: Float = 0.2
    /// Weight of the stem in the likeliest language of the question.
    public var stemWeight: Float = 1
    /// Weight of stems in the other languages the question may be in.
    public var otherStemWeight: Float = 0.4
    /// Weight of overlapping bigrams of Han and Kana text.
    public var bigramWeight: Float = 1
    /// Weight of dictionary words of Han and Kana text.
    public var hanWordWeight: Float = 1
    /// Weight of the whole when a word has several tokens, as references have.
    public var compoundWeight: Float = 0.5
    /// Weight of the parts of a compound.
    public var partWeight: Float = 0.5
    /// Weight of a whole reference, as 第四十八条 or L. 2342-3, in the heading of a provision.
    public var referenceWeight: Float = 2
    /// Weight of the other words of a citation in the title of the law.
    public var lawNameWeight: Float = 0.5
    /// Score of full confidence in a matrix cell, in the unit of BM25 scores.
    public var cellWeight: Float = 8
    /// Weight of an acronym beside its expansion, and of the expansion as a phrase beside the acronym.
    public var acronymWeight: Float = 0.5
    /// Weight of what the law says in place of an everyday word of the question, against words of the question.
    public var everydayWeight: Float = 0.3
    /// Score of a provision of the statute that governs what an everyday word speaks of, in the unit of BM25 scores.
    public var statuteWeight: Float = 4
    /// Weight of words that make a sentence a question, as who and wann, against those of other words.
    public var questionWordWeight: Float = 0.2
    /// Score of a provision of the State that a question names, in the unit of BM25 scores.
    public var stateWeight: Float = 6
    /// How much more a provision scores that surely serves the obligation a question speaks of, as a share of its score.
    public var intentWeight: Float = 0.15
    /// Factor of the scores of provisions of repealed laws, unless the question asks for a status.
    public var repealedFactor: Float = 0.8
    /// Factor of the scores of provisions whose law's dates do not tell whether it applied on the day asked for.
    public var undatedFactor: Float = 0.7
    /// Factor of the scores of preambles, definitions and footnotes.
    public var inoperativeFactor: Float = 0.9
    /// Weights of translations.
    public var translation = TranslationWeights()
    /// Ranking function; nil takes the one that the index stores impacts for.
    public var parameters: RankingParameters?

    /// The fitted weights.
    public init() {}
}
