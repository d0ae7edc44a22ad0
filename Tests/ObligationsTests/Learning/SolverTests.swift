import TestSupport
import Testing

@testable import Obligations

@Suite("Solvers")
struct SolverTests {
    /// Rows with features 0 (says yes), 1 (says no) and 2 (says nothing), two answers, the second the opposite.
    private func toy() -> (rows: SparseRows, targets: [Float]) {
        var generator = SeededGenerator(seed: 7)
        var rows = SparseRows()
        var targets: [Float] = []
        for _ in 0..<200 {
            let isYes = Bool.random(using: &generator)
            rows.append([(isYes ? 0 : 1, 1), (2, Float.random(in: 0...1, using: &generator))])
            targets += isYes ? [1, 0] : [0, 1]
        }
        return (rows, targets)
    }

    private func solve() -> LinearSolver.Solution {
        let (rows, targets) = toy()
        return LinearSolver().solve(
            rows, columns: 3, outputs: 2, targets: targets,
            rowWeights: [Float](repeating: 1, count: targets.count))
    }

    @Test("the linear solver finds what decides, for each answer, and the same each time")
    func linear() {
        let solution = solve()
        #expect(solution.lanes == 1)
        #expect(solution.weights[0][0] > 1 && solution.weights[1][0] < -1)
        #expect(solution.weights[0][1] < -1 && solution.weights[1][1] > 1)
        #expect(abs(solution.weights[2][0]) < 0.3)
        let again = solve()
        #expect(again.weights == solution.weights && again.intercepts == solution.intercepts)
    }

    @Test("rows of weight 0 teach nothing")
    func weights() {
        var rows = SparseRows()
        for _ in 0..<50 { rows.append([(0, 1)]) }
        let solution = LinearSolver().solve(
            rows, columns: 1, outputs: 1, targets: (0..<50).map { $0 < 25 ? 1 : 0 },
            rowWeights: (0..<50).map { $0 < 25 ? 1 : 0 })
        #expect(solution.weights[0][0] + solution.intercepts[0] > 2)
    }

    @Test("the pooled solver meets shares that it was given, whatever the units of its features")
    func pooled() {
        // Three in four with 1000, one in four with 0.
        let values = (0..<400).map { $0 < 200 ? 1000.0 : 0 }
        let outcomes = (0..<400).map { $0 < 200 ? $0 % 4 != 0 : $0 % 4 == 0 }
        let found = PooledSolver(penalty: 0.001).solve(values, count: 1, outcomes: outcomes)
        #expect(abs(found.intercept - -1.0986) < 0.01)
        #expect(abs(found.intercept + 1000 * found.weights[0] - 1.0986) < 0.01)
    }

    @Test("a feature that never changes, or no rows at all, do no harm")
    func degenerate() {
        let found = PooledSolver().solve([5, 1, 5, 0, 5, 1, 5, 0], count: 2, outcomes: [true, false, true, false])
        #expect(found.weights.allSatisfy(\.isFinite) && found.intercept.isFinite)
        #expect(PooledSolver().solve([], count: 2, outcomes: []).weights == [0, 0])
    }

    @Test("confidences rise with probabilities, stay in 0 to 1, and 0.5 lies at the cut")
    func scale() {
        var generator = SeededGenerator(seed: 3)
        let probabilities = (0..<5000).map { _ in Double.random(in: 0...1, using: &generator) }
        // Right half as often as was said.
        let outcomes = probabilities.map { Double.random(in: 0...1, using: &generator) < $0 / 2 }
        var scale = ConfidenceScale(probabilities: probabilities, outcomes: outcomes)
        #expect(abs(scale.share(of: 0.6) - 0.3) < 0.06)
        scale.cut = 0.3
        let values = stride(from: 0.0, through: 1, by: 0.001).map(scale.confidence)
        #expect(values.allSatisfy { (0...1).contains($0) })
        #expect(zip(values, values.dropFirst()).allSatisfy { $0 <= $1 })
        #expect(abs(scale.confidence(of: 0.6) - 0.5) < 0.08)
        #expect(ConfidenceScale(probabilities: [], outcomes: []).confidence(of: 0.7) == 0.7)
    }

    @Test("groups are never split, and folds are of like size")
    func folds() {
        let groups = (0..<100).map { "c\($0 % 13)" }
        let folds = ObligationLearner.folds(groups, count: 4)
        #expect(Set(zip(groups, folds).map { "\($0)-\($1)" }).count == 13)
        for fold in 0..<4 { #expect((15...35).contains(folds.count { $0 == fold })) }
        #expect(folds == ObligationLearner.folds(groups, count: 4))
    }
}
