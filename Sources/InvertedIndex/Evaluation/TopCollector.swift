/// Keeps the best `limit` documents: higher score first, ties in document order.
///
/// Documents must be offered in ascending order; then a document with the score of the worst kept one never
/// displaces it, and the threshold may be strict.
struct TopCollector {
    struct Entry: Equatable {
        var score: Int32
        var document: UInt64

        /// True when `self` ranks behind `other`.
        @inline(__always)
        func ranksBehind(_ other: Entry) -> Bool {
            score != other.score ? score < other.score : document > other.document
        }
    }

    let limit: Int
    /// A heap whose root is the worst entry kept.
    private var heap: [Entry] = []
    /// Only a higher score enters.
    private(set) var threshold: Int32 = -1

    init(limit: Int) {
        self.limit = limit
        heap.reserveCapacity(min(limit, 4096))
        if limit <= 0 { threshold = .max }
    }

    @inline(__always)
    mutating func offer(score: Int32, document: UInt64) {
        guard score > threshold else { return }
        insert(Entry(score: score, document: document))
    }

    private mutating func insert(_ entry: Entry) {
        if heap.count < limit {
            heap.append(entry)
            siftUp(heap.count - 1)
        } else {
            heap[0] = entry
            siftDown(0)
        }
        if heap.count == limit { threshold = heap[0].score }
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
            for child in [2 * parent + 1, 2 * parent + 2] where child < heap.count {
                if heap[child].ranksBehind(heap[worst]) { worst = child }
            }
            guard worst != parent else { return }
            heap.swapAt(parent, worst)
            parent = worst
        }
    }
}
