/// A word of another language that a word was learned to be translated by.
public struct LearnedTranslation: Sendable, Hashable {
    /// The translation's stem, as ``Analyzer`` makes it.
    public var stem: String
    /// The form in which that stem was written most often.
    public var reading: String
    /// How probable the translation is, given the word: above 0, to 1.
    public var probability: Double
    /// How probable the word is, given the translation: above 0, to 1.
    public var reverseProbability: Double

    /// Memberwise.
    public init(stem: String, reading: String, probability: Double, reverseProbability: Double) {
        self.stem = stem
        self.reading = reading
        self.probability = probability
        self.reverseProbability = reverseProbability
    }

    /// Geometric mean of both probabilities: how surely each word is the other's translation.
    public var score: Double { (probability * reverseProbability).squareRoot() }
}
