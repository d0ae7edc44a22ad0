/// Top documents of a disjunction of terms in one segment: block-max MaxScore over windows of 4,096 documents.
///
/// For each window the stored block impacts bound what every list can give there. Windows whose bounds together do
/// not pass the threshold are skipped. In the others the lists with the lowest bounds that together stay below the
/// threshold are only looked up; the rest are added up in bulk into an array of scores, block by block, and blocks
/// that cannot lift any document over the threshold are not unpacked.
///
/// Sources: H. Turtle and J. Flood 1995 (MaxScore); S. Ding and T. Suel, "Faster top-k document retrieval using
/// block-max indexes", SIGIR 2011; the windows follow the bulk scorers of Lucene. Not taken: block-max WAND, which
/// moves pivot by pivot and is better only for very short queries.
struct DisjunctionSearch: ~Copyable {
    static let windowSize = 4096

    /// One list and what is known of it in the current window.
    private struct Clause: ~Copyable {
        var cursor: PostingCursor
        let scorer: TermScorer
        var shallowBlock = 0
        var windowBound: Int32 = 0
    }

    private let clauses: UnsafeMutablePointer<Clause>
    private let clauseCount: Int
    private let documentCount: Int
    private let scores: UnsafeMutablePointer<Int32>
    private let touched: UnsafeMutablePointer<UInt64>
    /// Clause numbers, by rising bound in the window.
    private var order: [Int]

    init(_ lists: [(list: PostingList, scorer: TermScorer)], documentCount: Int) {
        clauseCount = lists.count
        self.documentCount = documentCount
        clauses = .allocate(capacity: max(lists.count, 1))
        for (index, entry) in lists.enumerated() {
            (clauses + index).initialize(
                to: Clause(
                    cursor: PostingCursor(entry.list, documentCount: documentCount), scorer: entry.scorer))
        }
        order = Array(0..<lists.count)
        scores = .allocate(capacity: Self.windowSize)
        scores.initialize(repeating: 0, count: Self.windowSize)
        touched = .allocate(capacity: Self.windowSize / 64)
        touched.initialize(repeating: 0, count: Self.windowSize / 64)
    }

    deinit {
        clauses.deinitialize(count: clauseCount)
        clauses.deallocate()
        scores.deallocate()
        touched.deallocate()
    }

    /// True when damage was met; the collected documents are then not to be used.
    var isDamaged: Bool {
        for index in 0..<clauseCount where clauses[index].cursor.isDamaged { return true }
        return false
    }

    /// Offers the documents to `collector`.
    ///
    /// - Parameters:
    ///   - base: number of the segment's first document in the whole index.
    ///   - accepts: whether a document counts at all (deletions, filters); called with rising numbers.
    mutating func run(into collector: inout TopCollector, base: UInt64, accepts: (UInt32) -> Bool) {
        var start = 0
        while start < documentCount {
            let lowest = lowestDocument
            guard lowest != PostingCursor.end else { return }
            // Cursors of lists that were only looked up may lag behind `start`.
            start = max(start, Int(lowest) & ~(Self.windowSize - 1))
            let end = min(start + Self.windowSize, documentCount)
            search(start: UInt32(start), end: UInt32(end), &collector, base, accepts)
            start = end
        }
    }

    private var lowestDocument: UInt32 {
        var lowest = PostingCursor.end
        for index in 0..<clauseCount { lowest = min(lowest, clauses[index].cursor.document) }
        return lowest
    }

    private mutating func search(
        start: UInt32, end: UInt32, _ collector: inout TopCollector, _ base: UInt64, _ accepts: (UInt32) -> Bool
    ) {
        var total: Int32 = 0
        for index in 0..<clauseCount {
            Self.updateBound(&clauses[index], start: start, end: end)
            total &+= clauses[index].windowBound
        }
        guard total > collector.threshold else { return }
        sortByBound()
        var essential = 0
        var lookedUp: Int32 = 0
        while essential < clauseCount {
            let sum = lookedUp &+ clauses[order[essential]].windowBound
            guard sum <= collector.threshold else { break }
            lookedUp = sum
            essential += 1
        }
        for rank in essential..<clauseCount {
            let clause = order[rank]
            let others = total &- clauses[clause].windowBound
            accumulate(&clauses[clause], start: start, end: end, needed: collector.threshold &- others)
        }
        for word in 0..<(Self.windowSize / 64) where touched[word] != 0 {
            var bits = touched[word]
            touched[word] = 0
            while bits != 0 {
                let slot = word * 64 + bits.trailingZeroBitCount
                bits &= bits &- 1
                let score = scores[slot]
                scores[slot] = 0
                guard score &+ lookedUp > collector.threshold else { continue }
                let document = start &+ UInt32(truncatingIfNeeded: slot)
                guard let full = complete(score, document, essential, lookedUp, collector.threshold),
                    accepts(document)
                else { continue }
                collector.offer(score: full, document: base &+ UInt64(document))
            }
        }
    }

    /// The bound of a clause in the window: highest impact of the blocks that reach into it.
    private static func updateBound(_ clause: inout Clause, start: UInt32, end: UInt32) {
        if clause.cursor.document >= end {
            clause.windowBound = 0
            return
        }
        let list = clause.cursor.list
        while clause.shallowBlock < list.blockCount, list.last(ofBlock: clause.shallowBlock) < start {
            clause.shallowBlock += 1
        }
        var highest: UInt16 = 0
        var block = clause.shallowBlock
        while block < list.blockCount {
            highest = max(highest, list.impact(ofBlock: block))
            if list.last(ofBlock: block) >= end - 1 { break }
            block += 1
        }
        clause.windowBound = block == clause.shallowBlock && highest == 0 ? 0 : clause.scorer.bound(highest)
    }

    /// Insertion sort: few clauses, and nearly sorted from the window before.
    private mutating func sortByBound() {
        var index = 1
        while index < clauseCount {
            let moved = order[index]
            let bound = clauses[moved].windowBound
            var place = index
            while place > 0, clauses[order[place - 1]].windowBound > bound {
                order[place] = order[place - 1]
                place -= 1
            }
            order[place] = moved
            index += 1
        }
    }

    /// Adds a clause's scores in the window to `scores`. Blocks that give at most `needed` are passed over: whatever
    /// the other clauses add, their documents stay at or below the threshold.
    private func accumulate(_ clause: inout Clause, start: UInt32, end: UInt32, needed: Int32) {
        clause.cursor.advance(to: start)
        while clause.cursor.document < end {
            let block = clause.cursor.block
            if needed >= 0, clause.scorer.bound(clause.cursor.list.impact(ofBlock: block)) <= needed {
                clause.cursor.passBlock(end: end)
                continue
            }
            clause.cursor.prepareFrequencies()
            let documents = clause.cursor.documents
            let count = clause.cursor.count
            var index = clause.cursor.index
            let (text, heading, title) = (clause.cursor.text, clause.cursor.heading, clause.cursor.title)
            while index < count, documents[index] < end {
                // Safe: start <= document < end <= start + windowSize.
                let slot = Int(documents[index] &- start)
                scores[slot] &+= clause.scorer.score(text[index], heading[index], title[index], documents[index])
                touched[slot >> 6] |= 1 &<< UInt64(truncatingIfNeeded: slot & 63)
                index &+= 1
            }
            clause.cursor.move(to: index)
        }
    }

    /// Adds the looked-up clauses to a score, strongest first; nil as soon as the threshold is out of reach.
    private func complete(
        _ score: Int32, _ document: UInt32, _ essential: Int, _ lookedUp: Int32, _ threshold: Int32
    ) -> Int32? {
        var score = score
        var rest = lookedUp
        var rank = essential - 1
        while rank >= 0 {
            if score &+ rest <= threshold { return nil }
            let clause = order[rank]
            rest &-= clauses[clause].windowBound
            clauses[clause].cursor.advance(to: document)
            if clauses[clause].cursor.document == document {
                score &+= clauses[clause].scorer.score(&clauses[clause].cursor)
            }
            rank -= 1
        }
        return score
    }
}
