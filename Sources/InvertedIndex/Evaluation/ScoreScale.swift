/// Scores are summed as whole numbers: a sum of floating-point numbers depends on its order, and pruning changes the
/// order, so exact top-k (ties by document number) would not be the same as brute force.
struct ScoreScale {
    /// Units per 1.0.
    let factor: Float

    /// - Parameter weights: highest possible score of every scored clause of the query.
    init(totalWeight: Double) {
        // A third of Int32 is left for rounding up.
        let fitting = Double(Int32.max / 3) / max(totalWeight, 1e-9)
        factor = Float(min(fitting, Double(1 << 20)))
    }

    func decode(_ score: Int64) -> Float { Float(score) / factor }
}
