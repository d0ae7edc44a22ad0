/// The lists of a windowed search and what bounds their scores in each window of documents.
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
        /// Whether bits told that the list does not hold the document asked for last; the cursor stands anywhere then.
        fileprivate var isRefused = false

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

        /// Stands on the next block of the window that may give a document more than `needed`, and scores it; false
        /// when there is none.
        @inline(__always)
        mutating func openBlock(before end: UInt32, above needed: Float) -> Bool {
            while cursor.document < end {
                guard needed >= 0, scorer.bound(cursor.list.impact(ofBlock: cursor.block)) <= needed else {
                    scorer.scoreBlock(&cursor)
                    return true
                }
                cursor.passBlock(end: end)
            }
            return false
        }

        /// The block that may hold `document`, which is not below the one asked for before in the window.
        @inline(__always)
        mutating func peek(_ document: UInt32, window: Int) -> Int {
            defer { self.window = window }
            return cursor.peek(document, isForward: self.window == window)
        }

        /// The score of `document`; ``missing`` when the list does not hold it, ``hopeless`` when the bound of its
        /// block shows, before the block is unpacked, that the score is not above `needed`.
        @inline(__always)
        mutating func score(of document: UInt32, window: Int, above needed: Float) -> Float {
            let block = peek(document, window: window)
            isRefused = false
            guard block < cursor.list.blockCount else { return Self.missing }
            if let impacts = cursor.list.impacts, scorer.bound(impacts[block]) <= needed { return Self.hopeless }
            if isKnownAbsent(document, in: block) { return Self.missing }
            cursor.enter(document)
            guard cursor.document == document else { return Self.missing }
            return scorer.scoreAlone(&cursor, at: cursor.index)
        }

        /// Whether the list holds `document`, which is not below the one asked for before in the window.
        @inline(__always)
        mutating func holds(_ document: UInt32, window: Int) -> Bool {
            let block = peek(document, window: window)
            isRefused = false
            guard block < cursor.list.blockCount else { return false }
            if isKnownAbsent(document, in: block) { return false }
            cursor.enter(document)
            return cursor.document == document
        }

        /// Whether the bits of a block that is not unpacked tell that it does not hold `document`.
        @inline(__always)
        private mutating func isKnownAbsent(_ document: UInt32, in block: Int) -> Bool {
            isRefused =
                cursor.list.hasBits && block != cursor.block && cursor.list.holds(document, in: block) == false
            return isRefused
        }

        /// After ``missing``, or when the list does not hold a document: its next document, or one before it.
        @inline(__always)
        var nextDocument: UInt32 {
            if isRefused { return 0 }
            return cursor.hasEntered ? cursor.document : PostingCursor.end
        }

        static let missing: Float = -1
        static let hopeless: Float = -2
    }

    let count: Int
    let documentCount: Int
    let windowCount: Int
    /// A window has 2 to this many documents.
    private let shift: Int
    /// Take the address of a clause before it is changed, `let own = clauses + number`: of a change through the subscript
    /// of a borrowed struct the compiler (6.3) makes code that its own verifier refuses under the thread sanitizer.
    let clauses: UnsafeMutablePointer<Clause>
    /// By clause, then window; in the memory of the search, as are the cursors' buffers.
    private let bounds: UnsafeMutablePointer<Float>
    /// The same, where there are outlines: which window of the outline it is; nothing where the list has no document.
    private let places: UnsafeMutablePointer<Int32>
    /// What stands for a window in which a list has no document.
    static let absent: Float = -1

    /// - Parameters:
    ///   - outlines: of the lists, all or none; where there are, no list is read before a window is looked at.
    ///   - shift: binary logarithm of the documents in a window: of the outlines, else at least
    ///     ``PostingList/windowShift``.
    ///   - memory: what the cursors work in; no other clauses may while these live.
    init(
        _ lists: [(list: PostingList, scorer: TermScorer)], outlines: [TermOutline] = [], documentCount: Int,
        shift: Int, memory: WindowMemory
    ) {
        memory.reserve(cursors: lists.count)
        count = lists.count
        self.documentCount = documentCount
        self.shift = shift
        windowCount = PostingList.windowCount(documentCount, shift: shift)
        clauses = .allocate(capacity: max(count, 1))
        memory.reserve(bounds: count * windowCount)
        (bounds, places) = (memory.bounds, memory.outlinePlaces)
        for (index, entry) in lists.enumerated() {
            (clauses + index).initialize(
                to: Clause(
                    // A short list has to be read for its bounds.
                    cursor: PostingCursor(
                        entry.list, documentCount: documentCount,
                        isWaiting: entry.list.lasts != nil || !outlines.isEmpty, room: memory.room(index)),
                    scorer: entry.scorer))
            let own = bounds + index * windowCount
            own.initialize(repeating: Self.absent, count: windowCount)
            if outlines.isEmpty {
                Self.fill(own, windowCount: windowCount, shift: shift, &clauses[index])
                continue
            }
            for (place, window) in outlines[index].windows.enumerated() {
                // Safe: the outline has no other windows than the segment.
                own[window.number] = entry.scorer.bound(saturation: window.saturation)
                places[index * windowCount + window.number] = Int32(truncatingIfNeeded: place)
            }
        }
    }

    deinit {
        clauses.deinitialize(count: count)
        clauses.deallocate()
    }

    /// True when damage was met; the collected documents are then not to be used.
    var isDamaged: Bool {
        for index in 0..<count where clauses[index].cursor.isDamaged { return true }
        return false
    }

    /// No document of the window scores more by this clause; ``absent`` when none holds it.
    @inline(__always)
    func bound(_ clause: Int, _ window: Int) -> Float { bounds[clause &* windowCount &+ window] }

    /// Raises the highest bounds of some clauses, by window.
    func raise(_ highest: UnsafeMutablePointer<Float>, to clauses: Range<Int>) {
        for clause in clauses {
            let own = bounds + clause &* windowCount
            for window in 0..<windowCount { highest[window] = max(highest[window], own[window]) }
        }
    }

    /// Which window of its outline a window is to a clause that has documents in it.
    @inline(__always)
    func place(_ clause: Int, _ window: Int) -> Int { Int(places[clause &* windowCount &+ window]) }

    /// First document of a window, and the one behind its last.
    @inline(__always)
    func range(_ window: Int) -> (start: UInt32, end: UInt32) {
        let start = window &<< shift
        return (UInt32(start), UInt32(min(start &+ (1 &<< shift), documentCount)))
    }

    /// The size of windows for a search that any list leads. A window costs a look at each list, whatever is found in it:
    /// in a large index of rare terms most of the time. The more documents it has, the less do its bounds tell.
    static func shift(documentCount: Int) -> Int {
        var shift = PostingList.windowShift
        while PostingList.windowCount(documentCount, shift: shift) > mostWindows, shift < largestShift { shift += 1 }
        return shift
    }

    private static let mostWindows = 64
    /// Scores of so many documents take 256 KB, which stay in the cache.
    private static let largestShift = 16

    /// The size of windows for a search that a list of `documentFrequency` leads: with so many of its documents in one
    /// that looking at a window costs little beside looking at them.
    static func shift(documentFrequency: Int, documentCount: Int) -> Int {
        let mostWindows = max(1, documentFrequency / 64)
        var shift = PostingList.windowShift
        while documentCount >> shift > mostWindows { shift += 1 }
        return shift
    }

    private static func fill(
        _ bounds: UnsafeMutablePointer<Float>, windowCount: Int, shift: Int, _ clause: inout Clause
    ) {
        let list = clause.cursor.list
        let scorer = clause.scorer
        if let windowImpacts = list.windowImpacts {
            let finer = shift - PostingList.windowShift
            // Bounds rise with impacts: of the highest one is enough.
            let stored = PostingList.windowCount(Int(clause.cursor.documentCount))
            for window in 0..<windowCount {
                var highest: Float = absent
                for number in (window &<< finer)..<min((window &+ 1) &<< finer, stored) {
                    highest = max(highest, windowImpacts[number])
                }
                if highest >= 0 { bounds[window] = scorer.bound(highest) }
            }
            return
        }
        guard let lasts = list.lasts, let impacts = list.impacts else {
            // A short list lies unpacked: each window gets the very score of its best posting.
            scorer.scoreBlock(&clause.cursor)
            for index in 0..<clause.cursor.count {
                let window = Int(clause.cursor.documents[index]) &>> shift
                bounds[window] = max(bounds[window], clause.cursor.scores[index])
            }
            return
        }
        var first = 0
        for block in 0..<list.blockCount {
            let bound = scorer.bound(impacts[block])
            // A damaged file may name any document; the cursor will tell.
            let last = min(Int(lasts[block]) &>> shift, windowCount - 1)
            var window = first
            while window <= last {
                bounds[window] = max(bounds[window], bound)
                window += 1
            }
            first = min(max(first, (Int(lasts[block]) + 1) &>> shift), windowCount - 1)
        }
    }
}
