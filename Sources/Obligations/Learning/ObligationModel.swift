internal import Foundation

/// A trained classifier of provisions: a linear stage over features and a pooled stage over its answers and the rules.
struct ObligationModel: Sendable {
    static let fileName = "model.tsv"

    var heads: OutputHeads
    var vocabulary: FeatureVocabulary
    /// Sixteen answers a lane, ``lanes`` lanes a feature.
    var weights: [SIMD16<Float>]
    var lanes: Int
    var intercepts: [Float]
    /// Logarithm of the share of provisions that serve each row.
    var priors: [Double]
    /// By ``PooledFeatures/names``.
    var pooled: [Double]
    var pooledIntercept: Double
    var scale: ConfidenceScale

    /// The linear stage's answers in logits.
    func logits(_ row: [(column: Int32, value: Float)]) -> [Float] {
        var sums = [SIMD16<Float>](repeating: SIMD16<Float>.zero, count: lanes)
        weights.withUnsafeBufferPointer { weights in
            for entry in row {
                let base = Int(entry.column) * lanes
                for lane in 0..<lanes { sums[lane] += weights[base + lane] * entry.value }
            }
        }
        return (0..<heads.count).map { (head: Int) -> Float in
            let sum: Float = sums[head / 16][head % 16]
            return intercepts[head] + sum
        }
    }

    /// Whether concepts alone tell that nothing is served, so that words need not be looked up. Asked where no rule
    /// fires, as in nine of ten provisions of general law; half of those are then done with.
    ///
    /// - Parameter row: features, of which those of words are passed over.
    func isHopeless(_ row: [(column: Int32, value: Float)]) -> Bool {
        var sum = intercepts[heads.anyHead]
        for entry in row where !vocabulary.keys[Int(entry.column)].isWord {
            sum += entry.value * weight(Int(entry.column), heads.anyHead)
        }
        // Of the judged provisions that serve a cell, 7 of 434 lie below where their countries are left out, none of
        // them likely to be given.
        return sum < -2
    }

    /// The probability of each row, before the scale of confidences.
    func probabilities(
        logits: [Float], rules: [RuleScorer.RowScore], context: PooledFeatures.Context
    ) -> [Double] {
        let values = PooledFeatures.values(
            heads: heads, logits: logits, priors: priors, rules: rules, context: context)
        return (0..<heads.codes.count).map { Self.probability(values, row: $0, pooled, pooledIntercept) }
    }

    static func probability(_ values: [Double], row: Int, _ weights: [Double], _ intercept: Double) -> Double {
        var sum = intercept
        for column in weights.indices { sum += weights[column] * values[row * weights.count + column] }
        return 1 / (1 + exp(-max(-30, min(30, sum))))
    }

    /// A weight of the linear stage.
    func weight(_ column: Int, _ head: Int) -> Float { weights[column * lanes + head / 16][head % 16] }
}
