internal import Foundation

/// How many provisions of an index are in which language, and what a term's rarity is worth.
///
/// A term of a language with few provisions is rare in the whole index however common it is in its language. So the
/// rarity of a translation is measured among the provisions of its language, or of all languages together, and brought
/// to the scale on which the question's own words are scored, where standing in the own language at all is worth
/// something too.
struct LanguageShares {
    /// By language, the provisions in it.
    private let counts: [Int]
    private let all: Int
    private let own: Int
    /// What standing in the question's language adds to the idf of its words.
    private let ownShare: Double

    /// - Parameters:
    ///   - all: provisions in any language.
    ///   - own: provisions in the question's language.
    ///   - counts: of each language that the question is put into, the provisions in it.
    init(all: Int, own: Int, counts: [Int]) {
        self.all = max(1, all)
        self.counts = counts
        self.own = own
        ownShare = log(Double(self.all) / Double(max(1, min(self.all, own))))
    }

    /// How rare a word is in all languages together, as if these were as large as all provisions.
    ///
    /// - Parameter frequencies: provisions with the word, by language; 0 where it is not known in one.
    func common(of frequencies: ArraySlice<Int>) -> Double {
        Self.idf(pooled(frequencies) * Double(all), of: Double(all))
    }

    /// The share of provisions that have a word in any language.
    func pooled(_ frequencies: ArraySlice<Int>) -> Double {
        var (found, of) = (0.0, 0.0)
        for (count, frequency) in zip(counts, frequencies) where frequency > 0 {
            found += Double(min(frequency, count))
            of += Double(count)
        }
        return of > 0 ? found / of : 0
    }

    /// What a term's rarity is worth on the scale of the question's own words, where ``given(_:)`` is what the index makes
    /// of it.
    ///
    /// - Parameters:
    ///   - frequency: provisions that the term stands in.
    ///   - language: place of the term's language.
    ///   - common: ``common(of:)`` of the word.
    ///   - pooling: how far that counts, 0 to 1, and not the share within the term's language.
    func rarity(of frequency: Int, in language: Int, common: Double, pooling: Double) -> Double {
        let count = Double(max(1, counts[language]))
        let own = Self.idf(min(Double(frequency), count), of: count)
        return (1 - pooling) * own + pooling * common + ownShare
    }

    /// The share of a language's provisions, 0 to 1, that these are.
    ///
    /// - Parameter language: place of the language; nil for that of the question.
    func share(of frequency: Int, in language: Int?) -> Double {
        Double(frequency) / Double(max(1, language.map { counts[$0] } ?? own))
    }

    /// Whether a word that stands in so many provisions says what one of them is about. Articles, prepositions and the like
    /// stand in most provisions of their language; where it has few, any word may.
    ///
    /// - Parameter language: place of the word's language; nil for that of the question.
    func isTelling(_ frequency: Int, in language: Int?) -> Bool {
        frequency < Self.fewProvisions || share(of: frequency, in: language) < Self.mostProvisions
    }

    private static let fewProvisions = 200
    private static let mostProvisions = 0.5

    /// What the index itself gives a term that stands in so many provisions.
    func given(_ frequency: Int) -> Double { Self.idf(min(Double(frequency), Double(all)), of: Double(all)) }

    /// As terms are scored by the index.
    private static func idf(_ frequency: Double, of count: Double) -> Double {
        log1p((count - frequency + 0.5) / (frequency + 0.5))
    }
}
