import TestSupport
import Testing

@testable import Retrieval

@Suite("Choice by maximal marginal relevance")
struct MaximalMarginalRelevanceTests {
    private func random(_ seed: UInt64, count: Int) -> (relevance: [Double], similarity: [[Double]]) {
        var generator = SeededGenerator(seed: seed)
        var matrix = [[Double]](repeating: [Double](repeating: 1, count: count), count: count)
        for i in 0..<count {
            for j in 0..<i {
                // Steps of a quarter make ties.
                let value = Double(Int.random(in: 0...4, using: &generator)) / 4
                matrix[i][j] = value
                matrix[j][i] = value
            }
        }
        return ((0..<count).map { _ in Double(Int.random(in: 0...4, using: &generator)) / 4 }, matrix)
    }

    /// The definition, step by step, without what is kept between steps.
    private func reference(
        _ count: Int, _ lambda: Double, _ relevance: [Double], _ similarity: [[Double]], tiers: [[Int]]
    ) -> [Int] {
        var chosen: [Int] = []
        for tier in tiers {
            while chosen.count < count {
                let open = tier.filter { !chosen.contains($0) }.sorted()
                var best: (value: Double, candidate: Int)?
                for candidate in open {
                    let nearest = chosen.map { similarity[$0][candidate] }.max() ?? 0
                    let value = lambda * relevance[candidate] - (1 - lambda) * nearest
                    if value > best?.value ?? -.infinity { best = (value, candidate) }
                }
                guard let best else { break }
                chosen.append(best.candidate)
            }
        }
        return chosen
    }

    @Test("is what the definition gives, tier by tier", arguments: 0..<40 as Range<UInt64>)
    func definition(seed: UInt64) {
        let (relevance, similarity) = random(seed, count: 14)
        let lambda = Double(seed % 5) / 4
        let tiers = [[3, 1, 7, 9, 0], [2, 4, 5, 6], [8, 10, 11, 12, 13]]
        let choice = MaximalMarginalRelevance(lambda: lambda, relevance: relevance) { similarity[$0][$1] }
        let chosen = choice.choose(11, from: tiers)
        #expect(chosen == reference(11, lambda, relevance, similarity, tiers: tiers))
        #expect(Set(chosen).count == 11)
        #expect(Set(chosen.prefix(5)) == Set(tiers[0]))
    }

    @Test("with λ 1 is the order of relevance, with λ 0 takes the unlike first")
    func extremes() {
        let relevance = [0.9, 0.8, 0.1]
        let alike: (Int, Int) -> Double = { left, right in left + right == 1 ? 1 : 0 }
        #expect(
            MaximalMarginalRelevance(lambda: 1, relevance: relevance, similarity: alike).choose(3, from: [[0, 1, 2]])
                == [0, 1, 2])
        #expect(
            MaximalMarginalRelevance(lambda: 0.3, relevance: relevance, similarity: alike).choose(3, from: [[0, 1, 2]])
                == [0, 2, 1])
    }

    @Test("gives what there is when more is asked, and nothing of nothing")
    func few() {
        let choice = MaximalMarginalRelevance(lambda: 0.7, relevance: [0.5, 0.6]) { _, _ in 0.5 }
        #expect(choice.choose(9, from: [[0], [1]]) == [0, 1])
        #expect(choice.choose(0, from: [[0, 1]]).isEmpty)
        #expect(choice.choose(3, from: [[], []]).isEmpty)
    }
}
