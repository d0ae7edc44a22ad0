/// The lists of a windowed search and what bounds their scores in each window of 4,096 documents.
///
/// Memory safety: `clauses` holds `count` clauses from `init` to `deinit`; bounds are indexed by clause and window
/// only, and windows come from document numbers that are clamped to the segment's.
struct WindowClauses: ~Copyable {
    /// One list.
    struct Clause: ~Copyable {
        var cursor: PostingCursor
        let scorer: TermScorer
        /// Window for which the cursor was placed; within one it only goes forward.
        fileprivate(set) var window = -1

        /// Stands on the first document of the window, or on the first that is not below `target` in it.
        @inline(__always)
        mutating func advance(to target: UInt32, window: Int) {
            if self.window == window {
                cursor.advance(to: target)
            } else {
                self.window = window
                cursor.reposition(to: target)
                _ = cursor.peek(target, isForward: false)
            }
        }

        /// The score of `document`; ``missing`` when the list does not hold it, ``hopeless`` when the bound of its
        /// block shows, before the block is unpacked, that the score is not above `needed`.
        @inline(__always)
        mutating func score(of document: UInt32, window: Int, above needed: Float) -> Float {
            let block = cursor.peek(document, isForward: self.window == window)
            self.window = window
            guard block < cursor.list.blockCount else { return Self.missing }
            if let impacts = cursor.list.impacts, scorer.bound(impacts[block]) <= needed { return Self.hopeless }
            cursor.enter(document)
            guard cursor.document == document else { return Self.missing }
            return scorer.scoreAlone(&cursor)
        }

        /// After ``missing``: the list's next document, or one before it.
        @inline(__always)
        var nextDocument: UInt32 {
            cursor.hasEntered ? cursor.document : PostingCursor.end
        }

        static let missing: Float = -1
        static let hopeless: Float = -2
    }

    let count: Int
    let documentCount: Int
    let windowCount: Int
    let clauses: UnsafeMutablePointer<Clause>
    /// By clause, then window.
    private let bounds: UnsafeMutablePointer<Float>
    /// What stands for a window in which a list has no document.
    static let absent: Float = -1

    init(_ lists: [(list: PostingList, scorer: TermScorer)], documentCount: Int) {
        count = lists.count
        self.documentCount = documentCount
        windowCount = PostingList.windowCount(documentCount)
        clauses = .allocate(capacity: max(count, 1))
        bounds = .allocate(capacity: max(count * windowCount, 1))
        for (index, entry) in lists.enumerated() {
            (clauses + index).initialize(
                to: Clause(cursor: PostingCursor(entry.list, documentCount: documentCount), scorer: entry.scorer))
            Self.fill(bounds + index * windowCount, windowCount: windowCount, &clauses[index])
        }
    }

    deinit {
        clauses.deinitialize(count: count)
        clauses.deallocate()
        bounds.deallocate()
    }

    /// True when damage was met; the collected documents are then not to be used.
    var isDamaged: Bool {
        for index in 0..<count where clauses[index].cursor.isDamaged { return true }
        return false
    }

    /// No document of the window scores more by this clause; ``absent`` when none holds it.
    @inline(__always)
    func bound(_ clause: Int, _ window: Int) -> Float { bounds[clause &* windowCount &+ window] }

    /// First document of a window, and the one behind its last.
    @inline(__always)
    func range(_ window: Int) -> (start: UInt32, end: UInt32) {
        let start = window &* PostingList.windowSize
        return (UInt32(start), UInt32(min(start &+ PostingList.windowSize, documentCount)))
    }

    private static func fill(
        _ bounds: UnsafeMutablePointer<Float>, windowCount: Int, _ clause: inout Clause
    ) {
        let list = clause.cursor.list
        let scorer = clause.scorer
        if let windowImpacts = list.windowImpacts {
            for window in 0..<windowCount {
                let impact = windowImpacts[window]
                bounds[window] = impact < 0 ? absent : scorer.bound(impact)
            }
            return
        }
        bounds.initialize(repeating: absent, count: windowCount)
        guard let lasts = list.lasts, let impacts = list.impacts else {
            // A short list lies unpacked: each window gets the very score of its best posting.
            scorer.scoreBlock(&clause.cursor)
            for index in 0..<clause.cursor.count {
                let window = Int(clause.cursor.documents[index]) / PostingList.windowSize
                bounds[window] = max(bounds[window], clause.cursor.scores[index])
            }
            return
        }
        var first = 0
        for block in 0..<list.blockCount {
            let bound = scorer.bound(impacts[block])
            // A damaged file may name any document; the cursor will tell.
            let last = min(Int(lasts[block]) / PostingList.windowSize, windowCount - 1)
            var window = first
            while window <= last {
                bounds[window] = max(bounds[window], bound)
                window += 1
            }
            first = min(max(first, (Int(lasts[block]) + 1) / PostingList.windowSize), windowCount - 1)
        }
    }
}
