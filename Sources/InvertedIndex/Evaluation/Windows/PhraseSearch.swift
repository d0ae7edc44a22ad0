/// Top documents in which terms stand side by side.
///
/// A phrase occurs no more often than its rarest term, and saturation rises with frequency; so the score of the phrase
/// is bounded, in a window, a block and a document, by what the weakest of its terms would give with the phrase's
/// weight. Positions are read only of documents whose bound passes the threshold.
///
/// The bound is that of Lucene's phrase scorers; the windows are those of ``ConjunctionSearch``. Not taken: indexed
/// word pairs, which would double the index for questions that are few.
struct PhraseSearch: ~Copyable, WindowEvaluator {
    var clauses: WindowClauses
    /// Scores numbers of occurrences; all clauses share its weight.
    private let scorer: TermScorer
    private let fields: IndexFieldSet
    /// By clause: where its term stands in the phrase.
    private let offsets: [UInt32]
    /// By clause: the places of its term in the field that is looked at. They point into the clauses' cursors.
    private let positions: UnsafeMutableBufferPointer<UnsafeBufferPointer<UInt32>>
    private let pointers: UnsafeMutableBufferPointer<Int>

    /// - Parameters:
    ///   - lists: by rising document frequency, each with `scorer`.
    ///   - offsets: place in the phrase of each list's term.
    ///   - shift: binary logarithm of the documents in a window; nil for what suits the rarest list.
    init(
        _ lists: [PostingList], offsets: [UInt32], scorer: TermScorer, fields: IndexFieldSet,
        documentCount: Int, shift: Int?
    ) {
        let shift =
            shift ?? WindowClauses.shift(documentFrequency: lists[0].documentFrequency, documentCount: documentCount)
        clauses = WindowClauses(lists.map { ($0, scorer) }, documentCount: documentCount, shift: shift)
        self.offsets = offsets
        self.scorer = scorer
        self.fields = fields
        positions = .allocate(capacity: lists.count)
        positions.initialize(repeating: UnsafeBufferPointer(start: nil, count: 0))
        pointers = .allocate(capacity: lists.count)
        pointers.initialize(repeating: 0)
    }

    deinit {
        positions.deallocate()
        pointers.deallocate()
    }

    func bound(_ window: Int) -> Float {
        var lowest = clauses.bound(0, window)
        for clause in 1..<max(clauses.count, 1) { lowest = min(lowest, clauses.bound(clause, window)) }
        return lowest
    }

    mutating func evaluate(_ window: Int, _ context: WindowContext, into collector: inout TopCollector) {
        let (start, end) = clauses.range(window)
        let lead = clauses.clauses
        let accepted = context.filter?.accepted
        lead.pointee.advance(to: start, window: window)
        while lead.pointee.cursor.document < end {
            let block = lead.pointee.cursor.block
            if scorer.bound(lead.pointee.cursor.list.impact(ofBlock: block)) <= collector.threshold {
                lead.pointee.cursor.passBlock(end: end)
                continue
            }
            // Until the threshold is reached every document with the phrase is wanted, and scores tell nothing.
            let isSelective = collector.threshold >= 0
            if isSelective { scorer.scoreBlock(&lead.pointee.cursor) }
            // Within the block the cursor is moved along, for positions are read where it stands.
            while lead.pointee.cursor.block == block, lead.pointee.cursor.document < end {
                let document = lead.pointee.cursor.document
                let index = lead.pointee.cursor.index
                if !isSelective || lead.pointee.cursor.scores[index] > collector.threshold,
                    WindowFilter.accepts(Int(document &- start), accepted)
                {
                    let next = match(document, window, context, &collector)
                    if next > document {
                        lead.pointee.cursor.advance(to: next)
                        continue
                    }
                }
                lead.pointee.cursor.next()
            }
        }
    }

    /// Offers `document` when the phrase stands in it; when a list does not hold it, gives that list's next document.
    private mutating func match(
        _ document: UInt32, _ window: Int, _ context: WindowContext, _ collector: inout TopCollector
    ) -> UInt32 {
        for clause in 1..<max(clauses.count, 1) {
            let other = clauses.clauses + clause
            if collector.threshold < 0 {
                guard other.pointee.holds(document, window: window) else { return other.pointee.nextDocument }
            } else {
                let bound = other.pointee.score(of: document, window: window, above: collector.threshold)
                if bound == WindowClauses.Clause.missing { return other.pointee.nextDocument }
                if bound <= collector.threshold { return document }
            }
        }
        let occurrences = (count(.text), count(.heading), count(.title))
        if occurrences != (0, 0, 0) {
            let score = scorer.score(occurrences.0, occurrences.1, occurrences.2, document)
            context.offer(score, document, to: &collector)
        }
        return document
    }

    /// How often the phrase stands in a field of the document on which all cursors stand.
    private mutating func count(_ field: IndexField) -> UInt32 {
        guard fields.contains(IndexFieldSet(field)) else { return 0 }
        for clause in 0..<clauses.count {
            let own = clauses.clauses + clause
            positions[clause] = own.pointee.cursor.readPositions(field)
            if positions[clause].isEmpty { return 0 }
        }
        return countTogether()
    }

    /// Begins at each place of the rarest term and looks for the others where they must stand.
    private func countTogether() -> UInt32 {
        var found: UInt32 = 0
        pointers.update(repeating: 0)
        places: for place in positions[0] {
            guard place >= offsets[0] else { continue }
            let start = place - offsets[0]
            for clause in 1..<max(positions.count, 1) {
                let wanted = start &+ offsets[clause]
                let others = positions[clause]
                var pointer = pointers[clause]
                while pointer < others.count, others[pointer] < wanted { pointer += 1 }
                pointers[clause] = pointer
                guard pointer < others.count else { return found }
                if others[pointer] != wanted { continue places }
            }
            found += 1
        }
        return found
    }
}
