/// The windows worth looking at: some with the highest bounds first, so that the threshold rises early, then the rest in
/// the order of their documents, so that lists and memory are gone through forward.
///
/// Source: J. Mackenzie, M. Petri and A. Moffat, "Anytime ranking on document-ordered indexes", ACM TOIS 40(1), 2022,
/// section 3 (ranges ordered by their bounds; there all of them). The bounds are cut into a few classes instead of being
/// sorted: the order is a matter of speed only, for every window is held against the threshold again when its turn comes.
struct WindowOrder {
    private(set) var windows: [Int32] = []
    private static let classes = 32
    /// Windows that come in the order of their bounds.
    static let leaders = 32

    /// - Parameters:
    ///   - totals: highest score of any document in each window; ``WindowClauses/absent`` where there is none.
    ///   - threshold: windows that do not pass it are left out.
    init(_ totals: UnsafeBufferPointer<Float>, above threshold: Float) {
        var highest = threshold
        for total in totals { highest = max(highest, total) }
        guard highest > threshold else { return }
        let lowest = max(threshold, 0)
        let scale = Float(Self.classes) / max(highest - lowest, 1)
        withUnsafeTemporaryAllocation(of: Int.self, capacity: Self.classes + 1) { starts in
            starts.initialize(repeating: 0)
            // Class 0 holds the highest.
            func place(_ total: Float) -> Int { max(0, min(Self.classes - 1, Int((highest - total) * scale))) }
            var count = 0
            for total in totals where total > threshold {
                starts[place(total) + 1] += 1
                count += 1
            }
            for index in 0..<Self.classes { starts[index + 1] += starts[index] }
            windows = [Int32](unsafeUninitializedCapacity: count) { buffer, initialized in
                for (window, total) in totals.enumerated() where total > threshold {
                    let index = place(total)
                    buffer[starts[index]] = Int32(truncatingIfNeeded: window)
                    starts[index] += 1
                }
                initialized = count
            }
            arrangeFollowers(totals, above: threshold)
        }
    }

    /// Puts all windows but the leaders into the order of their documents.
    private mutating func arrangeFollowers(_ totals: UnsafeBufferPointer<Float>, above threshold: Float) {
        guard windows.count > Self.leaders else { return }
        let leaders = windows[..<Self.leaders].sorted()
        var next = 0
        var place = Self.leaders
        for (window, total) in totals.enumerated() where total > threshold {
            if next < leaders.count, window == leaders[next] {
                next += 1
            } else {
                windows[place] = Int32(truncatingIfNeeded: window)
                place += 1
            }
        }
    }
}
