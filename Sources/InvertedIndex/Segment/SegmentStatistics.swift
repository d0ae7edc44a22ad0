/// Figures of a segment.
struct SegmentStatistics: Sendable {
    var documentCount: Int
    /// Sum of the documents' lengths, before they were put into one byte.
    var totalLength: UInt64
    /// Parameters and average length that the impacts were computed with.
    var parameters: RankingParameters
    var averageLength: Float

    init(documentCount: Int, totalLength: UInt64, parameters: RankingParameters) {
        self.documentCount = documentCount
        self.totalLength = totalLength
        self.parameters = parameters
        averageLength = documentCount == 0 ? 1 : Float(Double(totalLength) / Double(documentCount))
    }

    init(_ section: UnsafeRawBufferPointer, file: String) throws(IndexError) {
        var reader = ByteReader(section)
        let count = reader.little(UInt64.self)
        totalLength = reader.little(UInt64.self)
        var floats: [Float] = []
        for _ in 0..<7 { floats.append(Float(bitPattern: reader.little(UInt32.self))) }
        guard !reader.failed, count < UInt64(UInt32.max >> 1), floats.allSatisfy(\.isFinite) else {
            throw .corrupt(file: file, place: "section statistics")
        }
        documentCount = Int(count)
        parameters = RankingParameters(
            k1: floats[0], b: floats[1], fieldWeights: [floats[2], floats[3], floats[4], floats[5]])
        averageLength = floats[6]
    }

    var bytes: [UInt8] {
        var writer = ByteWriter()
        writer.append(little: UInt64(documentCount))
        writer.append(little: totalLength)
        let weights = parameters.fieldWeights
        for value in [parameters.k1, parameters.b, weights[0], weights[1], weights[2], weights[3], averageLength] {
            writer.append(little: value.bitPattern)
        }
        return writer.bytes
    }
}
