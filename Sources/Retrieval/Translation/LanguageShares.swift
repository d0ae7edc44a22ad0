internal import Foundation
internal import InvertedIndex
internal import ProvisionIndex

/// How many provisions of an index are in which language, and what a term's rarity is worth.
///
/// A term of a language with few provisions is rare in the whole index however common it is in its language. So the
/// rarity of a translation is measured among the provisions of its language, or of all languages together, and brought
/// to the scale on which the question's own words are scored, where standing in the own language at all is worth
/// something too.
struct LanguageShares {
    private let counts: [String: Int]
    private let all: Int
    /// What standing in the question's language adds to the idf of its words.
    private let ownShare: Double

    /// - Throws: `IndexError` when damage is met.
    init(_ searcher: IndexSearcher, own: String, others: [String]) throws {
        all = max(1, searcher.liveDocumentCount)
        var counts: [String: Int] = [:]
        for language in others + [own] {
            counts[language] = try searcher.documentFrequency(
                TermSpace.keyword.key(FilterKeyword.language(language)))
        }
        self.counts = counts
        ownShare = log(Double(all) / Double(max(1, min(all, counts[own] ?? 0))))
    }

    /// The languages that provisions are in, of those asked for.
    func present(_ languages: [String]) -> [String] { languages.filter { counts[$0] ?? 0 > 0 } }

    /// The share of provisions that have a word in any language.
    ///
    /// - Parameter frequencies: provisions with the word, by language; 0 where it is not known in one.
    func pooled(_ languages: [String], _ frequencies: [Int]) -> Double {
        var (found, of) = (0.0, 0.0)
        for (language, frequency) in zip(languages, frequencies) where frequency > 0 {
            let count = counts[language] ?? 0
            found += Double(min(frequency, count))
            of += Double(count)
        }
        return of > 0 ? found / of : 0
    }

    /// Factor by which a term's score is to be multiplied.
    ///
    /// - Parameters:
    ///   - frequency: provisions that the term stands in.
    ///   - pooled: share of provisions with the word in any language.
    ///   - pooling: how far that counts, 0 to 1, and not the share within the term's language.
    func factor(of frequency: Int, in language: String, pooled: Double, pooling: Double) -> Float {
        let count = max(1, counts[language] ?? 0)
        let own = Self.idf(min(Double(frequency), Double(count)), of: Double(count))
        // As if all languages together were as large as all provisions.
        let common = Self.idf(pooled * Double(all), of: Double(all))
        let given = given(frequency)
        return given > 0 ? Float(((1 - pooling) * own + pooling * common + ownShare) / given) : 0
    }

    /// The share of a language's provisions, 0 to 1, that these are.
    func share(of frequency: Int, in language: String) -> Double {
        Double(frequency) / Double(max(1, counts[language] ?? 0))
    }

    /// What the index itself gives a term that stands in so many provisions.
    func given(_ frequency: Int) -> Double { Self.idf(min(Double(frequency), Double(all)), of: Double(all)) }

    /// As terms are scored by the index.
    private static func idf(_ frequency: Double, of count: Double) -> Double {
        log1p((count - frequency + 0.5) / (frequency + 0.5))
    }
}
