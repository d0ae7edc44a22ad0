/// Top documents in which terms stand side by side.
///
/// A phrase occurs no more often than its rarest term, and saturation rises with frequency; so the score of the phrase
/// is bounded, in a window, a block and a document, by what the weakest of its terms would give with the phrase's
/// weight. Positions are read only of documents whose bound passes the threshold.
///
/// Documents of the rarest list are looked for in the second list block by block, all that one of its blocks may hold
/// together; in the others one by one, for few are left.
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
    /// Places of the rarest term around which the terms looked at so far stand as they must.
    private var places: UnsafeMutableBufferPointer<UInt32>

    /// - Parameters:
    ///   - lists: by rising document frequency, each with `scorer`.
    ///   - offsets: place in the phrase of each list's term.
    ///   - shift: binary logarithm of the documents in a window; nil for what suits the rarest list.
    init(
        _ lists: [PostingList], offsets: [UInt32], scorer: TermScorer, fields: IndexFieldSet,
        documentCount: Int, shift: Int?, memory: WindowMemory
    ) {
        let shift =
            shift ?? WindowClauses.shift(documentFrequency: lists[0].documentFrequency, documentCount: documentCount)
        clauses = WindowClauses(lists.map { ($0, scorer) }, documentCount: documentCount, shift: shift, memory: memory)
        self.offsets = offsets
        self.scorer = scorer
        self.fields = fields
        places = .allocate(capacity: 256)
    }

    deinit { places.deallocate() }

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
            if collector.threshold >= 0 { scorer.scoreBlock(&lead.pointee.cursor) }
            let stop = lead.pointee.cursor.stop(before: end)
            if clauses.count > 1 {
                guard matchBlock(stop, window, context, &collector) else { return }
            } else {
                for index in lead.pointee.cursor.index..<stop where isWanted(index, start, accepted, collector) {
                    lead.pointee.cursor.move(to: index)
                    offer(context, &collector)
                }
            }
            lead.pointee.cursor.move(to: stop)
        }
    }

    /// Whether posting `index` of the leading list may pass the threshold, and no filter is against it.
    @inline(__always)
    private func isWanted(
        _ index: Int, _ start: UInt32, _ accepted: UnsafeMutablePointer<UInt64>?, _ collector: borrowing TopCollector
    ) -> Bool {
        let lead = clauses.clauses
        return (!lead.pointee.cursor.isScored || lead.pointee.cursor.scores[index] > collector.threshold)
            && WindowFilter.accepts(Int(lead.pointee.cursor.documents[index] &- start), accepted)
    }

    /// Goes through the leading list's block from where it stands to `stop`, as many of its documents together as one block
    /// of the second list may hold; false when that list has ended.
    private mutating func matchBlock(
        _ stop: Int, _ window: Int, _ context: WindowContext, _ collector: inout TopCollector
    ) -> Bool {
        let lead = clauses.clauses
        let second = clauses.clauses + 1
        let list = second.pointee.cursor.list
        let documents = lead.pointee.cursor.documents
        var index = lead.pointee.cursor.index
        while index < stop {
            let block = second.pointee.peek(documents[index], window: window)
            guard block < list.blockCount else { return false }
            let last = list.last(ofBlock: block)
            var end = index &+ 1
            while end < stop, documents[end] <= last { end &+= 1 }
            if collector.threshold < 0 || scorer.bound(list.impact(ofBlock: block)) > collector.threshold {
                matchRun(index..<end, block, window, context, &collector)
            }
            index = end
        }
        return true
    }

    /// Offers those postings of the leading list in which the phrase stands; all of them may stand in `block` of the second.
    private mutating func matchRun(
        _ run: Range<Int>, _ block: Int, _ window: Int, _ context: WindowContext, _ collector: inout TopCollector
    ) {
        let start = clauses.range(window).start
        let accepted = context.filter?.accepted
        let second = clauses.clauses + 1
        let list = second.pointee.cursor.list
        let documents = clauses.clauses.pointee.cursor.documents
        // Bits may tell, before the block is unpacked, that it holds none of the first.
        let mayTell = list.hasBits && block != second.pointee.cursor.block
        var index = run.lowerBound
        while index < run.upperBound,
            !isWanted(index, start, accepted, collector) || mayTell && list.holds(documents[index], in: block) == false
        { index &+= 1 }
        guard index < run.upperBound else { return }
        second.pointee.cursor.open(block)
        guard second.pointee.cursor.count > 0 else { return }
        let others = second.pointee.cursor.documents
        let memory = context.memory
        if !clauses.clauses.pointee.cursor.isScored, run.upperBound &- index >= Self.manyCandidates,
            memory.places.fill(others, count: second.pointee.cursor.count)
        {
            for index in index..<run.upperBound where isWanted(index, start, accepted, collector) {
                match(index, memory.places.candidate(documents[index]), window, context, &collector)
            }
            return
        }
        while index < run.upperBound {
            if isWanted(index, start, accepted, collector) {
                let place = BlockSearch.firstIndex(notBelow: documents[index], in: others)
                guard place < BitPacking.blockSize else { return }
                let other = others[place]
                match(index, place, window, context, &collector)
                index &+= 1
                while index < run.upperBound, documents[index] < other { index &+= 1 }
            } else {
                index &+= 1
            }
        }
    }

    /// From so many on each is looked up in a table of places; of fewer, those before the second list's next document are
    /// passed over.
    private static let manyCandidates = 8

    /// Offers the document of posting `index` of the leading list when the phrase stands in it.
    ///
    /// - Parameter place: the only one at which the second list's block may hold it.
    @inline(__always)
    private mutating func match(
        _ index: Int, _ place: Int, _ window: Int, _ context: WindowContext, _ collector: inout TopCollector
    ) {
        let lead = clauses.clauses
        let second = clauses.clauses + 1
        guard place < second.pointee.cursor.count,
            second.pointee.cursor.documents[place] == lead.pointee.cursor.documents[index]
        else { return }
        if lead.pointee.cursor.isScored,
            scorer.scoreAlone(&second.pointee.cursor, at: place) <= collector.threshold
        {
            return
        }
        lead.pointee.cursor.move(to: index)
        second.pointee.cursor.move(to: place)
        matchRest(window, context, &collector)
    }

    /// Offers the document on which the first two cursors stand when the phrase stands in it.
    private mutating func matchRest(_ window: Int, _ context: WindowContext, _ collector: inout TopCollector) {
        let document = clauses.clauses.pointee.cursor.document
        for clause in 2..<max(clauses.count, 2) {
            let other = clauses.clauses + clause
            if collector.threshold < 0 {
                guard other.pointee.holds(document, window: window) else { return }
            } else {
                // What tells that the list does not hold the document, or its block gives too little, is below all scores.
                guard
                    other.pointee.score(of: document, window: window, above: collector.threshold) > collector.threshold
                else { return }
            }
        }
        offer(context, &collector)
    }

    /// Offers the document on which all cursors stand when the phrase stands in it.
    private mutating func offer(_ context: WindowContext, _ collector: inout TopCollector) {
        let occurrences = (count(.text), count(.heading), count(.title))
        guard occurrences != (0, 0, 0) else { return }
        let document = clauses.clauses.pointee.cursor.document
        context.offer(scorer.score(occurrences.0, occurrences.1, occurrences.2, document), document, to: &collector)
    }

    /// How often the phrase stands in a field of the document on which all cursors stand. The places of a term are read
    /// only where those before it stand side by side.
    private mutating func count(_ field: IndexField) -> UInt32 {
        guard fields.contains(IndexFieldSet(field)) else { return 0 }
        var run = clauses.clauses.pointee.cursor.readPositions(field)
        // Two halves: what is matched next is written beside what was matched before.
        let half = run.count + PositionRun.padding
        if 2 * half > places.count {
            places.deallocate()
            places = .allocate(capacity: 4 * half)
        }
        guard let matched = places.baseAddress else { return 0 }
        for clause in 1..<max(clauses.count, 1) where !run.isEmpty {
            let others = (clauses.clauses + clause).pointee.cursor.readPositions(field)
            run = run.match(
                others, distance: Int(offsets[clause]) - Int(offsets[0]),
                into: matched + (clause.isMultiple(of: 2) ? half : 0))
        }
        return UInt32(truncatingIfNeeded: run.count)
    }
}
