/// Score of one term in one segment, in the fixed-point unit of the query (see ``ScoreScale``).
struct TermScorer {
    /// idf times boost times the unit.
    let weight: Float
    let fieldWeights: SIMD4<Float>
    /// Above 0.
    let k1: Float
    /// `1 / B` by length byte, 256 values; see ``RankingParameters``.
    let normalization: UnsafePointer<Float>
    let lengths: UnsafePointer<UInt8>
    let isImpact: Bool
    /// Growth of the average length since the impacts were stored, at least 1; nil when they do not bound this
    /// query's ranking function at all.
    let drift: Float?

    /// The score of the posting the cursor stands on.
    @inline(__always)
    func score(_ cursor: inout PostingCursor) -> Int32 {
        cursor.prepareFrequencies()
        let index = cursor.index
        return score(cursor.text[index], cursor.heading[index], cursor.title[index], cursor.document)
    }

    /// The score of a posting. Rounded to a whole number, so that a sum over terms is the same in every order.
    @inline(__always)
    func score(_ text: UInt32, _ heading: UInt32, _ title: UInt32, _ document: UInt32) -> Int32 {
        if isImpact { return Int32(weight * Float(min(text, 255)) * (1 / 255)) }
        let frequency =
            Float(text) * normalization[Int(lengths[Int(document)])] * fieldWeights[0]
            + Float(heading) * fieldWeights[1] + Float(title) * fieldWeights[2]
        // k1 is positive, so this is never 0 / 0; the quotient is at most 1 and `weight` is bounded by the scale, so
        // the conversion cannot overflow.
        return Int32(weight * (frequency / (frequency + k1)))
    }

    /// No posting with this stored impact scores more.
    @inline(__always)
    func bound(_ impact: UInt16) -> Int32 {
        guard let drift else { return Int32(weight.rounded(.up)) &+ 1 }
        let part = Float(impact) * (1 / 65535)
        // B shrinks at most by `drift`, so the frequency grows at most by it; then x = f / (f + k1) grows to at most
        // x · drift / (x · drift + 1 − x).
        let moved = drift == 1 ? part : part * drift / (part * drift + 1 - part)
        return Int32((weight * moved * 1.000001).rounded(.up)) &+ 1
    }
}
