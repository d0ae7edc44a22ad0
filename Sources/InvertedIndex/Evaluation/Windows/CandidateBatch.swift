/// Documents of one window that may still pass the threshold, ascending, with what they score so far.
///
/// Candidates are looked up list by list, not document by document: one list's state stays in registers, and the
/// branches of a list are taken many times in a row. (Lucene applies its non-essential clauses in the same way.)
///
/// Memory safety: a batch takes no more candidates than it has room for. A sound list gives no more than its documents
/// in a window; one that is damaged may name a document again and again, and what is too much is dropped.
struct CandidateBatch: ~Copyable {
    private let documents: UnsafeMutablePointer<UInt32>
    private let scores: UnsafeMutablePointer<Float>
    private let capacity: Int
    private(set) var count = 0

    init(capacity: Int = PostingList.windowSize) {
        documents = .allocate(capacity: capacity)
        scores = .allocate(capacity: capacity)
        self.capacity = capacity
    }

    deinit {
        documents.deallocate()
        scores.deallocate()
    }

    mutating func removeAll() { count = 0 }

    @inline(__always)
    mutating func append(_ document: UInt32, _ score: Float) {
        guard count < capacity else { return }
        documents[count] = document
        scores[count] = score
        count &+= 1
    }

    /// Appends the postings `range` of a block whose score, with `others`, passes the threshold. Without a branch for each:
    /// which of them pass is as good as chance, and a branch taken wrongly costs more than a write that is not kept.
    @inline(__always)
    mutating func append(
        _ range: Range<Int>, of blockDocuments: UnsafePointer<UInt32>, _ blockScores: UnsafePointer<Float>,
        others: Float, above threshold: Float
    ) {
        let (documents, scores) = (documents, scores)
        var end = count
        for index in range.prefix(capacity &- count) {
            // Safe: `end` grows at most with the postings gone through, which are no more than there is room for.
            documents[end] = blockDocuments[index]
            scores[end] = blockScores[index]
            end &+= blockScores[index] + others > threshold ? 1 : 0
        }
        count = end
    }

    /// Drops the candidates that a filter does not let pass; they lie in `start ..< end`.
    mutating func keep(_ filter: WindowFilter, start: UInt32, end: UInt32) {
        guard count > 0 else { return }
        // A look at the whole window costs as much as looking so many documents up.
        let isFilled = count > 16
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
    /// holds them or not. Blocks that could not lift a candidate are not unpacked for it, nor are blocks made of bits.
    ///
    /// - Parameter isRequired: candidates that the list does not hold are dropped.
    mutating func lookUp(
        in clause: inout WindowClauses.Clause, window: Int, above needed: Float, isRequired: Bool
    ) {
        let scorer = clause.scorer
        let list = clause.cursor.list
        if list.hasBits {
            // The first document that a block holds is told by its bits; for a second one the block is unpacked.
            var told = -1
            lookUp(in: &clause, window: window, above: needed, isRequired: isRequired) { document, block, cursor in
                if block != cursor.block {
                    if list.holds(document, in: block) == false { return WindowClauses.Clause.missing }
                    if block != told, let frequency = list.textFrequency(of: document, in: block) {
                        told = block
                        return scorer.score(textFrequency: frequency, document)
                    }
                }
                return cursor.find(document, in: block) ? scorer.scoreAlone(&cursor) : WindowClauses.Clause.missing
            }
        } else {
            lookUp(in: &clause, window: window, above: needed, isRequired: isRequired) { document, block, cursor in
                cursor.find(document, in: block) ? scorer.scoreAlone(&cursor) : WindowClauses.Clause.missing
            }
        }
    }

    /// - Parameter look: the score of a document by a block whose last document is not below it, or
    ///   ``WindowClauses/Clause/missing``.
    @inline(__always)
    private mutating func lookUp(
        in clause: inout WindowClauses.Clause, window: Int, above needed: Float, isRequired: Bool,
        look: (_ document: UInt32, _ block: Int, _ cursor: inout PostingCursor) -> Float
    ) {
        guard count > 0 else { return }
        let scorer = clause.scorer
        let list = clause.cursor.list
        var block = clause.peek(documents[0], window: window)
        var boundBlock = -1
        var bound: Float = 0
        var kept = 0
        for index in 0..<count {
            let document = documents[index]
            var score = scores[index]
            if let lasts = list.lasts, let impacts = list.impacts {
                // Within a window there are few blocks to pass over.
                while block < list.blockCount, lasts[block] < document { block &+= 1 }
                if block != boundBlock, block < list.blockCount {
                    bound = scorer.bound(impacts[block])
                    boundBlock = block
                }
                if block < list.blockCount, score + bound <= needed { continue }
            }
            let own = block < list.blockCount ? look(document, block, &clause.cursor) : WindowClauses.Clause.missing
            if own >= 0 {
                score += own
            } else if isRequired {
                continue
            }
            if score > needed {
                documents[kept] = document
                scores[kept] = score
                kept &+= 1
            }
        }
        count = kept
    }

    /// Offers all candidates.
    func offer(_ context: WindowContext, to collector: inout TopCollector) {
        for index in 0..<count { context.offer(scores[index], documents[index], to: &collector) }
    }
}
