import Foundation

/// How well one question was answered, by the formulas of TREC's measures with gains 2^g - 1.
struct QuestionScore: Sendable, Equatable {
    var ndcg10 = 0.0
    var reciprocalRank10 = 0.0
    var recall10 = 0.0
    var recall100 = 0.0
    /// Rank of the first relevant document, from 1; nil when none was found.
    var firstRelevant: Int?

    /// The measures in the order of the table.
    static let measures: [(name: String, value: any KeyPath<QuestionScore, Double> & Sendable)] = [
        ("nDCG@10", \.ndcg10), ("MRR@10", \.reciprocalRank10), ("recall@10", \.recall10), ("recall@100", \.recall100),
    ]

    /// - Parameters:
    ///   - documents: what was found, best first.
    ///   - gains: judgments. Without a relevant document there is nothing to score: nil.
    init?(documents: [String], gains: [String: Int]) {
        let relevant = gains.filter { $0.value > 0 }
        guard !relevant.isEmpty else { return nil }
        func discounted(_ gains: some Sequence<Int>) -> Double {
            gains.enumerated().reduce(0) { $0 + (exp2(Double($1.element)) - 1) / log2(Double($1.offset + 2)) }
        }
        var seen: Set<String> = []
        let unique = documents.filter { seen.insert($0).inserted }
        let best = discounted(gains.values.sorted(by: >).prefix(10))
        ndcg10 = discounted(unique.prefix(10).map { gains[$0] ?? 0 }) / best
        firstRelevant = unique.firstIndex { relevant[$0] != nil }.map { $0 + 1 }
        if let first = firstRelevant, first <= 10 { reciprocalRank10 = 1 / Double(first) }
        recall10 = Double(unique.prefix(10).count { relevant[$0] != nil }) / Double(relevant.count)
        recall100 = Double(unique.prefix(100).count { relevant[$0] != nil }) / Double(relevant.count)
    }
}
