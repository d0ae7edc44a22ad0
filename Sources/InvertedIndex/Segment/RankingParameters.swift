/// Parameters of the ranking function that the impacts of a segment were computed with.
///
/// BM25F: H. Zaragoza, N. Craswell, M. Taylor, S. Saria and S. Robertson, "Microsoft Cambridge at TREC 13", 2004,
/// section 2.2: frequencies are normalised field by field and added up with the fields' weights *before* saturation,
/// `score = Σ idf · x / (k1 + x)`, `x = w(text) · tf(text) / B + w(heading) · tf(heading) + w(title) · tf(title)`,
/// `B = 1 − b + b · length / averageLength`, where the length is the text's. Headings and titles are not normalised
/// (their b is 0): the title is the same for all provisions of a law, and dividing by the text's length would rank
/// the shortest of them first whenever a question names the law. With text alone this is BM25.
public struct RankingParameters: Sendable, Equatable {
    /// Saturation of term frequency, at least 0; usual 0.9 to 2.
    public var k1: Float
    /// Weight of length normalisation, 0 to 1.
    public var b: Float
    /// Weights of text, heading path and title, each at least 0.
    public var fieldWeights: SIMD4<Float>

    /// The parameters impacts are stored for; see `benchmarks/` for how they were chosen.
    public static let standard = RankingParameters(k1: 1.2, b: 0.75, fieldWeights: [1, 1, 1, 0])

    /// Parameters of BM25 over fields; the ranges are those of the properties and are not checked.
    public init(k1: Float, b: Float, fieldWeights: SIMD4<Float>) {
        self.k1 = k1
        self.b = b
        self.fieldWeights = fieldWeights
    }
}
