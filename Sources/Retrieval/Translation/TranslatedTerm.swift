/// A term of another language by which a part of the question is looked for.
struct TranslatedTerm: Sendable {
    let part: TranslationPart
    /// Share of the weight of a word of the question, before rarity is evened out.
    var weight: Float
    /// How surely the term is meant, above 0 and at most 1 (see ``IndexTerm/certainty``).
    var certainty: Float = 1
    /// Words of the question that the term stands for, by position.
    var positions: ClosedRange<UInt32>
    /// Place of its language among those that the question is put into.
    var languagePlace = 0
    /// What the term puts into the other language.
    let source: Source

    /// Whether the translation has other terms beside it.
    var isPart: Bool { part.share < 1 }
    /// By this the better of two ways to the same term is told.
    var merit: Float { weight * certainty }

    /// A part of the question that was translated.
    final class Source: Sendable {
        /// As typed.
        let text: String
        /// Id of the thesaurus's concept; nil for a word.
        let concept: String?

        init(_ text: String, concept: String? = nil) {
            self.text = text
            self.concept = concept
        }
    }

    /// How a part of the question was read and put into another language.
    struct Reading: Hashable {
        /// The part of the question, as typed.
        var original: String
        /// The translation, as the lexicon has it.
        var translation: String
        /// Id of the thesaurus's concept; nil for a word.
        var concept: String?
    }

    var reading: Reading {
        Reading(original: source.text, translation: part.translation, concept: source.concept)
    }
}

/// How a hit in another language was reached.
public struct TranslationTrace: Sendable, Hashable {
    /// The part of the question, as typed.
    public var original: String
    /// The translation that the provision holds.
    public var translation: String
    /// Primary subtag of the translation's language.
    public var language: String
    /// Id of the thesaurus's concept that both are names of; nil for a word of the lexicon.
    public var concept: String?
}
