/// Top documents of one term: only blocks whose bound passes the threshold are unpacked.
///
/// The threshold begins at the stored score of the document that ranks where the last one wanted does, so that of a
/// list of any length only the blocks of the best documents are read.
struct TermSearch: ~Copyable {
    private var cursor: PostingCursor
    private let scorer: TermScorer

    init(_ list: PostingList, scorer: TermScorer, documentCount: Int) {
        cursor = PostingCursor(list, documentCount: documentCount)
        self.scorer = scorer
    }

    /// True when damage was met; the collected documents are then not to be used.
    var isDamaged: Bool { cursor.isDamaged }

    /// Offers the best documents of the segment to `collector`.
    mutating func run(_ context: WindowContext, into collector: inout TopCollector) {
        guard let impacts = cursor.list.impacts else { return offerBlock(context, &collector) }
        var block = 0
        while block < cursor.list.blockCount {
            // The bound of an impact rises with it, so most blocks are refused by a mere comparison.
            let lowest = collector.threshold / max(scorer.weight, .leastNormalMagnitude) * 0.9999
            if scorer.drift == 1 {
                while block < cursor.list.blockCount, impacts[block] < lowest { block += 1 }
                guard block < cursor.list.blockCount else { return }
            }
            if scorer.bound(impacts[block]) > collector.threshold {
                cursor.open(block)
                offerBlock(context, &collector)
                if cursor.isDamaged { return }
            }
            block += 1
        }
    }

    private mutating func offerBlock(_ context: WindowContext, _ collector: inout TopCollector) {
        scorer.scoreBlock(&cursor)
        for index in 0..<cursor.count where cursor.scores[index] > collector.threshold {
            context.offer(cursor.scores[index], cursor.documents[index], to: &collector)
        }
    }
}
