/// Scores are summed as whole numbers: a sum of fractions depends on its order, and pruning changes the order, so that
/// exact top-k (ties and all) would not be the same as brute force.
///
/// The whole numbers are held in `Float`, where those below 2²⁴ add up exactly, so that the inner loops need neither
/// conversions nor overflow checks and vectorise. All clauses of a query together stay at or below 2²³.
struct ScoreScale {
    /// 2²³: adding it to a smaller number leaves no bits for a fraction.
    static let magic: Float = 8_388_608

    /// Units per 1.0.
    let factor: Float

    /// - Parameter totalWeight: sum of the highest possible scores of every scored clause of the query.
    init(totalWeight: Double) {
        // A little is left for rounding up, half a unit a clause.
        let fitting = Double(Self.magic) * 0.999 / max(totalWeight, 1e-9)
        factor = Float(min(fitting, Double(1 << 20)))
    }

    /// `value` rounded to a whole number, halves to even. For values from 0 to 2²³; it keeps their order.
    @inline(__always)
    static func whole(_ value: Float) -> Float { (value + magic) - magic }

    /// A whole number that no document with `score` is below.
    func encode(_ score: Float) -> Float { max(0, (score * factor).rounded(.down) - 1) }

    func decode(_ score: Float) -> Float { score / factor }
}
