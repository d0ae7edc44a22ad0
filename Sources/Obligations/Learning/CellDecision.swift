internal import Foundation

/// From the model's answers to cells with confidences.
struct CellDecision: Sendable {
    let matrix: ObligationMatrix

    /// The second aspect is given from this probability on.
    private static let secondAspect = 0.5
    /// A weapon type beside the likeliest is given from this probability on. Prohibitions mostly name all three, and a
    /// short one that names one should not gain others by that.
    private static let otherWeapon = 0.7

    /// - Parameters:
    ///   - probabilities: of each row of the model.
    ///   - minimum: rows with less confidence are left out.
    /// - Returns: cells by falling confidence, then in cell order.
    func cells(
        _ model: ObligationModel, logits: [Float], probabilities: [Double], maximumRows: Int, minimum: Double
    ) -> [CellScore] {
        let confidences = probabilities.map(model.scale.confidence)
        let order = confidences.indices.filter { confidences[$0] >= minimum }.sorted {
            // Confidences of one knot are equal; the probabilities behind them still rank.
            probabilities[$0] != probabilities[$1] ? probabilities[$0] > probabilities[$1] : $0 < $1
        }
        func probability(_ head: Int) -> Double { 1 / (1 + exp(-Double(logits[head]))) }
        let aspects = Aspect.allCases.map { (aspect: $0, probability: probability(model.heads.head(of: $0))) }
            .sorted { $0.probability > $1.probability }
        let weapons = Weapon.allCases.map { (weapon: $0, probability: probability(model.heads.head(of: $0))) }
            .sorted { $0.probability > $1.probability }
        var result: [CellScore] = []
        for place in order.prefix(maximumRows) {
            guard let row = matrix.row(model.heads.codes[place]) else { continue }
            let allowed = weapons.filter { row.weapons.contains($0.weapon) }
            let chosen: [Weapon?] =
                allowed.isEmpty
                ? [nil]
                : allowed.enumerated().filter { $0.offset == 0 || $0.element.probability >= Self.otherWeapon }
                    .map { $0.element.weapon }
            for (rank, aspect) in aspects.enumerated()
            where rank == 0 || aspect.probability >= Self.secondAspect {
                let share = rank == 0 ? 1 : aspect.probability
                guard confidences[place] * share >= minimum else { continue }
                for weapon in chosen {
                    result.append(
                        CellScore(
                            cell: Cell(code: row.code, weapon: weapon, aspect: aspect.aspect),
                            confidence: confidences[place] * share))
                }
            }
        }
        return result.sorted { $0.confidence != $1.confidence ? $0.confidence > $1.confidence : $0.cell < $1.cell }
    }
}
