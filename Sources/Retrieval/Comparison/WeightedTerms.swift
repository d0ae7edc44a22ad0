import Foundation

/// Terms with weights of at least 0, and the likeness of two such sets.
///
/// Weights are `(1 + ln tf) · idf`. Source: G. Salton and C. Buckley, "Term-weighting approaches in automatic text
/// retrieval", Information Processing & Management 24(5), 1988; the logarithm of the frequency as in SMART's "l".
struct WeightedTerms<Term: Hashable & Comparable & Sendable>: Sendable {
    private(set) var weights: [Term: Double]
    private let norm: Double

    init(_ weights: [Term: Double]) {
        self.weights = weights.filter { $0.value > 0 }
        norm = self.weights.values.reduce(0) { $0 + $1 * $1 }.squareRoot()
    }

    /// Weighs how often terms occur by how rare they are; `idf` gives 0 for a term that is to be left out.
    init(frequencies: [Term: Int], idf: (Term) -> Double) {
        var weights: [Term: Double] = [:]
        for (term, count) in frequencies where count > 0 { weights[term] = (1 + log(Double(count))) * idf(term) }
        self.init(weights)
    }

    /// Cosine of the angle between two sets, 0 to 1; 0 where one is empty.
    func cosine(_ other: WeightedTerms) -> Double {
        guard norm > 0, other.norm > 0 else { return 0 }
        let (small, large) = weights.count < other.weights.count ? (self, other) : (other, self)
        // Sums of fractions depend on their order, and that of a dictionary changes from run to run.
        let product = small.shared(large).sorted { $0.term < $1.term }.reduce(0) { $0 + $1.product }
        return min(1, product / (norm * other.norm))
    }

    /// Terms of both, with the product of their weights.
    func shared(_ other: WeightedTerms) -> [(term: Term, product: Double)] {
        weights.compactMap { term, weight in other.weights[term].map { (term, weight * $0) } }
    }

    /// The terms that weigh most, the heaviest first, ties in the order of terms.
    func heaviest(_ count: Int) -> [Term] {
        weights.sorted { $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key }.prefix(count).map(\.key)
    }
}
