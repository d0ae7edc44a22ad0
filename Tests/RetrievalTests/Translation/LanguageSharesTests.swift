import Foundation
import Testing

@testable import Retrieval

@Suite("What a translation's rarity is worth")
struct LanguageSharesTests {
    /// 1,000 provisions, half of them in the question's language; 100 and 10 in two others.
    private let shares = LanguageShares(all: 1000, own: 500, counts: [100, 10])

    @Test("Only languages in which a word is known count for its share in all")
    func pooled() {
        #expect(shares.pooled([50, 0]) == 0.5)
        #expect(shares.pooled([50, 5]) == 0.5)
        #expect(shares.pooled([10, 10]) == 20.0 / 110)
        #expect(shares.pooled([0, 0]) == 0)
        #expect(shares.pooled([500, 0]) == 1, "one form may be a word of several languages")
    }

    @Test("A word in half the provisions of a small language is as common as one in half of a large one")
    func ownRarity() {
        let common = shares.common(of: [50, 5])
        let large = shares.rarity(of: 50, in: 0, common: common, pooling: 0)
        let small = shares.rarity(of: 5, in: 1, common: common, pooling: 0)
        #expect(abs(large - small) < 0.001)
        #expect(shares.share(of: 50, in: 0) == shares.share(of: 5, in: 1))
    }

    @Test("Pooled, its rarity is that of the word in all languages")
    func pooling() {
        let rare = shares.rarity(of: 5, in: 1, common: shares.common(of: [1, 0]), pooling: 1)
        let common = shares.rarity(of: 5, in: 1, common: shares.common(of: [50, 0]), pooling: 1)
        #expect(rare > common)
        #expect(shares.rarity(of: 1, in: 1, common: shares.common(of: [50, 0]), pooling: 1) == common)
    }

    @Test(
        "A word that most provisions of a language hold says nothing of any; where there are few, it may",
        arguments: [(399, true), (500, false), (1000, false)])
    func telling(frequency: Int, isTelling: Bool) {
        let shares = LanguageShares(all: 10_000, own: 500, counts: [1000, 10])
        #expect(shares.isTelling(frequency, in: 0) == isTelling)
        #expect(shares.isTelling(10, in: 1))
        // 500 provisions are in the question's language.
        #expect(shares.isTelling(frequency / 2, in: nil) == isTelling)
    }

    @Test("An index without provisions gives no number that is none")
    func empty() {
        let shares = LanguageShares(all: 0, own: 0, counts: [0])
        #expect(shares.rarity(of: 0, in: 0, common: shares.common(of: [0]), pooling: 0.5).isFinite)
        #expect(shares.share(of: 0, in: 0) == 0)
    }
}
