internal import Foundation

/// Trains an ``ObligationModel``. The same examples in the same order give the same model.
struct ObligationLearner {
    let matrix: ObligationMatrix
    var solver = LinearSolver()
    var pooling = PooledSolver()
    /// Hundredths. A lower cut gains F1 where countries are left out (0.01 at 30), and bends confidences farther from the
    /// shares that they stand for than their calibration allows.
    private static let lowestCut = 36
    /// Parts into which groups are split, so that the second stage learns from answers of a first stage that did not
    /// see the provision.
    var innerFolds = 4

    /// Stages learned from some examples.
    private struct Linear {
        var vocabulary: FeatureVocabulary
        var solution: LinearSolver.Solution
    }

    /// - Parameter examples: judged provisions of several groups, and model texts.
    func train(_ examples: [TrainingExample]) -> ObligationModel {
        let heads = heads(of: examples)
        let judged = examples.indices.filter { examples[$0].group != nil && examples[$0].isSample }
        let folds = Self.folds(judged.map { examples[$0].group ?? "" }, count: innerFolds)
        // Stacking, after D. Wolpert, "Stacked generalization", Neural Networks 5(2), 1992.
        var logits = [[Float]](repeating: [], count: examples.count)
        for fold in 0..<innerFolds {
            let kept = Set(judged.indices.filter { folds[$0] == fold }.map { judged[$0] })
            guard !kept.isEmpty else { continue }
            let groups = Set(kept.compactMap { examples[$0].group })
            let part = linear(examples.filter { example in example.group.map(groups.contains) != true }, heads)
            let model = model(part, heads, priors: [], pooled: [], intercept: 0)
            for place in kept.sorted() {
                logits[place] = model.logits(part.vocabulary.row(examples[place].features))
            }
        }
        let priors = heads.codes.map { code in
            log((Double(judged.count { examples[$0].codes.contains(code) }) + 0.5) / Double(judged.count + 1))
        }
        var values: [Double] = []
        var outcomes: [Bool] = []
        for place in judged {
            values += PooledFeatures.values(
                heads: heads, logits: logits[place], priors: priors, rules: examples[place].rules,
                context: examples[place].context)
            outcomes += heads.codes.map { examples[place].codes.contains($0) }
        }
        let pooled = pooling.solve(values, count: PooledFeatures.names.count, outcomes: outcomes)
        var result = model(
            linear(examples, heads), heads, priors: priors, pooled: pooled.weights, intercept: pooled.intercept)
        let probabilities = outcomes.indices.map {
            ObligationModel.probability(values, row: $0, pooled.weights, pooled.intercept)
        }
        result.scale = Self.scale(probabilities, outcomes, rows: heads.codes.count)
        return result
    }

    /// Groups to folds: large ones first, each to the fold that has least, names deciding between equals.
    static func folds(_ groups: [String], count: Int) -> [Int] {
        let sizes = Dictionary(groups.map { ($0, 1) }, uniquingKeysWith: +)
        var load = [Int](repeating: 0, count: max(1, count))
        var fold: [String: Int] = [:]
        for (group, size) in sizes.sorted(by: { $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key }) {
            let least = load.indices.min { load[$0] != load[$1] ? load[$0] < load[$1] : $0 < $1 } ?? 0
            fold[group] = least
            load[least] += size
        }
        return groups.map { fold[$0] ?? 0 }
    }

    /// The rows that any example serves, in the matrix's order: of others nothing can be learned.
    private func heads(of examples: [TrainingExample]) -> OutputHeads {
        let served = examples.reduce(into: Set<ObligationCode>()) { $0.formUnion($1.codes) }
        return OutputHeads(codes: matrix.rows.map(\.code).filter(served.contains), matrix: matrix)
    }

    private func linear(_ examples: [TrainingExample], _ heads: OutputHeads) -> Linear {
        let vocabulary = FeatureVocabulary(rows: examples.map(\.features))
        var rows = SparseRows()
        var targets: [Float] = []
        var weights: [Float] = []
        for example in examples {
            rows.append(vocabulary.row(example.features))
            var target = [Float](repeating: 0, count: heads.count)
            for code in example.codes {
                guard let place = heads.place(of: code) else { continue }
                target[place] = 1
                target[heads.groupHead(heads.groups[place])] = 1
                target[heads.anyHead] = 1
            }
            for aspect in example.aspects { target[heads.head(of: aspect)] = 1 }
            for weapon in example.weapons { target[heads.head(of: weapon)] = 1 }
            targets += target
            // Aspect and weapon are asked only of provisions that serve something.
            weights += (0..<heads.count).map {
                $0 >= heads.firstConditional && example.codes.isEmpty ? 0 : example.weight
            }
        }
        return Linear(
            vocabulary: vocabulary,
            solution: solver.solve(
                rows, columns: vocabulary.keys.count, outputs: heads.count, targets: targets, rowWeights: weights))
    }

    private func model(
        _ part: Linear, _ heads: OutputHeads, priors: [Double], pooled: [Double], intercept: Double
    ) -> ObligationModel {
        ObligationModel(
            heads: heads, vocabulary: part.vocabulary, weights: part.solution.weights, lanes: part.solution.lanes,
            intercepts: part.solution.intercepts, priors: priors, pooled: pooled, pooledIntercept: intercept,
            scale: ConfidenceScale())
    }

    /// The scale of confidences: knots, then the cut from ``lowestCut`` to 0.5 at which F1 is best.
    private static func scale(_ probabilities: [Double], _ outcomes: [Bool], rows: Int) -> ConfidenceScale {
        var scale = ConfidenceScale(probabilities: probabilities, outcomes: outcomes)
        let shares = probabilities.map(scale.share)
        var best = (f1: -1.0, cut: 0.5)
        for hundredths in stride(from: 50, through: Self.lowestCut, by: -1) {
            let cut = Double(hundredths) / 100
            var (right, given, wanted) = (0, 0, 0)
            for (share, outcome) in zip(shares, outcomes) {
                if share >= cut { given += 1 }
                if outcome { wanted += 1 }
                if share >= cut, outcome { right += 1 }
            }
            let f1 = 2 * Double(right) / Double(max(1, given + wanted))
            // A lower cut takes more from the confidences' truth, so it must earn something.
            if f1 > best.f1 + 0.001 { best = (f1, cut) }
        }
        scale.cut = best.cut
        return scale
    }
}
