/// Top documents of a disjunction of terms: block-max MaxScore, window by window.
///
/// The lists with the lowest bounds that together stay at or below the threshold are only looked up; the rest are
/// added up in bulk into an array of scores, block by block, and blocks that cannot lift any document over the
/// threshold are not unpacked. Where one list alone is left, its scores are gone through without the array.
///
/// What a query shuts out is asked about late, once few candidates are left, but where many documents are to be added up.
///
/// Sources: H. Turtle and J. Flood 1995 (MaxScore); S. Ding and T. Suel, "Faster top-k document retrieval using
/// block-max indexes", SIGIR 2011; the windows follow the bulk scorers of Lucene. Not taken: block-max WAND, which
/// moves pivot by pivot and pays for it with many terms.
///
/// Memory safety: slots are document numbers less the window's first, below the size of the windows.
struct DisjunctionSearch: ~Copyable, WindowEvaluator {
    var clauses: WindowClauses
    var filtersItself: Bool { true }
    /// Clauses from here on only add to the score of what the others find.
    private let firstPreferred: Int
    private let scores: UnsafeMutablePointer<Float>
    /// Bits of the slots that were touched; kept only while a score says nothing about that.
    private let touched: UnsafeMutablePointer<UInt64>
    /// Binary logarithm of the documents in a group; a window has 64 groups.
    private let groupShift: Int
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
        clauses = WindowClauses(lists, documentCount: documentCount, shift: shift)
        firstPreferred = lists.count - preferred
        order = []
        order.reserveCapacity(lists.count)
        let size = 1 << shift
        batch = CandidateBatch(capacity: size, memory: memory)
        memory.reserve(slots: size)
        scores = memory.scores
        touched = memory.touched
        groupShift = shift - 6
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
            !filter.onlyExcludes || collector.threshold < 0 || !isSparse(from: lookups, window)
        {
            guard filter.fill(start: start, end: end) else { return }
            accepted = filter.accepted
        }
        if lookups + 1 == order.count {
            goThrough(order[lookups], lookedUp, window, accepted, collector.threshold)
        } else {
            // While every document is good enough, scores do not tell which were found; where few are, it is cheaper
            // to remember them than to look at all.
            let isMarking = collector.threshold < lookedUp || isSparse(from: lookups, window)
            var groups: UInt64 = 0
            for rank in lookups..<order.count {
                let clause = order[rank]
                let blockNeeds = collector.threshold - (total - clauses.bound(clause, window))
                groups |= accumulate(clause, window, blockNeeds: blockNeeds, marking: isMarking)
            }
            collect(groups, window, accepted, isMarked: isMarking, above: collector.threshold - lookedUp)
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

    /// Whether the lists to add up have few documents in the window, as far as the blocks they stand on show.
    private func isSparse(from first: Int, _ window: Int) -> Bool {
        let start = clauses.range(window).start
        var density: Float = 0
        for rank in first..<order.count {
            let own = clauses.clauses + order[rank]
            own.pointee.advance(to: start, window: window)
            density += own.pointee.cursor.density
        }
        return density < 0.1
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

    /// Adds a clause's scores in the window to `scores`; gives a bit for each group of documents that was touched.
    /// Blocks that give at most `blockNeeds` are passed over: whatever the other clauses add, their documents stay at
    /// or below the threshold.
    private func accumulate(_ clause: Int, _ window: Int, blockNeeds: Float, marking: Bool) -> UInt64 {
        let (start, end) = clauses.range(window)
        let own = clauses.clauses + clause
        own.pointee.advance(to: start, window: window)
        let (scores, touched, groupShift) = (scores, touched, groupShift)
        var groups: UInt64 = 0
        while own.pointee.openBlock(before: end, above: blockNeeds) {
            let (documents, blockScores) = (own.pointee.cursor.documents, own.pointee.cursor.scores)
            let stop = own.pointee.cursor.stop(before: end)
            for index in own.pointee.cursor.index..<stop {
                let slot = Int(documents[index] &- start)
                scores[slot] += blockScores[index]
                groups |= 1 &<< UInt64(truncatingIfNeeded: slot &>> groupShift)
                if marking { touched[slot &>> 6] |= 1 &<< UInt64(truncatingIfNeeded: slot & 63) }
            }
            own.pointee.cursor.move(to: stop)
        }
        return groups
    }

    /// Takes the documents of the touched groups with more than `needed` for candidates; clears the groups.
    private mutating func collect(
        _ touchedGroups: UInt64, _ window: Int, _ accepted: UnsafeMutablePointer<UInt64>?, isMarked: Bool,
        above needed: Float
    ) {
        let start = clauses.range(window).start
        let groupWords = 1 &<< (groupShift &- 6)
        var groups = touchedGroups
        while groups != 0 {
            let firstWord = groups.trailingZeroBitCount &* groupWords
            groups &= groups &- 1
            let words = firstWord..<(firstWord &+ groupWords)
            if isMarked {
                batch.take(words, of: touched, from: start)
                continue
            }
            for word in words {
                let own = scores + word &* 64
                let counting = accepted.map { $0[word] } ?? .max
                batch.append(
                    Self.higher(own, than: needed) & counting, of: own,
                    from: start &+ UInt32(truncatingIfNeeded: word &* 64))
                own.update(repeating: 0, count: 64)
            }
        }
        if isMarked { batch.score(by: scores, from: start, above: needed, accepted) }
    }

    /// A bit for each of the 64 scores of a group that is higher than `limit`.
    @inline(__always)
    private static func higher(_ scores: UnsafeMutablePointer<Float>, than limit: Float) -> UInt64 {
        let rows = UnsafeRawPointer(scores)
        let limits = SIMD4<Float>(repeating: limit)
        // Lane `l` gathers the bits of the scores `4 · row + l`.
        var lanes = SIMD4<UInt32>.zero
        for row in 0..<16 {
            let next = rows.loadUnaligned(fromByteOffset: row &* 16, as: SIMD4<Float>.self)
            lanes |= SIMD4<UInt32>.zero.replacing(with: 1 &<< UInt32(row), where: next .> limits)
        }
        guard lanes != .zero else { return 0 }
        return spread(lanes[0]) | spread(lanes[1]) << 1 | spread(lanes[2]) << 2 | spread(lanes[3]) << 3
    }

    /// Moves bit `n` of 16 to place `4 · n`.
    @inline(__always)
    private static func spread(_ bits: UInt32) -> UInt64 {
        var spread = UInt64(bits)
        spread = (spread | spread << 24) & 0x0000_00FF_0000_00FF
        spread = (spread | spread << 12) & 0x000F_000F_000F_000F
        spread = (spread | spread << 6) & 0x0303_0303_0303_0303
        spread = (spread | spread << 3) & 0x1111_1111_1111_1111
        return spread
    }
}
