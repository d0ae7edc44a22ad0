/// Documents of one window that may still pass the threshold, ascending, with what they score so far.
///
/// Candidates are looked up list by list, not document by document: one list's state stays in registers, and the
/// branches of a list are taken many times in a row. (Lucene applies its non-essential clauses in the same way.) Those
/// that one block may hold are looked up together, so that the block is unpacked and taken in (``BlockPlaces``) for many.
///
/// Memory safety: a batch takes no more candidates than it has room for. A sound list gives no more than its documents
/// in a window; one that is damaged may name a document again and again, and what is too much is dropped.
struct CandidateBatch: ~Copyable {
    private let documents: UnsafeMutablePointer<UInt32>
    private let scores: UnsafeMutablePointer<Float>
    private let capacity: Int
    /// Keeps what the pointers point to.
    private let memory: WindowMemory
    private(set) var count = 0

    init(capacity: Int, memory: WindowMemory) {
        memory.reserve(candidates: capacity + Self.spare)
        documents = memory.candidates
        scores = memory.candidateScores
        self.capacity = capacity
        self.memory = memory
    }

    /// - Parameter index: less than ``count``.
    subscript(index: Int) -> (document: UInt32, score: Float) { (documents[index], scores[index]) }

    mutating func removeAll() { count = 0 }

    @inline(__always)
    private mutating func append(_ document: UInt32, _ score: Float) {
        guard count < capacity else { return }
        documents[count] = document
        scores[count] = score
        count &+= 1
    }

    /// Appends the postings `range` of a block whose score, with `others`, passes the threshold. Without a branch for each:
    /// which of them pass is as good as chance, and a branch taken wrongly costs more than a write that is not kept.
    ///
    /// - Parameters:
    ///   - accepted: bits of the documents that count, from document `start` on; nil where all do.
    @inline(__always)
    mutating func append(
        _ range: Range<Int>, of blockDocuments: UnsafePointer<UInt32>, _ blockScores: UnsafePointer<Float>,
        others: Float, above threshold: Float, _ accepted: UnsafeMutablePointer<UInt64>? = nil,
        from start: UInt32 = 0
    ) {
        if let accepted {
            for index in range
            where blockScores[index] + others > threshold
                && WindowFilter.accepts(Int(blockDocuments[index] &- start), accepted)
            { append(blockDocuments[index], blockScores[index]) }
            return
        }
        let (documents, scores) = (documents, scores)
        var end = count
        for index in range.prefix(capacity &- count) {
            // Safe: `end` grows at most with the postings gone through, which are no more than there is room for.
            documents[end] = blockDocuments[index]
            scores[end] = blockScores[index]
            end &+= Self.one(if: blockScores[index] + others, isAbove: threshold)
        }
        count = end
    }

    /// Appends those of 64 documents, from `first` on, that have a bit in `slots`, with their scores.
    @inline(__always)
    mutating func append(_ slots: UInt64, of slotScores: UnsafePointer<Float>, from first: UInt32) {
        var slots = slots
        while slots != 0 {
            let place = slots.trailingZeroBitCount
            slots &= slots &- 1
            append(first &+ UInt32(truncatingIfNeeded: place), slotScores[place])
        }
    }

    /// Appends the documents that have a bit in the words `range` of a window from document `start` on, and clears the
    /// words; ``score(by:from:above:_:)`` is to follow.
    @inline(__always)
    mutating func take(_ range: Range<Int>, of touched: UnsafeMutablePointer<UInt64>, from start: UInt32) {
        guard count &+ range.count &* 64 <= capacity else { return }
        var end = documents + count
        for word in range { Self.take(word, of: touched, from: start, atOnce: Self.spare, to: &end) }
        count = end - documents
    }

    /// The same of the words of a window that have a bit in `words`, where most have one or two documents.
    @inline(__always)
    mutating func take(_ words: UInt64, of touched: UnsafeMutablePointer<UInt64>, from start: UInt32) {
        var end = documents + count
        var words = words
        while words != 0 {
            // Words of a window have no more bits than it has documents; there is room for these.
            guard end + 64 <= documents + capacity else { break }
            Self.take(words.trailingZeroBitCount, of: touched, from: start, atOnce: 2, to: &end)
            words &= words &- 1
        }
        count = end - documents
    }

    /// Appends the documents of a word at `end`. So many are written `atOnce`, however many there are: a loop that ends as
    /// chance has it costs more.
    ///
    /// Safe: for the documents there is room, as callers see to, and for ``spare`` more.
    @inline(__always)
    private static func take(
        _ word: Int, of touched: UnsafeMutablePointer<UInt64>, from start: UInt32, atOnce: Int,
        to end: inout UnsafeMutablePointer<UInt32>
    ) {
        var slots = touched[word]
        touched[word] = 0
        let first = start &+ UInt32(truncatingIfNeeded: word &* 64)
        for _ in 0..<atOnce {
            end.pointee = first &+ UInt32(truncatingIfNeeded: slots.trailingZeroBitCount)
            end += slots == 0 ? 0 : 1
            slots &= slots &- 1
        }
        while slots != 0 {
            end.pointee = first &+ UInt32(truncatingIfNeeded: slots.trailingZeroBitCount)
            end += 1
            slots &= slots &- 1
        }
    }

    /// Candidates that are written at once, for which there is room behind the last.
    private static let spare = 4

    /// Gives each candidate its score from those of a window, which are set to 0, and drops candidates that do not pass
    /// `needed`.
    ///
    /// - Parameters:
    ///   - start: first document of the window.
    ///   - accepted: bits of the documents that count; nil where all do.
    // Inlined where all kinds of marks are gone through its addresses leave the registers, and `or6` takes 3 % more.
    @inline(never)
    mutating func score(
        by slotScores: UnsafeMutablePointer<Float>, from start: UInt32, above needed: Float,
        _ accepted: UnsafeMutablePointer<UInt64>?
    ) {
        if let accepted {
            score(by: slotScores, from: start, above: needed) { WindowFilter.accepts($0, accepted) ? 1 : 0 }
        } else {
            score(by: slotScores, from: start, above: needed) { _ in 1 }
        }
    }

    /// - Parameter accepts: 1 for a slot that counts, else 0.
    @inline(__always)
    private mutating func score(
        by slotScores: UnsafeMutablePointer<Float>, from start: UInt32, above needed: Float,
        _ accepts: (_ slot: Int) -> Int
    ) {
        let (documents, scores) = (documents, scores)
        var kept = 0
        for index in 0..<count {
            let document = documents[index]
            let slot = Int(document &- start)
            let score = slotScores[slot]
            slotScores[slot] = 0
            documents[kept] = document
            scores[kept] = score
            kept &+= Self.one(if: score, isAbove: needed) & accepts(slot)
        }
        count = kept
    }

    /// Drops the candidates that a filter does not let pass; they lie in `start ..< end`.
    mutating func keep(_ filter: WindowFilter, start: UInt32, end: UInt32) {
        guard count > 0 else { return }
        // A look at 256 documents of the window costs as much as looking one up.
        let isFilled = count > Int(end &- start) / 256
        if isFilled { _ = filter.fill(start: start, end: end) }
        var kept = 0
        for index in 0..<count {
            let document = documents[index]
            guard
                isFilled
                    ? WindowFilter.accepts(Int(document &- start), filter.accepted) : filter.accepts(document)
            else { continue }
            documents[kept] = document
            scores[kept] = scores[index]
            kept &+= 1
        }
        count = kept
    }

    /// Adds what a list gives to each candidate, and drops candidates that stay at or below `needed`, whether the list
    /// holds them or not. Blocks that could not lift a candidate are not unpacked for it.
    ///
    /// Blocks are found some at a time and their memory is asked for before the first is unpacked, so that the delays of
    /// memory overlap (group prefetching: S. Chen et al., "Improving hash join performance through prefetching", ICDE
    /// 2004, section 4). Not taken: looking for a candidate in the packed gaps, added up by thirty-twos without unpacking
    /// all; it takes as many instructions, and branches that nobody can foresee.
    ///
    /// - Parameter isRequired: candidates that the list does not hold are dropped.
    mutating func lookUp(
        in clause: inout WindowClauses.Clause, window: Int, above needed: Float, isRequired: Bool
    ) {
        guard count > 0 else { return }
        let scorer = clause.scorer
        let list = clause.cursor.list
        guard let lasts = list.lasts, let impacts = list.impacts else {
            count = addUp(0..<count, to: 0, from: 0, in: &clause.cursor, scorer, above: needed, isRequired: isRequired)
            return
        }
        var block = clause.peek(documents[0], window: window)
        let runs = memory.runs
        var kept = 0
        var index = 0
        while index < count, block < list.blockCount {
            var runCount = 0
            var placed = index
            while index < count, runCount < WindowMemory.runCount {
                // Within a window there are few blocks to pass over.
                while block < list.blockCount, lasts[block] < documents[index] { block &+= 1 }
                guard block < list.blockCount else { break }
                let last = lasts[block]
                let bound = scorer.bound(impacts[block])
                let start = placed
                // Those that the block could lift, side by side, without a branch for each. Safe: `placed` is not above
                // `index`.
                repeat {
                    let score = scores[index]
                    documents[placed] = documents[index]
                    scores[placed] = score
                    placed &+= Self.one(if: score + bound, isAbove: needed)
                    index &+= 1
                } while index < count && documents[index] <= last
                if placed > start {
                    list.prefetchEntry(ofBlock: block)
                    runs[runCount] = CandidateRun(block: block, start: start, end: placed)
                    runCount &+= 1
                }
            }
            if runCount > 1 { for number in 0..<runCount { list.prefetchData(ofBlock: runs[number].block) } }
            for number in 0..<runCount {
                let run = runs[number]
                kept = addUp(
                    run.start..<run.end, to: kept, from: run.block, in: &clause.cursor, scorer, above: needed,
                    isRequired: isRequired)
            }
        }
        // Behind the list's last document.
        while !isRequired, index < count {
            let score = scores[index]
            documents[kept] = documents[index]
            scores[kept] = score
            kept &+= Self.one(if: score, isAbove: needed)
            index &+= 1
        }
        count = kept
    }

    /// Adds what a block gives to the candidates `run`, none of which is behind its last document. Those that are kept go
    /// to `kept`, which is not above the run's start; gives the end of them.
    @inline(__always)
    private func addUp(
        _ run: Range<Int>, to kept: Int, from block: Int, in cursor: inout PostingCursor, _ scorer: TermScorer,
        above needed: Float, isRequired: Bool
    ) -> Int {
        if cursor.list.hasBits, block != cursor.block, let entry = cursor.list.entry(ofBlock: block),
            let bits = cursor.list.bits(entry)
        {
            var isTold = false
            return addUp(run, to: kept, above: needed, isRequired: isRequired) { document in
                let bit = cursor.list.bit(of: document, in: block)
                guard bit < bits.words &* 64, DocumentBits.contains(bit, in: bits.address) else { return nil }
                // The first document that the block holds is told by its bits; for a second one the block is unpacked.
                if !isTold, let frequency = cursor.list.textFrequency(of: document, in: block) {
                    isTold = true
                    return scorer.score(textFrequency: frequency, document)
                }
                cursor.open(block)
                let place = BlockSearch.firstIndex(notBelow: document, in: cursor.documents)
                return cursor.count > place ? scorer.scoreAlone(&cursor, at: place) : nil
            }
        }
        cursor.open(block)
        guard cursor.count > 0 else { return kept }
        let blockDocuments = cursor.documents
        if run.count >= BlockPlaces.leastQuestions,
            memory.places.fill(blockDocuments, count: cursor.count)
        {
            return addUp(run, to: kept, above: needed, isRequired: isRequired) { document in
                let place = memory.places.candidate(document)
                return blockDocuments[place] == document ? scorer.scoreAlone(&cursor, at: place) : nil
            }
        }
        return addUp(run, to: kept, above: needed, isRequired: isRequired) { document in
            let place = BlockSearch.firstIndex(notBelow: document, in: blockDocuments)
            guard place < BitPacking.blockSize, blockDocuments[place] == document else { return nil }
            return scorer.scoreAlone(&cursor, at: place)
        }
    }

    /// - Parameter look: what a document gains; nil when the list does not hold it.
    @inline(__always)
    private func addUp(
        _ run: Range<Int>, to first: Int, above needed: Float, isRequired: Bool, _ look: (_ document: UInt32) -> Float?
    ) -> Int {
        var kept = first
        for index in run {
            let document = documents[index]
            var score = scores[index]
            if let own = look(document) {
                score += own
            } else if isRequired {
                continue
            }
            documents[kept] = document
            scores[kept] = score
            kept &+= Self.one(if: score, isAbove: needed)
        }
        return kept
    }

    /// 1 or 0, by the sign of a difference: of a comparison the compiler may make a branch, which is taken as chance has it.
    @inline(__always)
    private static func one(if score: Float, isAbove limit: Float) -> Int {
        Int(truncatingIfNeeded: (limit - score).bitPattern &>> 31)
    }

    /// Offers all candidates.
    func offer(_ context: WindowContext, to collector: inout TopCollector) {
        for index in 0..<count { context.offer(scores[index], documents[index], to: &collector) }
    }
}
