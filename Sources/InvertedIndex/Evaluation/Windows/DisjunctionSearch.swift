/// Top documents of a disjunction of terms: block-max MaxScore, window by window.
///
/// The lists with the lowest bounds that together stay at or below the threshold are only looked up; the rest are
/// added up in bulk (``WindowScores``), block by block, and blocks that cannot lift any document over the
/// threshold are not unpacked. Where one list alone is left, its scores are gone through as they are.
///
/// What a query shuts out is asked about late, once few candidates are left, but where many documents are to be added up.
///
/// Sources: H. Turtle and J. Flood 1995 (MaxScore); S. Ding and T. Suel, "Faster top-k document retrieval using
/// block-max indexes", SIGIR 2011; the windows follow the bulk scorers of Lucene. Not taken: block-max WAND, which
/// moves pivot by pivot and pays for it with many terms.
struct DisjunctionSearch: ~Copyable, WindowEvaluator {
    var clauses: WindowClauses
    var filtersItself: Bool { true }
    /// Clauses from here on only add to the score of what the others find.
    private let firstPreferred: Int
    private var sums: WindowScores
    private var batch: CandidateBatch
    /// Clauses to look up in the window, by rising bound, then those to add up.
    private var order: [Int]

    /// - Parameters:
    ///   - preferred: how many lists at the end only add to the score.
    ///   - shift: binary logarithm of the documents in a window.
    init(
        _ lists: [(list: PostingList, scorer: TermScorer)], preferred: Int, documentCount: Int, shift: Int,
        memory: WindowMemory
    ) {
        clauses = WindowClauses(lists, documentCount: documentCount, shift: shift, memory: memory)
        firstPreferred = lists.count - preferred
        order = []
        order.reserveCapacity(lists.count)
        batch = CandidateBatch(capacity: 1 << shift, memory: memory)
        sums = WindowScores(shift: shift, memory: memory)
    }

    func bound(_ window: Int) -> Float {
        var total: Float = 0
        var isThere = false
        for clause in 0..<clauses.count {
            let bound = clauses.bound(clause, window)
            if bound >= 0 {
                total += bound
                if clause < firstPreferred { isThere = true }
            }
        }
        return isThere ? total : WindowClauses.absent
    }

    mutating func evaluate(_ window: Int, _ context: WindowContext, into collector: inout TopCollector) {
        var total: Float = 0
        order.removeAll(keepingCapacity: true)
        for clause in 0..<clauses.count where clauses.bound(clause, window) >= 0 {
            total += clauses.bound(clause, window)
            order.append(clause)
        }
        sortByBound(window)
        var lookups = 0
        var lookedUp: Float = 0
        while lookups < order.count {
            let clause = order[lookups]
            let sum = lookedUp + clauses.bound(clause, window)
            guard clause >= firstPreferred || sum <= collector.threshold else { break }
            lookedUp = sum
            lookups += 1
        }
        batch.removeAll()
        let (start, end) = clauses.range(window)
        // Bits of the documents that count, where they are known before; the filter itself would be kept alive each time.
        var accepted: UnsafeMutablePointer<UInt64>?
        if let filter = context.filter,
            !filter.onlyExcludes || collector.threshold < 0 || density(from: lookups, window) >= Self.lowDensity
        {
            guard filter.fill(start: start, end: end) else { return }
            accepted = filter.accepted
        }
        if lookups + 1 == order.count {
            goThrough(order[lookups], lookedUp, window, accepted, collector.threshold)
        } else {
            let marking = marking(density(from: lookups, window), isAnyGoodEnough: collector.threshold < lookedUp)
            for rank in lookups..<order.count {
                let clause = order[rank]
                let blockNeeds = collector.threshold - (total - clauses.bound(clause, window))
                accumulate(clause, window, blockNeeds: blockNeeds, marking)
            }
            sums.collect(into: &batch, from: start, marking, above: collector.threshold - lookedUp, accepted)
        }
        if accepted == nil, let late = context.filter { batch.keep(late, start: start, end: end) }
        // Strongest first: it drops the most.
        for rank in (0..<lookups).reversed() {
            lookedUp -= clauses.bound(order[rank], window)
            let other = clauses.clauses + order[rank]
            batch.lookUp(in: &other.pointee, window: window, above: collector.threshold - lookedUp, isRequired: false)
        }
        batch.offer(context, to: &collector)
    }

    /// Share of the window's documents that the lists to add up hold, as far as the blocks they stand on show.
    private func density(from first: Int, _ window: Int) -> Float {
        let start = clauses.range(window).start
        var density: Float = 0
        for rank in first..<order.count {
            let own = clauses.clauses + order[rank]
            own.pointee.advance(to: start, window: window)
            density += own.pointee.cursor.density
        }
        return density
    }

    /// From here on down it is cheaper to remember the documents that were found than to look at all.
    private static let lowDensity: Float = 0.1
    /// The same of the words of bits, 64 documents each.
    private static let lowestDensity: Float = 1 / 40

    /// How to remember the documents that are found. While every document is good enough, scores do not tell it.
    private func marking(_ density: Float, isAnyGoodEnough: Bool) -> WindowScores.Marking {
        if density < Self.lowestDensity { return .fewDocuments }
        return isAnyGoodEnough || density < Self.lowDensity ? .documents : .groups
    }

    /// Preferred clauses first, for they are always looked up; then by rising bound. Insertion sort: there are few.
    private mutating func sortByBound(_ window: Int) {
        for index in order.indices.dropFirst() {
            let moved = order[index]
            let isPreferred = moved >= firstPreferred
            let bound = clauses.bound(moved, window)
            var place = index
            while place > 0 {
                let before = order[place - 1]
                let staysBefore =
                    (before >= firstPreferred) == isPreferred
                    ? clauses.bound(before, window) <= bound : before >= firstPreferred
                if staysBefore { break }
                order[place] = before
                place -= 1
            }
            order[place] = moved
        }
    }

    /// Goes through the only list whose documents can pass the threshold.
    private mutating func goThrough(
        _ clause: Int, _ lookedUp: Float, _ window: Int, _ accepted: UnsafeMutablePointer<UInt64>?, _ threshold: Float
    ) {
        let (start, end) = clauses.range(window)
        let own = clauses.clauses + clause
        own.pointee.advance(to: start, window: window)
        let needed = threshold - lookedUp
        while own.pointee.openBlock(before: end, above: needed) {
            let (documents, blockScores) = (own.pointee.cursor.documents, own.pointee.cursor.scores)
            let stop = own.pointee.cursor.stop(before: end)
            batch.append(
                own.pointee.cursor.index..<stop, of: documents, blockScores, others: 0, above: needed, accepted,
                from: start)
            own.pointee.cursor.move(to: stop)
        }
    }

    /// Adds up a clause's scores in the window. Blocks that give at most `blockNeeds` are passed over: whatever the other
    /// clauses add, their documents stay at or below the threshold.
    private mutating func accumulate(
        _ clause: Int, _ window: Int, blockNeeds: Float, _ marking: WindowScores.Marking
    ) {
        let (start, end) = clauses.range(window)
        let own = clauses.clauses + clause
        own.pointee.advance(to: start, window: window)
        while own.pointee.openBlock(before: end, above: blockNeeds) {
            let stop = own.pointee.cursor.stop(before: end)
            sums.add(
                own.pointee.cursor.scores, of: own.pointee.cursor.documents, own.pointee.cursor.index..<stop,
                from: start, marking)
            own.pointee.cursor.move(to: stop)
        }
    }
}
