/// Documents that all parts match; only scored parts give a score.
final class IntersectionIterator: DocumentIterator {
    /// Cheapest first.
    private let parts: [DocumentIterator]
    private let scored: [DocumentIterator]
    private let highest: Float
    private var current: UInt32 = 0

    init(scored: [DocumentIterator], filters: [DocumentIterator]) {
        self.scored = scored
        parts = (scored + filters).sorted { $0.cost < $1.cost }
        highest = scored.reduce(0) { $0 + $1.maximumScore }
        super.init()
        current = parts.first?.document ?? PostingCursor.end
        settle()
    }

    override var document: UInt32 { current }
    override var cost: Int { parts.first?.cost ?? 0 }
    override var maximumScore: Float { highest }
    override var isDamaged: Bool { parts.contains { $0.isDamaged } }

    override func next() {
        parts[0].next()
        current = parts[0].document
        settle()
    }

    override func advance(to target: UInt32) {
        guard current < target else { return }
        parts[0].advance(to: target)
        current = parts[0].document
        settle()
    }

    override func score() -> Float { scored.reduce(0) { $0 + $1.score() } }

    override func raise(threshold: Float) {
        for part in scored { part.raise(threshold: threshold - (highest - part.maximumScore)) }
    }

    private func settle() {
        search: while current != PostingCursor.end {
            for part in parts {
                part.advance(to: current)
                if part.document != current {
                    parts[0].advance(to: part.document)
                    current = parts[0].document
                    continue search
                }
            }
            return
        }
    }
}
