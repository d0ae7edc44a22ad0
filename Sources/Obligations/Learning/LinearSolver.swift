internal import Foundation

/// Logistic regression with an L2 penalty for many answers at once.
///
/// Nesterov's accelerated gradient with the step that the bound 1/4 on the logistic curvature allows. All sums run in
/// a fixed order, so the same data give the same weights.
///
/// Sources: Y. Nesterov, "A method of solving a convex programming problem with convergence rate O(1/k²)", 1983;
/// D. Böhning, B. Lindsay, "Monotonicity of quadratic-approximation algorithms", 1988.
struct LinearSolver {
    typealias Lane = SIMD16<Float>

    /// Strength of the penalty.
    var penalty: Float = 0.25
    /// Steps, by which the weights are near enough to the minimum; with half of them and a constant of 2 the pooled
    /// nDCG at 10 was 0.60 instead of 0.61.
    var steps = 220
    /// Value of the constant feature. A larger one would hold the intercept back less and slow all steps down.
    static let constant: Float = 1

    /// Weights by column, lanes of sixteen answers, and an intercept an answer.
    struct Solution {
        var lanes: Int
        var weights: [Lane]
        var intercepts: [Float]
    }

    /// - Parameters:
    ///   - targets: a row of `outputs` values, 0 or 1, for each row of `rows`.
    ///   - rowWeights: how much each row counts, an answer each.
    func solve(
        _ rows: SparseRows, columns: Int, outputs: Int, targets: [Float], rowWeights: [Float]
    ) -> Solution {
        let lanes = (outputs + 15) / 16
        let width = lanes * 16
        func padded(_ values: [Float]) -> [Lane] {
            var result = [Lane](repeating: Lane.zero, count: rows.count * lanes)
            for row in 0..<rows.count {
                for output in 0..<outputs {
                    result[row * lanes + output / 16][output % 16] = values[row * outputs + output]
                }
            }
            return result
        }
        let wanted = padded(targets)
        let weight = padded(rowWeights)
        // The intercepts start where the shares are, so that the penalty holds back departures from them only.
        var start = [Lane](repeating: Lane.zero, count: lanes)
        var total = [Float](repeating: 0, count: width)
        var hits = [Float](repeating: 0, count: width)
        for row in 0..<rows.count {
            for output in 0..<outputs {
                total[output] += rowWeights[row * outputs + output]
                hits[output] += rowWeights[row * outputs + output] * targets[row * outputs + output]
            }
        }
        for output in 0..<outputs {
            let share = min(0.999, max(1e-4, hits[output] / max(1e-6, total[output])))
            start[output / 16][output % 16] = log(share / (1 - share))
        }
        let step =
            1 / (0.25 * largestEigenvalue(rows, columns: columns, weights: rowWeights, outputs: outputs) + penalty)
        var current = [Lane](repeating: Lane.zero, count: (columns + 1) * lanes)
        var ahead = current
        var gradient = current
        var momentum: Float = 1
        for _ in 0..<steps {
            self.gradient(of: ahead, rows, columns, lanes, start, wanted, weight, into: &gradient)
            let next = (1 + (1 + 4 * momentum * momentum).squareRoot()) / 2
            let push = (momentum - 1) / next
            for place in current.indices {
                let slope: Lane = gradient[place] + ahead[place] * penalty
                let moved: Lane = ahead[place] - slope * step
                let change: Lane = moved - current[place]
                ahead[place] = moved + change * push
                current[place] = moved
            }
            momentum = next
        }
        let intercepts = (0..<outputs).map { (output: Int) -> Float in
            let learned: Float = current[columns * lanes + output / 16][output % 16]
            return start[output / 16][output % 16] + Self.constant * learned
        }
        return Solution(lanes: lanes, weights: Array(current.prefix(columns * lanes)), intercepts: intercepts)
    }

    private func gradient(
        of weights: [Lane], _ rows: SparseRows, _ columns: Int, _ lanes: Int, _ start: [Lane], _ wanted: [Lane],
        _ rowWeights: [Lane], into gradient: inout [Lane]
    ) {
        var sums = [Lane](repeating: Lane.zero, count: lanes)
        // Bounds are those of `rows` and `columns`, by which all arrays were made.
        weights.withUnsafeBufferPointer { weights in
            gradient.withUnsafeMutableBufferPointer { gradient in
                sums.withUnsafeMutableBufferPointer { sums in
                    rows.columns.withUnsafeBufferPointer { columnOf in
                        rows.values.withUnsafeBufferPointer { valueOf in
                            gradient.update(repeating: Lane.zero)
                            let last = columns * lanes
                            for row in 0..<rows.count {
                                let entries = rows.starts[row]..<rows.starts[row + 1]
                                for lane in 0..<lanes {
                                    sums[lane] = start[lane] + weights[last + lane] * Self.constant
                                }
                                for entry in entries {
                                    let base = Int(columnOf[entry]) * lanes
                                    let value = valueOf[entry]
                                    for lane in 0..<lanes { sums[lane] += weights[base + lane] * value }
                                }
                                for lane in 0..<lanes {
                                    let place = row * lanes + lane
                                    sums[lane] = (Self.logistic(sums[lane]) - wanted[place]) * rowWeights[place]
                                }
                                for entry in entries {
                                    let base = Int(columnOf[entry]) * lanes
                                    let value = valueOf[entry]
                                    for lane in 0..<lanes { gradient[base + lane] += sums[lane] * value }
                                }
                                for lane in 0..<lanes { gradient[last + lane] += sums[lane] * Self.constant }
                            }
                        }
                    }
                }
            }
        }
    }

    private static func logistic(_ lane: Lane) -> Lane {
        var result = Lane()
        for index in 0..<16 { result[index] = 1 / (1 + exp(-max(-30, min(30, lane[index])))) }
        return result
    }

    /// The largest eigenvalue of the rows' weighted second moments, by power iteration from a fixed start; a row counts
    /// as for the answer for which it counts most, so that no step is too long.
    private func largestEigenvalue(_ rows: SparseRows, columns: Int, weights: [Float], outputs: Int) -> Float {
        var vector = [Float](repeating: 1 / Float(columns + 1).squareRoot(), count: columns + 1)
        var value: Float = 1
        let most = (0..<rows.count).map { weights[($0 * outputs)..<(($0 + 1) * outputs)].max() ?? 0 }
        for _ in 0..<20 {
            var next = [Float](repeating: 0, count: columns + 1)
            for row in 0..<rows.count {
                var sum = Self.constant * vector[columns]
                for entry in rows.starts[row]..<rows.starts[row + 1] {
                    sum += rows.values[entry] * vector[Int(rows.columns[entry])]
                }
                sum *= most[row]
                for entry in rows.starts[row]..<rows.starts[row + 1] {
                    next[Int(rows.columns[entry])] += rows.values[entry] * sum
                }
                next[columns] += Self.constant * sum
            }
            value = next.reduce(0) { $0 + $1 * $1 }.squareRoot()
            guard value > 0 else { return 1 }
            vector = next.map { $0 / value }
        }
        // The iteration nears it from below.
        return value * 1.05
    }
}
