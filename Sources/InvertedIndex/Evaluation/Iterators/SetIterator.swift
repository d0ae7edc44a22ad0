/// Goes through a set that was computed before.
final class SetIterator: DocumentIterator {
    private let set: DocumentSet
    private let size: Int
    private var current: UInt32

    init(_ set: DocumentSet) {
        self.set = set
        size = set.count
        current = set.first(from: 0) ?? PostingCursor.end
    }

    override var document: UInt32 { current }
    override var cost: Int { size }
    override func next() { current = set.first(from: current + 1) ?? PostingCursor.end }
    override func advance(to target: UInt32) {
        if current < target { current = set.first(from: target) ?? PostingCursor.end }
    }
}
