/// Tells where documents stand in an unpacked block without a search: a table of places by the low bits of the document.
///
/// What the table says is held against the block, so that it need not be cleared: what an earlier block left in it is
/// found to be wrong. To fill it takes as long as to search a block for a handful of documents; from then on each takes
/// two loads. Source: P. Briggs and L. Torczon, "An efficient representation for sparse sets", ACM LOPLAS 2(1–4), 1993.
///
/// Memory safety: the table has an entry for each of the low bits there are, and holds numbers below 128 from `init` on.
struct BlockPlaces: ~Copyable {
    /// From so many documents to look for on, filling the table pays.
    static let leastQuestions = 4

    private let places: UnsafeMutablePointer<UInt8>
    private static let size: UInt32 = 1 << 13

    init() {
        places = .allocate(capacity: Int(Self.size))
        places.initialize(repeating: 0, count: Int(Self.size))
    }

    deinit { places.deallocate() }

    /// Takes in a block of `count` documents, 1 to 128; false when they lie too far apart for the table.
    @inline(__always)
    func fill(_ documents: UnsafePointer<UInt32>, count: Int) -> Bool {
        guard documents[count &- 1] &- documents[0] < Self.size else { return false }
        for place in 0..<count {
            places[Int(documents[place] & (Self.size &- 1))] = UInt8(truncatingIfNeeded: place)
        }
        return true
    }

    /// The only place, below 128, at which `document` may stand in the block that was taken in last.
    @inline(__always)
    func candidate(_ document: UInt32) -> Int { Int(places[Int(document & (Self.size &- 1))]) }
}
