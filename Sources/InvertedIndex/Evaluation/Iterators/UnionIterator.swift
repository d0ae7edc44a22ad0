/// Documents that at least one part matches, with MaxScore: parts whose scores together cannot reach the threshold
/// do not propose documents any more.
///
/// Source: H. Turtle and J. Flood, "Query evaluation: strategies and optimizations", Information Processing and
/// Management 31(6), 1995, section 4. For plain terms ``DisjunctionSearch`` does the same by windows.
final class UnionIterator: DocumentIterator {
    /// By rising maximum score.
    private let parts: [DocumentIterator]
    /// `sums[i]`: the most that parts `0 ... i` give together.
    private let sums: [Float]
    /// Parts from here on propose documents.
    private var firstProposer = 0
    private var current: UInt32 = 0

    init(_ parts: [DocumentIterator]) {
        self.parts = parts.sorted { $0.maximumScore < $1.maximumScore }
        var sum: Float = 0
        sums = self.parts.map {
            sum += $0.maximumScore
            return sum
        }
        super.init()
        settle()
    }

    override var document: UInt32 { current }
    override var cost: Int { parts.reduce(0) { $0 + $1.cost } }
    override var maximumScore: Float { sums.last ?? 0 }
    override var isDamaged: Bool { parts.contains { $0.isDamaged } }

    override func next() {
        for part in parts[firstProposer...] where part.document == current { part.next() }
        settle()
    }

    override func advance(to target: UInt32) {
        guard current < target else { return }
        for part in parts[firstProposer...] { part.advance(to: target) }
        settle()
    }

    override func score() -> Float {
        var sum: Float = 0
        for (index, part) in parts.enumerated() {
            if index < firstProposer { part.advance(to: current) }
            if part.document == current { sum += part.score() }
        }
        return sum
    }

    override func raise(threshold: Float) {
        while firstProposer < parts.count, sums[firstProposer] <= threshold { firstProposer += 1 }
        // Proposers that remain all stand at or behind the current document, which is already handed out.
    }

    private func settle() {
        var lowest = PostingCursor.end
        for part in parts[firstProposer...] { lowest = min(lowest, part.document) }
        current = lowest
    }
}
