/// How the documents of one window are found and scored. One conformer for each form of ``WindowedQuery``.
protocol WindowEvaluator: ~Copyable {
    var clauses: WindowClauses { get }
    /// Whether ``evaluate(_:_:into:)`` has the filter look at the window; otherwise it has done so before.
    var filtersItself: Bool { get }
    /// No document of the window scores more; ``WindowClauses/absent`` when none matches.
    func bound(_ window: Int) -> Float
    /// Offers the matching documents of the window that score above the threshold.
    mutating func evaluate(_ window: Int, _ context: WindowContext, into collector: inout TopCollector)
}

/// What evaluators need besides their lists.
struct WindowContext {
    /// Nil when every document counts.
    let filter: WindowFilter?
    let ties: TieBreaker
    /// Binary logarithm of the documents in a window, as far as a search does not choose its own.
    let shift: Int
    let memory: WindowMemory

    /// Offers a document of the segment.
    @inline(__always)
    func offer(_ score: Float, _ document: UInt32, to collector: inout TopCollector) {
        guard score > collector.threshold else { return }
        collector.offer(score: score, tie: ties.tie(document), document: ties.base &+ UInt64(document))
    }
}

extension WindowEvaluator where Self: ~Copyable {
    var filtersItself: Bool { false }

    /// Offers the best documents of the segment to `collector`.
    mutating func run(_ context: WindowContext, into collector: inout TopCollector) {
        let count = clauses.windowCount
        let totals = UnsafeMutableBufferPointer<Float>.allocate(capacity: count)
        defer { totals.deallocate() }
        for window in 0..<count { totals.initializeElement(at: window, to: bound(window)) }
        let order = WindowOrder(UnsafeBufferPointer(totals), above: collector.threshold)
        for number in order.windows {
            let window = Int(number)
            guard totals[window] > collector.threshold else { continue }
            if let filter = context.filter, !filtersItself {
                let (start, end) = clauses.range(window)
                guard filter.fill(start: start, end: end) else { continue }
            }
            evaluate(window, context, into: &collector)
        }
    }
}
