/// The windows worth looking at, those with the highest bounds first, so that the threshold rises early and the rest
/// can be passed over.
///
/// Source: J. Mackenzie, M. Petri and A. Moffat, "Anytime ranking on document-ordered indexes", ACM TOIS 40(1), 2022,
/// section 3 (ranges ordered by their bounds). The bounds are cut into a few classes instead of being sorted: the
/// order is a matter of speed only, for every window is held against the threshold again when its turn comes.
struct WindowOrder {
    private(set) var windows: [Int32] = []
    private static let classes = 32

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
        }
    }
}
