/// In what order a segment keeps its documents, whatever the order in which they were added.
///
/// Documents of one cluster stand side by side, which shortens the gaps between the documents of a term, and within a
/// cluster those of the same length byte, so that the best documents of a term gather in a few blocks, the bounds of
/// the others are low, and one byte says the length of many (``DocumentLengths``). Documents of one cluster and length
/// keep the order in which they were added.
///
/// Sources: that clustering helps both size and speed is shown by L. Dhulipala et al., "Compressing graphs and indexes
/// with recursive graph bisection", KDD 2016, which is the variant not taken: it finds the clusters from the terms, at
/// the price of a pass for each of some twenty levels. Here the documents say their clusters themselves (language,
/// State), and length, which the ranking function divides by, costs nothing to know.
public struct DocumentOrder: Sendable, Equatable, Codable {
    /// Columns by whose values documents are grouped, the first one first. Empty: by length only.
    public var clusters: [String]
    /// Column of numbers that orders documents of equal score in an answer, the lower first; nil takes the order of
    /// the index.
    public var ties: String?

    /// Documents grouped by the values of `clusters`.
    public init(clusters: [String] = [], ties: String? = nil) {
        self.clusters = clusters
        self.ties = ties
    }

    /// New places of documents: `result[old]` is the new number.
    ///
    /// - Parameters:
    ///   - lengths: a length byte for each document.
    ///   - clusterRanks: for each cluster column, the first one first, a rank for each document.
    static func places(lengths: [UInt8], clusterRanks: [[UInt32]]) -> [UInt32] {
        var order = Array(0..<UInt32(lengths.count))
        // Least significant key first; each pass is stable.
        order = sorted(order) { UInt64(lengths[Int($0)]) }
        for ranks in clusterRanks.reversed() { order = sorted(order) { UInt64(ranks[Int($0)]) } }
        var places = [UInt32](repeating: 0, count: order.count)
        for (place, document) in order.enumerated() { places[Int(document)] = UInt32(place) }
        return places
    }

    private static func sorted(_ documents: [UInt32], by key: (UInt32) -> UInt64) -> [UInt32] {
        var keyed = documents.enumerated().map { key($0.element) << 32 | UInt64($0.offset) }
        keyed.sort()
        return keyed.map { documents[Int($0 & 0xFFFF_FFFF)] }
    }
}
