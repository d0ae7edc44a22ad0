/// Documents in which at least one of some terms stands. The terms are in groups: of each group the best term of a
/// document counts, and the groups are added up.
///
/// The same as a ``UnionIterator`` of ``BestIterator``s, which looks at each of its parts several times for a document and
/// calls it through its class each time: with hundreds of terms that takes most of a search.
///
/// Memory safety: `cursors` holds as many cursors as there are scorers, from `init` to `deinit`.
final class TermGroupsIterator: DocumentIterator {
    private let cursors: UnsafeMutablePointer<PostingCursor>
    private let scorers: [TermScorer]
    /// Where each group ends among the cursors.
    private let ends: [Int]
    private let highest: Float
    private var current: UInt32 = 0

    /// - Parameter groups: terms that count in all fields.
    init(_ groups: [[(list: PostingList, scorer: TermScorer)]], documentCount: Int) {
        scorers = groups.flatMap { $0.map(\.scorer) }
        let cursors = UnsafeMutablePointer<PostingCursor>.allocate(capacity: max(scorers.count, 1))
        var count = 0
        var highest: Float = 0
        ends = groups.map { group in
            var best: Float = 0
            for (list, scorer) in group {
                (cursors + count).initialize(to: PostingCursor(list, documentCount: documentCount))
                best = max(best, scorer.bound(list.impact))
                count += 1
            }
            highest += best
            return count
        }
        self.cursors = cursors
        self.highest = highest
        super.init()
        advanceCursors(to: 0)
    }

    deinit {
        cursors.deinitialize(count: scorers.count)
        cursors.deallocate()
    }

    override var document: UInt32 { current }
    override var cost: Int { scorers.indices.reduce(0) { $0 + cursors[$1].list.documentFrequency } }
    override var maximumScore: Float { highest }
    override var isDamaged: Bool { scorers.indices.contains { cursors[$0].isDamaged } }
    override func next() { advanceCursors(to: current + 1) }

    override func advance(to target: UInt32) {
        if current < target { advanceCursors(to: target) }
    }

    override func score() -> Float {
        var sum: Float = 0
        var place = 0
        for end in ends {
            var best: Float = 0
            while place < end {
                if cursors[place].document == current { best = max(best, scorers[place].score(&cursors[place])) }
                place += 1
            }
            sum += best
        }
        return sum
    }

    private func advanceCursors(to target: UInt32) {
        var lowest = PostingCursor.end
        for place in scorers.indices {
            cursors[place].advance(to: target)
            lowest = min(lowest, cursors[place].document)
        }
        current = lowest
    }
}
