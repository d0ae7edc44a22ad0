/// Goes through the documents that a part of a query matches, in ascending order, and scores them.
///
/// A class, because query trees nest freely; the hot case, a disjunction of terms, does not run through it (see
/// ``DisjunctionSearch``). A new iterator stands on its first document.
class DocumentIterator {
    /// The current document, or ``PostingCursor/end``.
    var document: UInt32 { PostingCursor.end }
    /// About how many documents it goes through.
    var cost: Int { 0 }
    /// No document scores more.
    var maximumScore: Int32 { 0 }
    /// True when damage was met in the segment; the search then ends in an error.
    var isDamaged: Bool { false }

    /// Goes to the next document. Not called at the end.
    func next() {}
    /// Goes to the first document that is not below `target`.
    func advance(to target: UInt32) {}
    /// The score of the current document.
    func score() -> Int32 { 0 }
    /// Tells that documents with this score or less are of no use, so that they may be passed over.
    func raise(threshold: Int32) {}
}

/// Matches nothing.
final class EmptyIterator: DocumentIterator {}

/// Goes through a range of numbers: every document, or those whose column value lies in a range.
final class ScanIterator: DocumentIterator {
    private let documentCount: UInt32
    private let column: Column?
    private let range: ClosedRange<UInt64>
    private var current: UInt32 = 0

    init(documentCount: Int, column: Column? = nil, range: ClosedRange<UInt64> = 0...0) {
        self.documentCount = UInt32(documentCount)
        self.column = column
        self.range = range
        super.init()
        settle()
    }

    override var document: UInt32 { current }
    override var cost: Int { Int(documentCount) }

    override func next() {
        current += 1
        settle()
    }

    override func advance(to target: UInt32) {
        guard current < target else { return }
        current = target
        settle()
    }

    private func settle() {
        if let column {
            while current < documentCount, !range.contains(column.value(current)) { current += 1 }
        }
        if current >= documentCount { current = PostingCursor.end }
    }
}

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
