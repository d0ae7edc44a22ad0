/// Top documents that hold all of several terms: the rarest list leads, the others gallop after it.
///
/// Windows and blocks of the leading list whose bounds, together with those of the other lists in the window, do not
/// pass the threshold are passed over, and so is every document whose score so far leaves it out of reach. What is
/// left of a window is looked up in one list after the other.
///
/// Sources: J. Culpepper and A. Moffat, "Efficient set intersection for inverted indexing", ACM TOIS 29(1), 2010
/// (small against small, galloping); S. Ding and T. Suel, SIGIR 2011 (block bounds). Dense blocks tell by their bits
/// whether they hold a document (``DocumentBits``). Not taken: bits for whole lists, which cost room in the file, while
/// most documents are refused by their bounds before the lists are asked.
struct ConjunctionSearch: ~Copyable, WindowEvaluator {
    var clauses: WindowClauses
    private var batch: CandidateBatch

    /// - Parameters:
    ///   - lists: by rising document frequency, at least one.
    ///   - shift: binary logarithm of the documents in a window; nil for what suits the rarest list.
    init(_ lists: [(list: PostingList, scorer: TermScorer)], documentCount: Int, shift: Int?, memory: WindowMemory) {
        let rarest = lists[0].list.documentFrequency
        let shift = shift ?? WindowClauses.shift(documentFrequency: rarest, documentCount: documentCount)
        clauses = WindowClauses(lists, documentCount: documentCount, shift: shift, memory: memory)
        // Candidates are documents of the leading list.
        batch = CandidateBatch(capacity: min(rarest, 1 << shift), memory: memory)
    }

    func bound(_ window: Int) -> Float {
        var total: Float = 0
        for clause in 0..<clauses.count {
            let bound = clauses.bound(clause, window)
            if bound < 0 { return WindowClauses.absent }
            total += bound
        }
        return total
    }

    mutating func evaluate(_ window: Int, _ context: WindowContext, into collector: inout TopCollector) {
        let (start, end) = clauses.range(window)
        let lead = clauses.clauses
        let scorer = lead.pointee.scorer
        let others = bound(window) - clauses.bound(0, window)
        let accepted = context.filter?.accepted
        batch.removeAll()
        lead.pointee.advance(to: start, window: window)
        while lead.pointee.cursor.document < end {
            let block = lead.pointee.cursor.block
            if scorer.bound(lead.pointee.cursor.list.impact(ofBlock: block)) + others <= collector.threshold {
                lead.pointee.cursor.passBlock(end: end)
                continue
            }
            scorer.scoreBlock(&lead.pointee.cursor)
            let (documents, scores) = (lead.pointee.cursor.documents, lead.pointee.cursor.scores)
            let stop = lead.pointee.cursor.stop(before: end)
            batch.append(
                lead.pointee.cursor.index..<stop, of: documents, scores, others: others,
                above: collector.threshold, accepted, from: start)
            lead.pointee.cursor.move(to: stop)
        }
        var rest = others
        for clause in 1..<max(clauses.count, 1) {
            rest -= clauses.bound(clause, window)
            let other = clauses.clauses + clause
            batch.lookUp(in: &other.pointee, window: window, above: collector.threshold - rest, isRequired: true)
        }
        batch.offer(context, to: &collector)
    }
}
