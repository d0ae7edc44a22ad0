/// The saturated frequency of each posting, as it is stored with blocks and lists to bound scores.
///
/// An impact is `x / (x + k1)` of ``RankingParameters``, computed by the very operations that score a posting
/// (``SaturationTable``), so that a stored impact is not a bound only: times a term's weight it *is* the score of the
/// best posting, bit for bit, as long as average length and parameters are those of the segment.
struct ImpactModel {
    private let table: SaturationTable
    private let lengths: [UInt8]

    init(parameters: RankingParameters, averageLength: Float, lengths: [UInt8]) {
        table = SaturationTable(parameters, averageLength: averageLength)
        self.lengths = lengths
    }

    /// The impact of a posting, 0 to 1.
    func impact(of postings: PostingBuffer, at index: Int) -> Float {
        if postings.flags.contains(.impact) { return SaturationTable.given(postings.text[index]) }
        return table.values.saturation(
            postings.text[index], postings.heading[index], postings.title[index],
            length: lengths[Int(postings.documents[index])], weights: table.parameters.fieldWeights)
    }
}
