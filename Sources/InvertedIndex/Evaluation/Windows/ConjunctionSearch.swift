/// Top documents that hold all of several terms: the rarest list leads, the others gallop after it.
///
/// Windows and blocks of the leading list whose bounds, together with those of the other lists in the window, do not
/// pass the threshold are passed over, and so is every document whose score so far leaves it out of reach.
///
/// Sources: J. Culpepper and A. Moffat, "Efficient set intersection for inverted indexing", ACM TOIS 29(1), 2010
/// (small against small, galloping); S. Ding and T. Suel, SIGIR 2011 (block bounds). Not taken: bit sets for dense
/// lists, which cost room in the file, while most documents are refused by their bounds before the lists are asked.
struct ConjunctionSearch: ~Copyable, WindowEvaluator {
    var clauses: WindowClauses

    /// - Parameter lists: by rising document frequency.
    init(_ lists: [(list: PostingList, scorer: TermScorer)], documentCount: Int) {
        clauses = WindowClauses(lists, documentCount: documentCount)
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
        lead.pointee.advance(to: start, window: window)
        while lead.pointee.cursor.document < end {
            let block = lead.pointee.cursor.block
            if scorer.bound(lead.pointee.cursor.list.impact(ofBlock: block)) + others <= collector.threshold {
                lead.pointee.cursor.passBlock(end: end)
                continue
            }
            scorer.scoreBlock(&lead.pointee.cursor)
            let (documents, scores) = (lead.pointee.cursor.documents, lead.pointee.cursor.scores)
            let count = lead.pointee.cursor.count
            var index = lead.pointee.cursor.index
            while index < count, documents[index] < end {
                let document = documents[index]
                if scores[index] + others > collector.threshold,
                    WindowFilter.accepts(Int(document &- start), accepted)
                {
                    let next = match(document, scores[index], others, window, context, &collector)
                    if next > document {
                        // Another list holds nothing before `next`.
                        repeat { index &+= 1 } while index < count && documents[index] < next
                        continue
                    }
                }
                index &+= 1
            }
            lead.pointee.cursor.move(to: index)
        }
    }

    /// Offers `document` when every other list holds it; else gives the next document of the list that does not.
    @inline(__always)
    private func match(
        _ document: UInt32, _ score: Float, _ others: Float, _ window: Int, _ context: WindowContext,
        _ collector: inout TopCollector
    ) -> UInt32 {
        var score = score
        var rest = others
        var clause = 1
        while clause < clauses.count {
            rest -= clauses.bound(clause, window)
            let other = clauses.clauses + clause
            let own = other.pointee.score(of: document, window: window, above: collector.threshold - score - rest)
            if own < 0 {
                return own == WindowClauses.Clause.missing ? other.pointee.nextDocument : document
            }
            score += own
            if score + rest <= collector.threshold { return document }
            clause &+= 1
        }
        context.offer(score, document, to: &collector)
        return document
    }
}
