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
