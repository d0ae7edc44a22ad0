/// Documents of a query, each with the same score.
final class ConstantIterator: DocumentIterator {
    private let matched: DocumentIterator
    private let value: Float

    init(_ matched: DocumentIterator, score: Float) {
        self.matched = matched
        value = score
    }

    override var document: UInt32 { matched.document }
    override var cost: Int { matched.cost }
    override var maximumScore: Float { value }
    override var isDamaged: Bool { matched.isDamaged }
    override func next() { matched.next() }
    override func advance(to target: UInt32) { matched.advance(to: target) }
    override func score() -> Float { value }
}
