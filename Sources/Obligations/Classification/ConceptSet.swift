/// A set of concepts by their place in the thesaurus, up to 512.
struct ConceptSet: Sendable, Hashable {
    static let capacity = 512

    private var words = SIMD8<UInt64>(repeating: 0)

    mutating func insert(_ index: Int) {
        guard index >= 0, index < Self.capacity else { return }
        words[index >> 6] |= 1 << UInt64(index & 63)
    }

    mutating func formUnion(_ other: ConceptSet) { words |= other.words }

    func contains(_ index: Int) -> Bool {
        index >= 0 && index < Self.capacity && words[index >> 6] & (1 << UInt64(index & 63)) != 0
    }

    var isEmpty: Bool { words == SIMD8(repeating: 0) }

    func intersection(_ other: ConceptSet) -> ConceptSet {
        var result = self
        result.words &= other.words
        return result
    }

    func meets(_ other: ConceptSet) -> Bool { !intersection(other).isEmpty }

    /// Calls `body` with each concept's place, in rising order.
    @inline(__always)
    func forEach(_ body: (Int) -> Void) {
        for word in 0..<8 {
            var bits = words[word]
            while bits != 0 {
                body(word << 6 | bits.trailingZeroBitCount)
                bits &= bits - 1
            }
        }
    }
}
