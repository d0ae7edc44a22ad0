/// A stem as the index holds it, without the byte of its term space. Ordered by its bytes.
struct StemKey: Sendable, Hashable, Comparable {
    var bytes: [UInt8]

    static func < (left: StemKey, right: StemKey) -> Bool { left.bytes.lexicographicallyPrecedes(right.bytes) }
}
