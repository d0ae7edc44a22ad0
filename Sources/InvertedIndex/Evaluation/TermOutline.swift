/// Where a term stands in a segment and how high its frequency is saturated there, window by window: enough to search for it
/// without its list. A question in many languages asks for hundreds of terms, most of them rare, whose lists take longer to
/// be unpacked and scored than to be gone through.
///
/// Source: block-max indexes (S. Ding and T. Suel, "Faster top-k document retrieval using block-max indexes", SIGIR 2011,
/// section 3), of blocks of documents, not of postings. An outline is made when its term is first asked for, and kept by
/// ``KnownTerms``. Not taken: storing outlines in the segment, where each word of the corpus would take room for one.
final class TermOutline: Sendable {
    /// A window in which the term stands.
    struct Window {
        let number: Int
        /// Place of its first posting.
        let start: Int
        /// No posting of the window is saturated more by the standard ranking function; 0 to 1.
        let saturation: Float
    }

    /// Rising by their numbers, all of which are the segment's.
    let windows: [Window]
    /// Documents of the postings, rising; none where there are too many.
    let documents: [UInt32]
    /// How far each posting is saturated by the standard ranking function, over all fields; 0 to 1.
    let saturations: [Float]

    /// More of them bound scores more closely, and each costs a look at every list that stands in it.
    private static let mostWindows = 32
    private static let smallestShift = 6
    /// Postings of longer lists are not kept.
    static let mostPostings = 4096

    /// Binary logarithm of the documents in a window.
    static func shift(documentCount: Int) -> Int {
        var shift = smallestShift
        while PostingList.windowCount(documentCount, shift: shift) > mostWindows, shift < WindowFilter.largestShift {
            shift += 1
        }
        return shift
    }

    /// Reads all of a list, or of a long one where its blocks end and the most that each gives.
    ///
    /// - Parameter scorer: of the standard ranking function, over all fields.
    /// - Returns: nil when damage is met.
    init?(_ list: PostingList, scorer: TermScorer, documentCount: Int) {
        let shift = Self.shift(documentCount: documentCount)
        if list.documentFrequency > Self.mostPostings, let lasts = list.lasts, let impacts = list.impacts {
            (documents, saturations) = ([], [])
            let count = PostingList.windowCount(documentCount, shift: shift)
            var most = [Float](repeating: -1, count: count)
            var first = 0
            for block in 0..<list.blockCount {
                // A damaged file may name any document.
                let last = Int(lasts[block]) >> shift
                guard let saturation = scorer.saturation(ofImpact: impacts[block]), first <= last, last < count else {
                    return nil
                }
                for window in first...last { most[window] = max(most[window], saturation) }
                first = (Int(lasts[block]) + 1) >> shift
            }
            windows = most.indices.filter { most[$0] >= 0 }
                .map { Window(number: $0, start: 0, saturation: most[$0]) }
        } else {
            var documents: [UInt32] = []
            var saturations: [Float] = []
            documents.reserveCapacity(list.documentFrequency)
            saturations.reserveCapacity(list.documentFrequency)
            var cursor = PostingCursor(list, documentCount: documentCount)
            while cursor.document != PostingCursor.end {
                scorer.saturateBlock(&cursor)
                documents.append(contentsOf: UnsafeBufferPointer(start: cursor.documents, count: cursor.count))
                saturations.append(contentsOf: UnsafeBufferPointer(start: cursor.scores, count: cursor.count))
                cursor.move(to: cursor.count)
            }
            if cursor.isDamaged { return nil }
            windows = Self.windows(documents, saturations, shift: shift)
            self.documents = documents
            self.saturations = saturations
        }
    }

    private static func windows(_ documents: [UInt32], _ saturations: [Float], shift: Int) -> [Window] {
        var windows: [Window] = []
        var start = 0
        while start < documents.count {
            let number = Int(documents[start]) >> shift
            var most: Float = 0
            var end = start
            while end < documents.count, Int(documents[end]) >> shift == number {
                most = max(most, saturations[end])
                end += 1
            }
            windows.append(Window(number: number, start: start, saturation: most))
            start = end
        }
        return windows
    }

    /// Whether the postings are kept.
    var isWhole: Bool { !documents.isEmpty }

    /// Calls `body` with the documents and saturations of the postings in window `place` of ``windows``, and how many they
    /// are. Only of an outline that is whole.
    @inline(__always)
    func withPostings(ofWindow place: Int, _ body: (UnsafePointer<UInt32>, UnsafePointer<Float>, Int) -> Void) {
        let start = windows[place].start
        let end = place + 1 < windows.count ? windows[place + 1].start : documents.count
        documents.withUnsafeBufferPointer { documents in
            saturations.withUnsafeBufferPointer { saturations in
                guard let first = documents.baseAddress, let saturation = saturations.baseAddress else { return }
                // Safe: starts rise, none is behind the last posting, and each posting has a saturation.
                body(first + start, saturation + start, end - start)
            }
        }
    }
}
