/// Orders documents of equal score.
struct TieBreaker: Sendable {
    /// Number of the segment's first document in the whole index.
    let base: UInt64
    /// A column of numbers, the lower first; without one, documents come in the order of the index.
    let column: Column?

    @inline(__always)
    func tie(_ document: UInt32) -> UInt64 { column?.value(document) ?? (base &+ UInt64(document)) }
}
