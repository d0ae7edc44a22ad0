/// The edges of a trie: from (node, term number) to node, by open addressing. A dictionary would do the same with a
/// keyed hash that costs more than all the rest of a step.
struct EdgeTable: Sendable {
    /// Node in the high half, term number in the low; 0 is no edge, since term numbers begin at 1.
    private var keys: [UInt64] = Array(repeating: 0, count: 256)
    private var nodes: [UInt32] = Array(repeating: 0, count: 256)
    private var count = 0

    @inline(__always)
    private static func slot(of key: UInt64, mask: Int) -> Int {
        // Fibonacci hashing; the high bits are the mixed ones.
        Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32) & mask
    }

    /// The node reached; 0 (the root, to which no edge leads) where there is no edge.
    @inline(__always)
    func node(from node: UInt32, by term: UInt32) -> UInt32 {
        let key = UInt64(node) << 32 | UInt64(term)
        let mask = keys.count - 1
        var index = Self.slot(of: key, mask: mask)
        while keys[index] != 0 {
            if keys[index] == key { return nodes[index] }
            index = (index + 1) & mask
        }
        return 0
    }

    mutating func insert(from node: UInt32, by term: UInt32, to target: UInt32) {
        if count * 2 >= keys.count {
            let old = (keys, nodes)
            keys = Array(repeating: 0, count: old.0.count * 2)
            nodes = Array(repeating: 0, count: old.0.count * 2)
            for (key, node) in zip(old.0, old.1) where key != 0 { place(key, node) }
        }
        place(UInt64(node) << 32 | UInt64(term), target)
        count += 1
    }

    private mutating func place(_ key: UInt64, _ node: UInt32) {
        let mask = keys.count - 1
        var index = Self.slot(of: key, mask: mask)
        while keys[index] != 0, keys[index] != key { index = (index + 1) & mask }
        keys[index] = key
        nodes[index] = node
    }
}
