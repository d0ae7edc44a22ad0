/// Documents of one query; another adds to the score where it matches.
final class PreferenceIterator: DocumentIterator {
    private let required: DocumentIterator
    private let preferred: DocumentIterator

    init(_ required: DocumentIterator, preferring preferred: DocumentIterator) {
        self.required = required
        self.preferred = preferred
    }

    override var document: UInt32 { required.document }
    override var cost: Int { required.cost }
    override var maximumScore: Float { required.maximumScore + preferred.maximumScore }
    override var isDamaged: Bool { required.isDamaged || preferred.isDamaged }
    override func next() { required.next() }
    override func advance(to target: UInt32) { required.advance(to: target) }
    override func raise(threshold: Float) { required.raise(threshold: threshold - preferred.maximumScore) }

    override func score() -> Float {
        preferred.advance(to: required.document)
        let extra = preferred.document == required.document ? preferred.score() : 0
        return required.score() + extra
    }
}
