internal import Foundation

/// How far several provisions together support a cell, and which value is proposed for it.
///
/// Provisions of one State are not independent witnesses: what misleads the classifier in one article of a law misleads
/// it in the next. So each further provision counts for less: with confidences in falling order p₁ ≥ p₂ ≥ …, the
/// support is 1 − Π (1 − p_k·d^(k−1)), a noisy-or (J. Pearl, "Probabilistic Reasoning in Intelligent Systems", 1988,
/// §4.3.2) with a falling share d.
///
/// The bounds are chosen so that of the cells proposed as `X` for States that no model saw four of five and more are judged
/// ones, and three of five judged ones are proposed (`benchmarks/MatrixQuality`).
public struct SupportScale: Sendable, Hashable {
    /// Share that each further provision counts for, 0 to 1.
    public var decay: Double
    /// Support from which `X` is proposed.
    public var documented: Double
    /// Support from which `?` is proposed.
    public var unclear: Double

    /// A scale; the bounds are taken as they are.
    public init(decay: Double, documented: Double, unclear: Double) {
        self.decay = decay
        self.documented = documented
        self.unclear = unclear
    }

    /// The scale in use.
    public static let standard = SupportScale(decay: 0.5, documented: 0.7, unclear: 0.3)

    /// Provisions that still change the sum.
    static let depth = 8

    /// Support by the confidences of all provisions that serve the cell, in any order.
    public func support(_ confidences: some Sequence<Double>) -> Double {
        var share = 1.0
        var doubt = 1.0
        for confidence in confidences.sorted(by: >).prefix(Self.depth) {
            doubt *= 1 - confidence * share
            share *= decay
        }
        return 1 - doubt
    }

    /// The value proposed at a support.
    public func value(_ support: Double) -> CellValue {
        support >= documented ? .documented : support >= unclear ? .unclear : .blank
    }
}
