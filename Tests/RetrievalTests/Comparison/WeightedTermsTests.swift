import Foundation
import TestSupport
import Testing

@testable import Retrieval

@Suite("Weighted terms")
struct WeightedTermsTests {
    @Test("The cosine is 1 with itself, symmetric, 0 without shared terms, and grows with what is shared")
    func cosine() {
        var generator = SeededGenerator(seed: 5)
        let sets = (0..<20).map { _ in
            WeightedTerms(
                Dictionary(
                    uniqueKeysWithValues: (0..<10).map { ($0, Double(Int.random(in: 0...3, using: &generator))) }))
        }
        for left in sets where !left.weights.isEmpty {
            #expect(abs(left.cosine(left) - 1) < 1e-12)
            for right in sets {
                #expect(left.cosine(right) == right.cosine(left))
                #expect((0...1).contains(left.cosine(right)))
            }
        }
        let base = WeightedTerms([1: 1.0, 2: 1])
        #expect(base.cosine(WeightedTerms([3: 1.0])) == 0)
        #expect(base.cosine(WeightedTerms([1: 1.0, 3: 1])) < base.cosine(WeightedTerms([1: 1.0, 2: 1, 3: 1])))
        #expect(base.cosine(WeightedTerms([:])) == 0)
    }

    @Test("A term weighs by the logarithm of its count and by its rarity; those without rarity are left out")
    func weights() {
        let terms = WeightedTerms(frequencies: ["a": 1, "b": 3, "the": 50]) { $0 == "the" ? 0 : $0 == "a" ? 2 : 1 }
        #expect(terms.weights["a"] == 2)
        #expect(terms.weights["b"] == 1 + log(3))
        #expect(terms.weights["the"] == nil)
        #expect(terms.heaviest(1) == ["b"])
        #expect(WeightedTerms(["y": 1.0, "x": 1]).heaviest(2) == ["x", "y"])
    }
}
