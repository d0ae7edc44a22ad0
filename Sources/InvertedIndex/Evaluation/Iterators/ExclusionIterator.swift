/// Documents of one query that another does not match.
final class ExclusionIterator: DocumentIterator {
    private let kept: DocumentIterator
    private let excluded: DocumentIterator

    init(_ kept: DocumentIterator, excluding excluded: DocumentIterator) {
        self.kept = kept
        self.excluded = excluded
        super.init()
        settle()
    }

    override var document: UInt32 { kept.document }
    override var cost: Int { kept.cost }
    override var maximumScore: Float { kept.maximumScore }
    override var isDamaged: Bool { kept.isDamaged || excluded.isDamaged }
    override func score() -> Float { kept.score() }
    override func raise(threshold: Float) { kept.raise(threshold: threshold) }

    override func next() {
        kept.next()
        settle()
    }

    override func advance(to target: UInt32) {
        kept.advance(to: target)
        settle()
    }

    private func settle() {
        while kept.document != PostingCursor.end {
            excluded.advance(to: kept.document)
            guard excluded.document == kept.document else { return }
            kept.next()
        }
    }
}
