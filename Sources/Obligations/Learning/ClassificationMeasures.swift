internal import Foundation

/// How well predictions meet judgments, as the judged set's own scoring script measures it.
public struct ClassificationMeasures: Sendable {
    /// One row of the matrix.
    public struct Row: Sendable, Hashable {
        /// Code of the row.
        public var cell: String
        /// Provisions that serve it.
        public var positives: Int
        /// nDCG at 10 with gain 2^grade − 1, 0 to 1.
        public var ndcg: Double
        /// Average precision, 0 to 1.
        public var averagePrecision: Double
        /// Rows given at 0.5 and right, given and wrong, not given.
        public var right: Int, wrong: Int, missed: Int
    }

    /// Rows with enough positives, by code.
    public let rows: [Row]
    /// Expected calibration error over all confidences given, 15 bins of equal width.
    public let calibrationError: Double

    /// - Parameters:
    ///   - predictions: cells by provision; of several for one row the most confident counts.
    ///   - minimumPositives: rows with fewer are left out.
    public init(_ gold: [GoldProvision], _ predictions: [String: [CellScore]], minimumPositives: Int = 5) {
        var scores: [String: [String: Double]] = [:]
        for provision in gold {
            for score in predictions[provision.id] ?? [] {
                scores[provision.id, default: [:]][score.cell.code.rawValue, default: 0] = max(
                    scores[provision.id]?[score.cell.code.rawValue] ?? 0, score.confidence)
            }
        }
        let cells = Set(gold.flatMap { ($0.labels ?? []).map(\.cell) }).sorted()
        rows = cells.compactMap { cell in
            var grades: [String: Int] = [:]
            for provision in gold {
                for label in provision.labels ?? [] where label.cell == cell {
                    grades[provision.id] = max(grades[provision.id] ?? 0, label.grade ?? 1)
                }
            }
            return grades.count < minimumPositives ? nil : Self.row(cell, grades, scores)
        }
        var bins = [(count: Double, sum: Double, hits: Double)](repeating: (0, 0, 0), count: 15)
        for provision in gold {
            let truth = Set((provision.labels ?? []).map(\.cell))
            for (cell, confidence) in scores[provision.id] ?? [:] {
                let bin = min(14, Int(confidence * 15))
                bins[bin] = (
                    bins[bin].count + 1, bins[bin].sum + confidence, bins[bin].hits + (truth.contains(cell) ? 1 : 0)
                )
            }
        }
        let total = bins.reduce(0) { $0 + $1.count }
        calibrationError = total > 0 ? bins.reduce(0) { $0 + abs($1.sum - $1.hits) } / total : 0
    }

    /// Macro mean of nDCG at 10; 0 where there is no row.
    public var ndcg: Double { rows.isEmpty ? 0 : rows.reduce(0) { $0 + $1.ndcg } / Double(rows.count) }
    /// Macro mean of average precision.
    public var averagePrecision: Double {
        rows.isEmpty ? 0 : rows.reduce(0) { $0 + $1.averagePrecision } / Double(rows.count)
    }
    /// Micro F1 at a confidence of 0.5.
    public var f1: Double {
        let right = rows.reduce(0) { $0 + $1.right }
        let all = rows.reduce(0) { $0 + 2 * $1.right + $1.wrong + $1.missed }
        return all > 0 ? 2 * Double(right) / Double(all) : 0
    }

    private static func row(_ cell: String, _ grades: [String: Int], _ scores: [String: [String: Double]]) -> Row {
        var ranked: [(id: String, score: Double)] = []
        for (id, cells) in scores {
            if let score = cells[cell], score > 0 { ranked.append((id, score)) }
        }
        ranked.sort { $0.score != $1.score ? $0.score > $1.score : $0.id < $1.id }
        func discounted(_ grades: [Int]) -> Double {
            grades.prefix(10).enumerated().reduce(0) {
                $0 + (pow(2, Double($1.element)) - 1) / log2(Double($1.offset) + 2)
            }
        }
        let best = discounted(grades.values.sorted(by: >))
        var (hits, precision) = (0, 0.0)
        for (rank, entry) in ranked.enumerated() where grades[entry.id] != nil {
            hits += 1
            precision += Double(hits) / Double(rank + 1)
        }
        let given = ranked.filter { $0.score >= 0.5 }
        let right = given.count { grades[$0.id] != nil }
        return Row(
            cell: cell, positives: grades.count, ndcg: discounted(ranked.map { grades[$0.id] ?? 0 }) / best,
            averagePrecision: precision / Double(grades.count), right: right, wrong: given.count - right,
            missed: grades.count - right)
    }
}
