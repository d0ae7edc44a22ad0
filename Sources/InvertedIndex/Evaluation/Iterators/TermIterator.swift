/// Goes through the documents of one term.
final class TermIterator: DocumentIterator {
    private var cursor: PostingCursor
    private let scorer: TermScorer
    private let fields: IndexFieldSet
    private let highest: Float

    init(_ list: PostingList, documentCount: Int, scorer: TermScorer, fields: IndexFieldSet) {
        cursor = PostingCursor(list, documentCount: documentCount)
        self.scorer = scorer
        self.fields = fields
        highest = scorer.bound(list.impact)
        super.init()
        settle()
    }

    override var document: UInt32 { cursor.document }
    override var cost: Int { cursor.list.documentFrequency }
    override var maximumScore: Float { highest }
    override var isDamaged: Bool { cursor.isDamaged }

    override func next() {
        cursor.next()
        settle()
    }

    override func advance(to target: UInt32) {
        cursor.advance(to: target)
        settle()
    }

    override func score() -> Float { scorer.score(&cursor) }

    /// Passes over documents that hold the term only in fields that do not count.
    private func settle() {
        guard fields != .all else { return }
        while cursor.document != PostingCursor.end {
            cursor.prepareFrequencies()
            let index = cursor.index
            if fields.contains(.text), cursor.text[index] > 0 { return }
            if fields.contains(.heading), cursor.heading[index] > 0 { return }
            if fields.contains(.title), cursor.title[index] > 0 { return }
            cursor.next()
        }
    }
}
