/// The postings of one term while they are written or merged: documents ascending, one frequency per field.
struct PostingBuffer {
    /// How the frequencies of a list are scored.
    struct Flags: OptionSet {
        let rawValue: UInt8
        /// The list has positions.
        static let positions = Flags(rawValue: 1)
        /// The text frequency is an impact of 1 to 255 that is the score itself, not a count of occurrences.
        static let impact = Flags(rawValue: 2)
    }

    var flags: Flags = []
    var documents: [UInt32] = []
    var text: [UInt32] = []
    var heading: [UInt32] = []
    var title: [UInt32] = []
    /// Position gaps of all postings: text, then heading, then title, each field counted from 0.
    var gaps: [UInt32] = []

    mutating func removeAll() {
        flags = []
        documents.removeAll(keepingCapacity: true)
        text.removeAll(keepingCapacity: true)
        heading.removeAll(keepingCapacity: true)
        title.removeAll(keepingCapacity: true)
        gaps.removeAll(keepingCapacity: true)
    }

    mutating func append(document: UInt32, text: UInt32, heading: UInt32, title: UInt32) {
        documents.append(document)
        self.text.append(text)
        self.heading.append(heading)
        self.title.append(title)
    }
}

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
