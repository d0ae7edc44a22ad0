/// Choice of results that are relevant and unlike those chosen before.
///
/// Each step takes the candidate with the greatest `λ · relevance − (1 − λ) · greatest similarity to one chosen`.
/// Source: J. Carbonell and J. Goldstein, "The use of MMR, diversity-based reranking for reordering documents and
/// producing summaries", SIGIR 1998, section 2.
struct MaximalMarginalRelevance {
    /// Share of relevance, from 0 (only unlikeness counts) to 1 (the order of relevance).
    var lambda: Double
    /// Relevance of each candidate, 0 to 1.
    var relevance: [Double]
    /// Similarity of two candidates, 0 to 1, symmetric.
    var similarity: (Int, Int) -> Double

    /// Places of the chosen, in the order of choice; ties go to the lower place.
    ///
    /// - Parameter tiers: groups of candidates; one group is used up before the next is looked at, and what was
    ///   chosen from it counts for the next.
    func choose(_ count: Int, from tiers: [[Int]]) -> [Int] {
        var chosen: [Int] = []
        for tier in tiers {
            var open = tier
            var nearest = open.map { candidate in chosen.map { similarity($0, candidate) }.max() ?? 0 }
            while chosen.count < count, !open.isEmpty {
                var best = 0
                for place in open.indices where isBetter(place, than: best, open, nearest) { best = place }
                let taken = open.remove(at: best)
                nearest.remove(at: best)
                chosen.append(taken)
                for place in open.indices { nearest[place] = max(nearest[place], similarity(taken, open[place])) }
            }
        }
        return chosen
    }

    private func isBetter(_ place: Int, than best: Int, _ open: [Int], _ nearest: [Double]) -> Bool {
        let (value, other) = (marginal(open[place], nearest[place]), marginal(open[best], nearest[best]))
        return value != other ? value > other : open[place] < open[best]
    }

    private func marginal(_ candidate: Int, _ nearest: Double) -> Double {
        lambda * relevance[candidate] - (1 - lambda) * nearest
    }
}
