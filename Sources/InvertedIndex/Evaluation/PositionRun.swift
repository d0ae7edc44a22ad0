/// The places at which a term stands in one field of one document, ascending.
///
/// They may be part of a block that was added up as a whole: then each is as much too high as the postings before it
/// take (``base``).
///
/// Memory safety: whoever makes a run has ``padding`` more numbers behind its last that can be read, and keeps the memory
/// until the run is no longer used.
struct PositionRun {
    /// How many numbers behind the last can be read; in an index that is not damaged none is below the last.
    static let padding = 7
    static var none: PositionRun { PositionRun(values: nil, count: 0, base: 0) }

    let values: UnsafePointer<UInt32>?
    let count: Int
    let base: UInt32

    @inline(__always) var isEmpty: Bool { count == 0 }

    @inline(__always)
    subscript(index: Int) -> UInt32 { values.unsafelyUnwrapped[index] &- base }

    /// Those places of this run behind which, by `distance`, stands one of `other`.
    ///
    /// - Parameters:
    ///   - distance: negative where the other term stands before this one.
    ///   - places: where they are written: room for as many numbers as this run has and the padding; not the memory of one
    ///     of the runs.
    func match(_ other: PositionRun, distance: Int, into places: UnsafeMutablePointer<UInt32>) -> PositionRun {
        // In the shorter run each place is gone through, in the longer one only every eighth.
        let found =
            count <= other.count
            ? Self.match(self, other, distance: distance, correction: 0, into: places)
            : Self.match(other, self, distance: -distance, correction: -distance, into: places)
        (places + found).update(repeating: found > 0 ? places[found - 1] : 0, count: Self.padding)
        return PositionRun(values: UnsafePointer(places), count: found, base: 0)
    }

    /// How many are written to `places`.
    ///
    /// Eight places of the longer run are compared at once, without a branch for each: whether the one that is looked for
    /// is among them is as good as chance.
    ///
    /// - Parameter correction: what is added to the places of the shorter run that are written.
    private static func match(
        _ short: PositionRun, _ long: PositionRun, distance: Int, correction: Int,
        into places: UnsafeMutablePointer<UInt32>
    ) -> Int {
        guard let values = short.values, let others = long.values, long.count > 0 else { return 0 }
        let shift = distance &+ Int(long.base) &- Int(short.base)
        let written = UInt32(truncatingIfNeeded: correction) &- short.base
        let highest = Int(others[long.count &- 1])
        var start = 0
        var matches = 0
        for index in 0..<short.count {
            let wanted = Int(values[index]) &+ shift
            if wanted > highest { break }
            while start &+ 8 < long.count, Int(others[start &+ 7]) < wanted { start &+= 8 }
            // Safe: `start` is below the count, and seven numbers behind the last can be read. They match only what the
            // last one matches too, for what is wanted is not above it.
            let rows = UnsafeRawPointer(others + start)
            let target = SIMD4<UInt32>(repeating: UInt32(truncatingIfNeeded: wanted))
            let lanes =
                SIMD4<UInt32>.zero.replacing(with: 1, where: rows.loadUnaligned(as: SIMD4<UInt32>.self) .== target)
                | SIMD4<UInt32>.zero.replacing(
                    with: 1, where: rows.loadUnaligned(fromByteOffset: 16, as: SIMD4<UInt32>.self) .== target)
            places[matches] = values[index] &+ written
            matches &+= lanes == .zero ? 0 : 1
        }
        return matches
    }
}
