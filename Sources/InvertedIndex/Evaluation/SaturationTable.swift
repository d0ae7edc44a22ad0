/// Saturated term frequencies `x / (x + k1)` of BM25F (see ``RankingParameters``), looked up for the frequencies that
/// occur nearly always: up to 16 in the text, none in heading or title.
///
/// A table of 17 × 256 quotients (by frequency and length byte) takes the division out of the inner loop. What is not
/// in the table is computed by the same operations, so where a score comes from cannot be seen in its bits.
final class SaturationTable: @unchecked Sendable {
    // `@unchecked Sendable`: both tables are written in `init` only and freed with the object.

    /// Greatest text frequency in the table.
    static let highestFrequency: UInt32 = 16

    let parameters: RankingParameters
    let averageLength: Float
    let values: Values

    /// What inner loops take from the table: plain numbers and addresses, so that copying it counts no references. Not to
    /// be used when the table is gone.
    struct Values {
        fileprivate let k1: Float
        /// `1 / B` by length byte: 256 values, above 0 and finite.
        fileprivate let normalization: UnsafeMutablePointer<Float>
        /// By frequency · 256 + length byte.
        let textSaturation: UnsafeMutablePointer<Float>
        /// The weight of the text with which ``textSaturation`` was computed.
        let textWeight: Float

        /// The saturated frequency of a posting, 0 to 1.
        ///
        /// - Parameter weights: those of the parameters; 0 for a field that does not count in the query.
        @inline(__always)
        func saturation(
            _ text: UInt32, _ heading: UInt32, _ title: UInt32, length: UInt8, weights: SIMD4<Float>
        ) -> Float {
            let x =
                Float(text) * normalization[Int(length)] * weights[0]
                + Float(heading) * weights[1] + Float(title) * weights[2]
            return x / (x + k1)
        }

        /// Writes the saturated frequencies of `count` postings, by the operations of ``saturation(_:_:_:length:weights:)``:
        /// norms first, so that four postings are computed at once.
        ///
        /// - Parameter length: the length byte of a posting's document.
        @inline(__always)
        func saturate(
            _ text: UnsafePointer<UInt32>, _ heading: UnsafePointer<UInt32>, _ title: UnsafePointer<UInt32>,
            weights: SIMD4<Float>, into output: UnsafeMutablePointer<Float>, _ count: Int,
            length: (_ index: Int) -> UInt8
        ) {
            for index in 0..<count { output[index] = normalization[Int(length(index))] }
            let (k1, textWeight, headingWeight, titleWeight) = (k1, weights[0], weights[1], weights[2])
            for index in 0..<count {
                let x =
                    Float(text[index]) * output[index] * textWeight
                    + Float(heading[index]) * headingWeight + Float(title[index]) * titleWeight
                output[index] = x / (x + k1)
            }
        }
    }

    init(_ parameters: RankingParameters, averageLength: Float) {
        self.parameters = parameters
        self.averageLength = averageLength
        // Positive, so that the quotient is never 0 / 0.
        let k1 = max(parameters.k1, 1e-6)
        let normalization = UnsafeMutablePointer<Float>.allocate(capacity: 256)
        for byte in 0..<256 {
            let length = Float(LengthCodec.decode(UInt8(byte)))
            let share = 1 - parameters.b + parameters.b * length / max(averageLength, 1)
            // Never infinite: an empty text under b = 1 has B = 0.
            (normalization + byte).initialize(to: 1 / max(1e-6, share))
        }
        let rows = Int(Self.highestFrequency) + 1
        let textSaturation = UnsafeMutablePointer<Float>.allocate(capacity: rows * 256)
        for frequency in 0..<rows {
            for byte in 0..<256 {
                let x = Float(frequency) * normalization[byte] * parameters.fieldWeights[0]
                (textSaturation + frequency * 256 + byte).initialize(to: x / (x + k1))
            }
        }
        values = Values(
            k1: k1, normalization: normalization, textSaturation: textSaturation,
            textWeight: parameters.fieldWeights[0])
    }

    deinit {
        values.normalization.deallocate()
        values.textSaturation.deallocate()
    }

    /// The score of a list that carries its own: an impact of 1 to 255 stands for 1/255 to 1.
    @inline(__always)
    static func given(_ impact: UInt32) -> Float { Float(min(impact, 255)) * (1 / 255) }
}
