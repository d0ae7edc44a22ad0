/// Keeps the best `limit` documents: higher score first; documents of equal score by ``Entry/tie``, lower first.
///
/// Documents may be offered in any order, and a document as good as the worst one kept may displace it by its tie;
/// therefore ``threshold`` stays one unit below the worst score that is kept.
struct TopCollector {
    struct Entry: Equatable {
        var score: Float
        /// What orders documents of equal score.
        var tie: UInt64
        var document: UInt64

        /// True when `self` ranks behind `other`.
        @inline(__always)
        func ranksBehind(_ other: Entry) -> Bool {
            score != other.score ? score < other.score : tie > other.tie
        }
    }

    let limit: Int
    /// A heap whose root is the worst entry kept.
    private var heap: [Entry] = []
    /// A document with this score or less is of no use. Scores are whole numbers.
    private(set) var threshold: Float = -1

    init(limit: Int) {
        self.limit = limit
        heap.reserveCapacity(min(limit, 4096))
        if limit <= 0 { threshold = .infinity }
    }

    /// Raises the threshold to what is known to be reached by `limit` documents that are still to be offered.
    mutating func prime(_ score: Float) { threshold = max(threshold, score - 1) }

    @inline(__always)
    mutating func offer(score: Float, tie: UInt64, document: UInt64) {
        guard score > threshold else { return }
        insert(Entry(score: score, tie: tie, document: document))
    }

    private mutating func insert(_ entry: Entry) {
        if heap.count < limit {
            heap.append(entry)
            siftUp(heap.count - 1)
        } else {
            guard heap[0].ranksBehind(entry) else { return }
            heap[0] = entry
            siftDown(0)
        }
        if heap.count == limit { threshold = max(threshold, heap[0].score - 1) }
    }

    /// The kept documents, best first.
    var ranked: [Entry] { heap.sorted { $1.ranksBehind($0) } }

    private mutating func siftUp(_ start: Int) {
        var child = start
        while child > 0 {
            let parent = (child - 1) / 2
            guard heap[child].ranksBehind(heap[parent]) else { return }
            heap.swapAt(child, parent)
            child = parent
        }
    }

    private mutating func siftDown(_ start: Int) {
        var parent = start
        while true {
            var worst = parent
            let left = 2 * parent + 1
            if left < heap.count, heap[left].ranksBehind(heap[worst]) { worst = left }
            if left + 1 < heap.count, heap[left + 1].ranksBehind(heap[worst]) { worst = left + 1 }
            guard worst != parent else { return }
            heap.swapAt(parent, worst)
            parent = worst
        }
    }
}
