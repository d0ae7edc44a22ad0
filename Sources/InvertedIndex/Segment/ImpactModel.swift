/// Upper bounds of scores, as they are stored with blocks and lists.
struct ImpactModel {
    /// `1 / B` for each length byte; see ``RankingParameters``.
    let normalization: [Float]
    let parameters: RankingParameters
    let lengths: [UInt8]

    init(parameters: RankingParameters, averageLength: Float, lengths: [UInt8]) {
        normalization = Self.normalization(parameters, averageLength: averageLength)
        self.parameters = parameters
        self.lengths = lengths
    }

    static func normalization(_ parameters: RankingParameters, averageLength: Float) -> [Float] {
        (0...255).map { byte in
            let length = Float(LengthCodec.decode(UInt8(byte)))
            // Never infinite: an empty text under b = 1 has B = 0.
            return 1 / max(1e-6, 1 - parameters.b + parameters.b * length / max(averageLength, 1))
        }
    }

    /// The impact of a posting, rounded up to 1/65535, so that it never bounds too low.
    func impact(of postings: PostingBuffer, at index: Int) -> UInt16 {
        if postings.flags.contains(.impact) {
            return UInt16(min(65535, (Float(postings.text[index]) / 255 * 65535).rounded(.up)))
        }
        let weights = parameters.fieldWeights
        let text = Float(postings.text[index]) * normalization[Int(lengths[Int(postings.documents[index])])]
        let frequency =
            text * weights[0] + Float(postings.heading[index]) * weights[1] + Float(postings.title[index]) * weights[2]
        let part = frequency / (frequency + max(parameters.k1, 1e-6))
        return UInt16(min(65535, (part * 65535).rounded(.up) + 1))
    }
}
