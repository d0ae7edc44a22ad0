/// Search in a block of 128 rising documents.
///
/// Two levels without a branch: seven pivots, sixteen apart, say which run of sixteen to look at, and comparing all of
/// the run says where in it. None of the loads waits for another, where each of the seven halvings of a binary search
/// waits for the one before. Source: B. Schlegel, R. Gemulla and W. Lehner, "k-ary search on modern processors",
/// DaMoN 2009 (there with a tree layout, which a block that is also gone through in order cannot have).
enum BlockSearch {
    /// What fills a block of fewer than 128 documents: above all of them.
    static let filler = UInt32(Int32.max)

    /// How many of the documents are below `target`. 128 documents must be readable; `target` is at most ``filler``,
    /// as document numbers are.
    @inline(__always)
    static func firstIndex(notBelow target: UInt32, in documents: UnsafeMutablePointer<UInt32>) -> Int {
        var start = 0
        for pivot in 1..<8 { start &+= documents[pivot &* 16 &- 1] < target ? 16 : 0 }
        // Document numbers are below 2³¹, so that signed comparison, which every processor has, orders them.
        let run = UnsafeRawPointer(documents + start)
        let wanted = SIMD4<Int32>(repeating: Int32(truncatingIfNeeded: target))
        var below = SIMD4<Int32>.zero
        for row in 0..<4 {
            let next = run.loadUnaligned(fromByteOffset: row &* 16, as: SIMD4<Int32>.self)
            below = below &+ SIMD4<Int32>.zero.replacing(with: 1, where: next .< wanted)
        }
        return start &+ Int(below.wrappedSum())
    }
}
