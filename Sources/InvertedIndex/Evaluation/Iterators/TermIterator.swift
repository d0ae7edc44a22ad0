/// Goes through the documents of one term.
///
/// Memory safety: `cursor` points to one cursor from `init` to `deinit`. Behind a pointer it is not checked at each look,
/// as a property of a class is, whether anybody changes it meanwhile; an iterator is of one thread and hands it to nobody.
final class TermIterator: DocumentIterator {
    private let cursor: UnsafeMutablePointer<PostingCursor>
    private let scorer: TermScorer
    private let fields: IndexFieldSet
    private let highest: Float

    init(_ list: PostingList, documentCount: Int, scorer: TermScorer, fields: IndexFieldSet) {
        cursor = .allocate(capacity: 1)
        cursor.initialize(to: PostingCursor(list, documentCount: documentCount))
        self.scorer = scorer
        self.fields = fields
        highest = scorer.bound(list.impact)
        super.init()
        settle()
    }

    deinit {
        cursor.deinitialize(count: 1)
        cursor.deallocate()
    }

    override var document: UInt32 { cursor.pointee.document }
    override var cost: Int { cursor.pointee.list.documentFrequency }
    override var maximumScore: Float { highest }
    override var isDamaged: Bool { cursor.pointee.isDamaged }

    override func next() {
        cursor.pointee.next()
        settle()
    }

    override func advance(to target: UInt32) {
        cursor.pointee.advance(to: target)
        settle()
    }

    override func score() -> Float { scorer.score(&cursor.pointee) }

    /// Passes over documents that hold the term only in fields that do not count.
    private func settle() {
        guard fields != .all else { return }
        while cursor.pointee.document != PostingCursor.end {
            cursor.pointee.prepareFrequencies()
            let index = cursor.pointee.index
            if fields.contains(.text), cursor.pointee.text[index] > 0 { return }
            if fields.contains(.heading), cursor.pointee.heading[index] > 0 { return }
            if fields.contains(.title), cursor.pointee.title[index] > 0 { return }
            cursor.pointee.next()
        }
    }
}
