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

    /// Writes the impact of each posting, 0 to 1, to `output`, which has room for them.
    func impacts(of postings: PostingBuffer.View, into output: UnsafeMutablePointer<Float>) {
        guard !postings.flags.contains(.impact) else {
            for index in 0..<postings.count { output[index] = SaturationTable.given(postings.text[index]) }
            return
        }
        guard let documents = postings.documents.baseAddress, let text = postings.text.baseAddress,
            let heading = postings.heading.baseAddress, let title = postings.title.baseAddress
        else { return }
        lengths.withUnsafeBufferPointer { lengths in
            table.values.saturate(
                text, heading, title, weights: table.parameters.fieldWeights, into: output, postings.count
            ) { lengths[Int(documents[$0])] }
        }
    }
}
