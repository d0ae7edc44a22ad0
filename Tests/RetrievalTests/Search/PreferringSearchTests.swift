import Foundation
import InvertedIndex
import ProvisionIndex
import Testing

@testable import Retrieval

@Suite("Several searches find what one would")
struct PreferringSearchTests {
    private static let vocabulary = (0..<40).map { "wordx\($0)z" }
    private static let countries = ["KE", "DE", "FR"]
    private static let languages = ["en", "de"]

    /// Two hundred provisions of words drawn at random, the lower ones more often.
    private static let index = Result {
        var random = SeededRandom(state: 1540)
        let lines = (0..<200).map { number in
            let words = (0..<(3 + random.below(25))).map { _ in vocabulary[min(random.below(40), random.below(40))] }
            let language = languages[random.below(2)]
            return
                #"{"id":"\#(number)","country":"\#(countries[random.below(3)])","lang":"\#(language)","law":"Law \#(number)","heading":"","text":"\#(words.joined(separator: " "))"}"#
        }
        return try TemporaryIndex(lines: lines)
    }

    private static func term(_ word: String, boost: Float = 1) -> IndexQuery {
        .term(IndexTerm(TermSpace.exact.key(word), boost: boost))
    }

    private static func keyword(_ keyword: String) -> IndexQuery { .term(IndexTerm(TermSpace.keyword.key(keyword))) }

    private static func phrase(_ first: String, _ second: String) -> IndexQuery {
        .phrase(
            IndexPhrase(
                slots: [first, second].enumerated().map {
                    .init(keys: [TermSpace.exact.key($0.element)], offset: UInt32($0.offset))
                }, boost: 0.7))
    }

    @Test("Words with a bonus for one of two preferences, or both, or none", arguments: 1...25)
    func preferences(seed: Int) throws {
        let index = try OpenIndex(folder: Self.index.get().path).index
        var random = SeededRandom(state: UInt64(seed) &* 0x9E37_79B9_7F4A_7C15)
        let words = IndexQuery.any(
            (0..<4).map { _ in Self.term(Self.vocabulary[random.below(40)], boost: Float(1 + random.below(3))) })
        let own = Self.keyword(FilterKeyword.language("en"))
        let state = Self.keyword(FilterKeyword.country("KE"))
        let search = PreferringSearch(index: index, limit: 12, parameters: nil, known: KnownTerms(index))
        let found = try search.hits(
            words,
            preferences: [
                .init(filter: own) { $0 * 1.2 }, .init(filter: state) { $0 + 2 },
            ])
        // Every match with its bonus.
        let all = try index.search(words, limit: 1000, exhaustive: true).map { hit in
            let factor: Float = index.keyword(ProvisionSchema.ColumnName.language, of: hit.document) == "en" ? 1.2 : 1
            let bonus: Float = index.keyword(ProvisionSchema.ColumnName.country, of: hit.document) == "KE" ? 2 : 0
            return hit.score * factor + bonus
        }
        #expect(found.map(\.score) == Array(all.sorted(by: >).prefix(12)))
        #expect(found.count == min(12, all.count))
    }

    @Test(
        "What is preferred is searched for its own words alone, and all else for the whole question", arguments: 1...25)
    func ownQuery(seed: Int) throws {
        let index = try OpenIndex(folder: Self.index.get().path).index
        var random = SeededRandom(state: UInt64(seed) &* 0xA076_1D64_78BD_642F)
        let terms = Self.vocabulary.shuffled(using: &random).prefix(24).map { Self.term($0, boost: 0.5) }
        let phrases = (0..<2).map { _ in
            Self.phrase(Self.vocabulary[random.below(12)], Self.vocabulary[random.below(12)])
        }
        // Both searches have terms enough for the phrases to be searched for apart.
        let (part, whole) = (IndexQuery.any(terms.prefix(18) + phrases), IndexQuery.any(terms + phrases))
        let own = Self.keyword(FilterKeyword.language("en"))
        let state = Self.keyword(FilterKeyword.country("KE"))
        let found = try PreferringSearch(index: index, limit: 20, parameters: nil, known: KnownTerms(index))
            .hits(
                whole,
                preferences: [.init(filter: own, raised: { $0 * 1.2 }, query: part), .init(filter: state) { $0 + 2 }])
        func matches(_ query: IndexQuery) throws -> [(document: UInt64, score: Float)] {
            try index.search(query, limit: 1000, exhaustive: true).map { hit in
                let bonus: Float =
                    index.keyword(ProvisionSchema.ColumnName.country, of: hit.document) == "KE" ? 2 : 0
                let isOwn = index.keyword(ProvisionSchema.ColumnName.language, of: hit.document) == "en"
                return (hit.document, hit.score * (isOwn ? 1.2 : 1) + bonus)
            }
        }
        let all = try matches(.filtered(part, by: own)) + matches(.excluding(whole, own))
        let wanted = all.sorted { $0.score > $1.score }.prefix(20)
        #expect(found.count == wanted.count)
        for (one, other) in zip(found, wanted) {
            #expect(abs(one.score - other.score) <= other.score * 1e-4)
        }
    }

    @Test("Many terms and phrases among them", arguments: 1...25)
    func phrasesAmongTerms(seed: Int) throws {
        let index = try OpenIndex(folder: Self.index.get().path).index
        var random = SeededRandom(state: UInt64(seed) &* 0xD6E8_FEB8_6659_FD93)
        let terms = Self.vocabulary.shuffled(using: &random).prefix(24).map { Self.term($0, boost: 0.5) }
        let phrases = (0..<3).map { _ in
            Self.phrase(Self.vocabulary[random.below(12)], Self.vocabulary[random.below(12)])
        }
        var query = IndexQuery.any(terms + phrases)
        if seed % 2 == 0 { query = .filtered(query, by: Self.keyword(FilterKeyword.country("DE"))) }
        let found = try PreferringSearch(index: index, limit: 15, parameters: nil, known: KnownTerms(index))
            .hits(query, preferences: [])
        let wanted = try index.search(query, limit: 15, exhaustive: true)
        #expect(found.count == wanted.count)
        for (one, other) in zip(found, wanted) {
            // The scale of scores is that of a query, so the last digits may differ.
            #expect(abs(one.score - other.score) <= other.score * 1e-4)
        }
    }

    private struct SeededRandom: RandomNumberGenerator {
        var state: UInt64
        mutating func next() -> UInt64 {
            state ^= state << 13
            state ^= state >> 7
            state ^= state << 17
            return state
        }
        mutating func below(_ limit: Int) -> Int { Int(next() % UInt64(limit)) }
    }
}
