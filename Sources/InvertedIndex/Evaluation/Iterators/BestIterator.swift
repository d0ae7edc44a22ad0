/// Documents that at least one part matches, each with the highest of the scores that the parts give it.
///
/// For plain terms ``BestTermsSearch`` does the same by windows.
final class BestIterator: DocumentIterator {
    private let parts: [DocumentIterator]
    private let highest: Float
    private var current: UInt32 = 0

    init(_ parts: [DocumentIterator]) {
        self.parts = parts
        highest = parts.map(\.maximumScore).max() ?? 0
        super.init()
        settle()
    }

    override var document: UInt32 { current }
    override var cost: Int { parts.reduce(0) { $0 + $1.cost } }
    override var maximumScore: Float { highest }
    override var isDamaged: Bool { parts.contains { $0.isDamaged } }

    override func next() {
        for part in parts where part.document == current { part.next() }
        settle()
    }

    override func advance(to target: UInt32) {
        guard current < target else { return }
        for part in parts { part.advance(to: target) }
        settle()
    }

    override func score() -> Float {
        var best: Float = 0
        for part in parts where part.document == current { best = max(best, part.score()) }
        return best
    }

    private func settle() {
        var lowest = PostingCursor.end
        for part in parts { lowest = min(lowest, part.document) }
        current = lowest
    }
}
