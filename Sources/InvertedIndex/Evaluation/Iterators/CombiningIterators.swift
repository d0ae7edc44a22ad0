/// Documents that all parts match; only scored parts give a score.
final class IntersectionIterator: DocumentIterator {
    /// Cheapest first.
    private let parts: [DocumentIterator]
    private let scored: [DocumentIterator]
    private let highest: Int32
    private var current: UInt32 = 0

    init(scored: [DocumentIterator], filters: [DocumentIterator]) {
        self.scored = scored
        parts = (scored + filters).sorted { $0.cost < $1.cost }
        highest = scored.reduce(0) { $0 &+ $1.maximumScore }
        super.init()
        current = parts.first?.document ?? PostingCursor.end
        settle()
    }

    override var document: UInt32 { current }
    override var cost: Int { parts.first?.cost ?? 0 }
    override var maximumScore: Int32 { highest }
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

    override func score() -> Int32 { scored.reduce(0) { $0 &+ $1.score() } }

    override func raise(threshold: Int32) {
        for part in scored { part.raise(threshold: threshold &- (highest &- part.maximumScore)) }
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

/// Documents that at least one part matches, with MaxScore: parts whose scores together cannot reach the threshold
/// do not propose documents any more.
///
/// Source: H. Turtle and J. Flood, "Query evaluation: strategies and optimizations", Information Processing and
/// Management 31(6), 1995, section 4. For plain terms ``DisjunctionSearch`` does the same by windows.
final class UnionIterator: DocumentIterator {
    /// By rising maximum score.
    private let parts: [DocumentIterator]
    /// `sums[i]`: the most that parts `0 ... i` give together.
    private let sums: [Int32]
    /// Parts from here on propose documents.
    private var firstProposer = 0
    private var current: UInt32 = 0

    init(_ parts: [DocumentIterator]) {
        self.parts = parts.sorted { $0.maximumScore < $1.maximumScore }
        var sum: Int32 = 0
        sums = self.parts.map {
            sum &+= $0.maximumScore
            return sum
        }
        super.init()
        settle()
    }

    override var document: UInt32 { current }
    override var cost: Int { parts.reduce(0) { $0 + $1.cost } }
    override var maximumScore: Int32 { sums.last ?? 0 }
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

    override func score() -> Int32 {
        var sum: Int32 = 0
        for (index, part) in parts.enumerated() {
            if index < firstProposer { part.advance(to: current) }
            if part.document == current { sum &+= part.score() }
        }
        return sum
    }

    override func raise(threshold: Int32) {
        while firstProposer < parts.count, sums[firstProposer] <= threshold { firstProposer += 1 }
        // Proposers that remain all stand at or behind the current document, which is already handed out.
    }

    private func settle() {
        var lowest = PostingCursor.end
        for part in parts[firstProposer...] { lowest = min(lowest, part.document) }
        current = lowest
    }
}

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
    override var maximumScore: Int32 { kept.maximumScore }
    override var isDamaged: Bool { kept.isDamaged || excluded.isDamaged }
    override func score() -> Int32 { kept.score() }
    override func raise(threshold: Int32) { kept.raise(threshold: threshold) }

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
    override var maximumScore: Int32 { required.maximumScore &+ preferred.maximumScore }
    override var isDamaged: Bool { required.isDamaged || preferred.isDamaged }
    override func next() { required.next() }
    override func advance(to target: UInt32) { required.advance(to: target) }
    override func raise(threshold: Int32) { required.raise(threshold: threshold &- preferred.maximumScore) }

    override func score() -> Int32 {
        preferred.advance(to: required.document)
        let extra = preferred.document == required.document ? preferred.score() : 0
        return required.score() &+ extra
    }
}

/// Documents of a query, each with the same score.
final class ConstantIterator: DocumentIterator {
    private let matched: DocumentIterator
    private let value: Int32

    init(_ matched: DocumentIterator, score: Int32) {
        self.matched = matched
        value = score
    }

    override var document: UInt32 { matched.document }
    override var cost: Int { matched.cost }
    override var maximumScore: Int32 { value }
    override var isDamaged: Bool { matched.isDamaged }
    override func next() { matched.next() }
    override func advance(to target: UInt32) { matched.advance(to: target) }
    override func score() -> Int32 { value }
}
