internal import Foundation

/// Logistic regression of one answer on a few dense features, by iteratively reweighted least squares with an L2
/// penalty on the standardised weights.
struct PooledSolver {
    /// Strength of the penalty on standardised features.
    var penalty = 10.0
    var steps = 25

    /// - Parameters:
    ///   - values: `count` values a row.
    ///   - outcomes: one a row.
    /// - Returns: weights for the values as they are, and the intercept.
    func solve(_ values: [Double], count: Int, outcomes: [Bool]) -> (weights: [Double], intercept: Double) {
        let rows = outcomes.count
        guard rows > 0 else { return ([Double](repeating: 0, count: count), 0) }
        var mean = [Double](repeating: 0, count: count)
        var deviation = mean
        for row in 0..<rows { for column in 0..<count { mean[column] += values[row * count + column] } }
        for column in 0..<count { mean[column] /= Double(rows) }
        for row in 0..<rows {
            for column in 0..<count {
                let distance = values[row * count + column] - mean[column]
                deviation[column] += distance * distance
            }
        }
        // A feature that never changes says nothing; its weight comes out as 0.
        for column in 0..<count { deviation[column] = max(1e-6, (deviation[column] / Double(rows)).squareRoot()) }

        // Constants, so that the closure below reads them without checks.
        let (center, spread) = (mean, deviation)
        let size = count + 1
        var solution = [Double](repeating: 0, count: size)
        let share = Double(outcomes.count { $0 } + 1) / Double(rows + 2)
        solution[count] = log(share / (1 - share))
        var point = [Double](repeating: 1, count: size)
        /// Penalised negative log likelihood.
        func loss(_ solution: [Double]) -> Double {
            var total = 0.0
            for column in 0..<count { total += 0.5 * penalty * solution[column] * solution[column] }
            for row in 0..<rows {
                var sum = solution[count]
                for column in 0..<count {
                    sum += (values[row * count + column] - center[column]) / spread[column] * solution[column]
                }
                let signed = outcomes[row] ? -sum : sum
                total += signed > 0 ? signed + log1p(exp(-signed)) : log1p(exp(signed))
            }
            return total
        }
        for _ in 0..<steps {
            var hessian = [Double](repeating: 0, count: size * size)
            var slope = [Double](repeating: 0, count: size)
            for row in 0..<rows {
                var sum = solution[count]
                for column in 0..<count {
                    point[column] = (values[row * count + column] - center[column]) / spread[column]
                    sum += point[column] * solution[column]
                }
                let probability = 1 / (1 + exp(-sum))
                let residual = (outcomes[row] ? 1 : 0) - probability
                let weight = max(1e-9, probability * (1 - probability))
                for left in 0..<size {
                    slope[left] += residual * point[left]
                    let scaled = weight * point[left]
                    for right in 0...left { hessian[left * size + right] += scaled * point[right] }
                }
            }
            for column in 0..<count {
                hessian[column * size + column] += penalty
                slope[column] -= penalty * solution[column]
            }
            var change = Self.solved(hessian, slope, size)
            // Full steps may overshoot where outcomes are rare: halved until the fit is better.
            let before = loss(solution)
            var moved = zip(solution, change).map { $0 + $1 }
            var halvings = 0
            while !(loss(moved) <= before), halvings < 20 {
                change = change.map { $0 / 2 }
                moved = zip(solution, change).map { $0 + $1 }
                halvings += 1
            }
            guard halvings < 20 else { break }
            solution = moved
            if change.allSatisfy({ abs($0) < 1e-7 }) { break }
        }
        let weights = (0..<count).map { solution[$0] / spread[$0] }
        let shift = zip(weights, center).reduce(0) { $0 + $1.0 * $1.1 }
        return (weights, solution[count] - shift)
    }

    /// Solves a symmetric positive system, of which the lower half is given, by Cholesky's method.
    private static func solved(_ matrix: [Double], _ right: [Double], _ size: Int) -> [Double] {
        var factor = matrix
        for row in 0..<size {
            for column in 0...row {
                var sum = factor[row * size + column]
                for inner in 0..<column { sum -= factor[row * size + inner] * factor[column * size + inner] }
                factor[row * size + column] =
                    row == column ? max(sum, 1e-12).squareRoot() : sum / factor[column * size + column]
            }
        }
        var result = right
        for row in 0..<size {
            for inner in 0..<row { result[row] -= factor[row * size + inner] * result[inner] }
            result[row] /= factor[row * size + row]
        }
        for row in (0..<size).reversed() {
            for inner in (row + 1)..<size { result[row] -= factor[inner * size + row] * result[inner] }
            result[row] /= factor[row * size + row]
        }
        return result
    }
}
