/// Top documents of groups of terms: of each group the best term of a document counts, and the groups are added up.
///
/// Lists are gone through window by window, group by group. Blocks that could not lift a document over the threshold, if
/// all other groups gave their most, are not unpacked: where another term of the group gives more, the block adds
/// nothing; where none does, the document stays out. Not taken: looking up the weakest groups only for candidates, as
/// ``DisjunctionSearch`` does; a group is strong already where one of its many terms is. Tried over outlines, with the groups
/// of the most postings looked up: up to twice the instructions, since most documents of the others are candidates.
///
/// With outlines, lists are gone through as these keep them, and only lists too long for that are unpacked.
///
/// Memory safety: slots are document numbers less the window's first, below the size of the windows.
struct BestTermsSearch: ~Copyable, WindowEvaluator {
    var clauses: WindowClauses
    /// Clauses of each group, side by side.
    private let groups: [Range<Int>]
    private let outlines: [TermOutline]
    /// The most that each group gives a document of each window; by group, then window.
    private let bounds: UnsafeMutablePointer<Float>
    /// Scores of the groups so far, and of the group at hand.
    private let scores: UnsafeMutablePointer<Float>
    private let best: UnsafeMutablePointer<Float>
    /// Bits of the slots that were touched in the window, and by the group at hand.
    private let touched: UnsafeMutablePointer<UInt64>
    private let found: UnsafeMutablePointer<UInt64>

    /// Room for the scores of as many postings as a block has.
    private let weighed: UnsafeMutablePointer<Float>
    private let wordCount: Int
    /// Keeps what the pointers point to.
    private let memory: WindowMemory

    /// - Parameters:
    ///   - lists: group by group.
    ///   - outlines: of the lists, all or none.
    ///   - groups: where each lies among the lists.
    ///   - shift: binary logarithm of the documents in a window.
    init(
        _ lists: [(list: PostingList, scorer: TermScorer)], outlines: [TermOutline], groups: [Range<Int>],
        documentCount: Int, shift: Int, memory: WindowMemory
    ) {
        clauses = WindowClauses(
            lists, outlines: outlines, documentCount: documentCount, shift: shift, memory: memory)
        self.outlines = outlines
        self.groups = groups
        bounds = .allocate(capacity: max(groups.count * clauses.windowCount, 1))
        bounds.initialize(repeating: WindowClauses.absent, count: groups.count * clauses.windowCount)
        for (number, group) in groups.enumerated() {
            clauses.raise(bounds + number * clauses.windowCount, to: group)
        }
        memory.reserve(slots: 1 << shift)
        memory.reserve(candidates: BitPacking.blockSize)
        weighed = memory.candidateScores
        scores = memory.scores
        best = memory.ownScores
        touched = memory.touched
        found = memory.ownTouched
        wordCount = (1 << shift) / 64
        self.memory = memory
    }

    deinit { bounds.deallocate() }

    func bound(_ window: Int) -> Float {
        var total: Float = 0
        var isThere = false
        for group in groups.indices {
            let bound = bounds[group &* clauses.windowCount &+ window]
            if bound >= 0 {
                total += bound
                isThere = true
            }
        }
        return isThere ? total : WindowClauses.absent
    }

    mutating func evaluate(_ window: Int, _ context: WindowContext, into collector: inout TopCollector) {
        let total = bound(window)
        for (number, group) in groups.enumerated() {
            let most = bounds[number &* clauses.windowCount &+ window]
            guard most >= 0 else { continue }
            let blockNeeds = collector.threshold - (total - most)
            if group.count == 1 {
                accumulate(group.lowerBound, window, blockNeeds: blockNeeds)
                continue
            }
            let needed = max(blockNeeds, WindowClauses.absent)
            for clause in group where clauses.bound(clause, window) > needed {
                raise(clause, window, blockNeeds: blockNeeds)
            }
            addUp()
        }
        offer(window, context, to: &collector)
    }

    /// Adds a clause's scores to those so far, but for blocks that give at most `blockNeeds`.
    private func accumulate(_ clause: Int, _ window: Int, blockNeeds: Float) {
        let (scores, touched) = (scores, touched)
        forEachBlock(clause, window, blockNeeds: blockNeeds) { documents, blockScores, range, start in
            for index in range {
                let slot = Int(documents[index] &- start)
                scores[slot] += blockScores[index]
                touched[slot &>> 6] |= 1 &<< UInt64(truncatingIfNeeded: slot & 63)
            }
        }
    }

    /// Raises the group's scores to those of a clause, but for blocks that give at most `blockNeeds`.
    private func raise(_ clause: Int, _ window: Int, blockNeeds: Float) {
        let (best, found) = (best, found)
        forEachBlock(clause, window, blockNeeds: blockNeeds) { documents, blockScores, range, start in
            for index in range {
                let slot = Int(documents[index] &- start)
                best[slot] = max(best[slot], blockScores[index])
                found[slot &>> 6] |= 1 &<< UInt64(truncatingIfNeeded: slot & 63)
            }
        }
    }

    /// Calls `body` with the documents and scores of each block, which of them lie in the window, and its first document.
    @inline(__always)
    private func forEachBlock(
        _ clause: Int, _ window: Int, blockNeeds: Float,
        _ body: (UnsafePointer<UInt32>, UnsafePointer<Float>, Range<Int>, UInt32) -> Void
    ) {
        let (start, end) = clauses.range(window)
        let own = clauses.clauses + clause
        if !outlines.isEmpty, outlines[clause].isWhole {
            outlines[clause].withPostings(ofWindow: clauses.place(clause, window)) { documents, saturations, count in
                var first = 0
                while first < count {
                    let size = min(BitPacking.blockSize, count &- first)
                    own.pointee.scorer.weigh(saturations + first, into: weighed, size)
                    body(documents + first, weighed, 0..<size, start)
                    first &+= size
                }
            }
            return
        }
        own.pointee.advance(to: start, window: window)
        while own.pointee.openBlock(before: end, above: blockNeeds) {
            // Safe: documents rise from the current one, which is not before the window, up to the stop.
            let stop = own.pointee.cursor.stop(before: end)
            body(own.pointee.cursor.documents, own.pointee.cursor.scores, own.pointee.cursor.index..<stop, start)
            own.pointee.cursor.move(to: stop)
        }
    }

    /// Adds the group's scores to those of the groups before, and clears them.
    private func addUp() {
        for word in 0..<wordCount where found[word] != 0 {
            var slots = found[word]
            found[word] = 0
            touched[word] |= slots
            while slots != 0 {
                let slot = word &* 64 &+ slots.trailingZeroBitCount
                slots &= slots &- 1
                scores[slot] += best[slot]
                best[slot] = 0
            }
        }
    }

    /// Offers what was found in the window, and clears it.
    private func offer(_ window: Int, _ context: WindowContext, to collector: inout TopCollector) {
        let start = clauses.range(window).start
        let accepted = context.filter?.accepted
        for word in 0..<wordCount where touched[word] != 0 {
            var slots = touched[word]
            touched[word] = 0
            while slots != 0 {
                let slot = word &* 64 &+ slots.trailingZeroBitCount
                slots &= slots &- 1
                let score = scores[slot]
                scores[slot] = 0
                if score > collector.threshold, WindowFilter.accepts(slot, accepted) {
                    context.offer(score, start &+ UInt32(truncatingIfNeeded: slot), to: &collector)
                }
            }
        }
    }
}
