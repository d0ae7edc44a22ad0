/// Documents in which terms stand at given places to each other.
///
/// The document must hold a term of every slot and meet the conditions; only then are positions read. The score is BM25
/// over the number of times the phrase occurs, as if it were one term whose idf is the sum of its slots'.
final class PhraseIterator: DocumentIterator {
    /// One slot: the lists of the terms that may fill it.
    final class SlotCursors {
        var cursors: [TermPositions]
        let offset: UInt32

        init(cursors: [TermPositions], offset: UInt32) {
            self.cursors = cursors
            self.offset = offset
        }

        var document: UInt32 { cursors.reduce(PostingCursor.end) { min($0, $1.cursor.document) } }
        var cost: Int { cursors.reduce(0) { $0 + $1.cursor.list.documentFrequency } }
        var isDamaged: Bool { cursors.contains { $0.cursor.isDamaged } }

        func advance(to target: UInt32) {
            for positions in cursors { positions.cursor.advance(to: target) }
        }

        /// Positions in `field` of the current document, ascending.
        func readPositions(_ field: IndexField, in document: UInt32, into output: inout [UInt32]) {
            output.removeAll(keepingCapacity: true)
            for positions in cursors where positions.cursor.document == document {
                let run = positions.cursor.readPositions(field)
                for index in 0..<run.count { output.append(run[index]) }
            }
            if cursors.count > 1 { output.sort() }
        }
    }

    /// A cursor that can stand in an array.
    final class TermPositions {
        var cursor: PostingCursor
        init(_ list: PostingList, documentCount: Int) { cursor = PostingCursor(list, documentCount: documentCount) }
    }

    /// As the query gives them.
    private let slots: [SlotCursors]
    /// Rarest first.
    private let byCost: [SlotCursors]
    private let proximity: IndexPhrase.Proximity
    private let fields: IndexFieldSet
    private let scorer: TermScorer
    private let filters: [DocumentIterator]
    private let excluded: [DocumentIterator]
    private let highest: Float
    private var current: UInt32 = 0
    private var occurrences: (text: UInt32, heading: UInt32, title: UInt32) = (0, 0, 0)
    private var positions: [[UInt32]]

    /// - Parameters:
    ///   - filters: what the document must match as well.
    ///   - excluded: what it must not match.
    init(
        slots: [SlotCursors], proximity: IndexPhrase.Proximity, fields: IndexFieldSet, scorer: TermScorer,
        filters: [DocumentIterator] = [], excluded: [DocumentIterator] = []
    ) {
        self.slots = slots
        byCost = slots.sorted { $0.cost < $1.cost }
        self.proximity = proximity
        self.fields = fields
        self.scorer = scorer
        self.filters = filters
        self.excluded = excluded
        // The impacts stored bound single terms; of a phrase only this much is known.
        highest = scorer.bound(1)
        positions = slots.map { _ in [] }
        super.init()
        current = byCost.first?.document ?? PostingCursor.end
        settle()
    }

    override var document: UInt32 { current }
    override var cost: Int { byCost.first?.cost ?? 0 }
    override var maximumScore: Float { highest }
    override var isDamaged: Bool {
        slots.contains { $0.isDamaged } || filters.contains { $0.isDamaged } || excluded.contains { $0.isDamaged }
    }
    override func score() -> Float {
        scorer.score(occurrences.text, occurrences.heading, occurrences.title, current)
    }

    override func next() {
        goOn(to: current + 1)
        settle()
    }

    override func advance(to target: UInt32) {
        guard current < target else { return }
        goOn(to: target)
        settle()
    }

    private func settle() {
        search: while current != PostingCursor.end {
            for slot in byCost {
                slot.advance(to: current)
                if goOn(to: slot.document) { continue search }
            }
            for filter in filters {
                filter.advance(to: current)
                if goOn(to: filter.document) { continue search }
            }
            for query in excluded {
                query.advance(to: current)
                if query.document == current, goOn(to: current + 1) { continue search }
            }
            occurrences = (count(.text), count(.heading), count(.title))
            if occurrences != (0, 0, 0) { return }
            goOn(to: current + 1)
        }
    }

    /// Moves to the first document from `target` on that the rarest slot holds; false where it stands there already.
    @discardableResult
    private func goOn(to target: UInt32) -> Bool {
        if target == current { return false }
        byCost[0].advance(to: target)
        current = byCost[0].document
        return true
    }

    private func count(_ field: IndexField) -> UInt32 {
        guard fields.contains(IndexFieldSet(field)) else { return 0 }
        for (index, slot) in slots.enumerated() {
            slot.readPositions(field, in: current, into: &positions[index])
            if positions[index].isEmpty { return 0 }
        }
        switch proximity {
        case .exact: return countExact()
        case .near(let distance): return countNear(distance)
        }
    }

    /// Begins at each place of the first slot and looks for the others where they must stand.
    private func countExact() -> UInt32 {
        var found: UInt32 = 0
        var pointers = [Int](repeating: 0, count: slots.count)
        places: for place in positions[0] {
            guard place >= slots[0].offset else { continue }
            let start = place - slots[0].offset
            for index in 1..<max(slots.count, 1) {
                let wanted = start + slots[index].offset
                while pointers[index] < positions[index].count, positions[index][pointers[index]] < wanted {
                    pointers[index] += 1
                }
                guard pointers[index] < positions[index].count else { return found }
                if positions[index][pointers[index]] != wanted { continue places }
            }
            found += 1
        }
        return found
    }

    /// Counts windows that hold a place of every slot and are no longer than the distance: the slot that stands
    /// first moves on, as in a merge.
    private func countNear(_ distance: UInt32) -> UInt32 {
        var found: UInt32 = 0
        var pointers = [Int](repeating: 0, count: slots.count)
        while true {
            var first = 0
            var last = 0
            for index in slots.indices {
                let place = positions[index][pointers[index]]
                if place < positions[first][pointers[first]] { first = index }
                if place > positions[last][pointers[last]] { last = index }
            }
            if positions[last][pointers[last]] - positions[first][pointers[first]] <= distance { found += 1 }
            pointers[first] += 1
            if pointers[first] == positions[first].count { return found }
        }
    }
}
