internal import Foundation
internal import InvertedIndex
internal import ProvisionIndex

/// How many provisions of an index are in which language, and what a term's rarity is worth within its language.
///
/// A term of a language with few provisions is rare in the whole index however common it is in its language. So the
/// rarity of a translation is measured among the provisions of its language, and brought to the scale on which the
/// question's own words are scored, where standing in the own language at all is worth something too.
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

    /// Factor by which a term's score is to be multiplied, given in how many provisions it stands.
    func factor(of frequency: Int, in language: String) -> Float {
        let count = max(1, counts[language] ?? 0)
        let wanted = Self.idf(min(frequency, count), of: count) + ownShare
        let given = Self.idf(min(frequency, all), of: all)
        return given > 0 ? Float(wanted / given) : 0
    }

    /// As terms are scored by the index.
    private static func idf(_ frequency: Int, of count: Int) -> Double {
        log1p((Double(count - frequency) + 0.5) / (Double(frequency) + 0.5))
    }
}
