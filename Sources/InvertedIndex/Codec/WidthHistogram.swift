/// How many numbers of a block need how many bits, to find the width at which it is packed best.
struct WidthHistogram {
    /// Places 0 to 32 are widths; those behind stay 0.
    private var counts = InlineArray<64, Int32>(repeating: 0)

    init(_ values: UnsafeBufferPointer<UInt32>) {
        // Neighbours often have the same width, and a number in memory is not raised twice at once: every second has a count of
        // its own. Safe: a width is at most 32.
        var others = InlineArray<64, Int32>(repeating: 0)
        var index = 0
        while index &+ 2 <= values.count {
            counts[unchecked: BitPacking.width(of: values[index])] &+= 1
            others[unchecked: BitPacking.width(of: values[index &+ 1])] &+= 1
            index &+= 2
        }
        if index < values.count { counts[unchecked: BitPacking.width(of: values[index])] &+= 1 }
        for width in 0...32 { counts[unchecked: width] &+= others[unchecked: width] }
    }

    /// The width of the widest number.
    var highest: Int {
        var highest = 32
        while highest > 0, counts[unchecked: highest] == 0 { highest &-= 1 }
        return highest
    }

    /// The width at which values and exceptions take the least room together, the least of several, and how many exceptions
    /// there are then.
    ///
    /// An exception takes a byte for its place; where more than one bit is too many, a byte for every seven of them. So
    /// the exceptions of a width take as many bytes as there are numbers wider by 1, 2, 8, 15, 22 and 29 bits, added up.
    ///
    /// - Parameter packed: bits that packed values take at a width.
    @inline(__always)
    func bestWidth(packed: (Int) -> Int) -> (width: Int, exceptions: Int) {
        let highest = highest
        var best = (width: highest, exceptions: 0)
        var bestBits = Int.max
        // At place w, how many are wider than w.
        var wider = InlineArray<64, Int32>(repeating: 0)
        for width in stride(from: highest, through: 0, by: -1) {
            // Safe: `width` is at most 32, and so every place at most 61.
            wider[unchecked: width] = wider[unchecked: width &+ 1] &+ counts[unchecked: width &+ 1]
            let bytes =
                wider[unchecked: width] &+ wider[unchecked: width &+ 1] &+ wider[unchecked: width &+ 7]
                &+ wider[unchecked: width &+ 14] &+ wider[unchecked: width &+ 21] &+ wider[unchecked: width &+ 28]
            let bits = packed(width) &+ Int(bytes) &* 8
            if bits <= bestBits {
                bestBits = bits
                best = (width, Int(wider[unchecked: width]))
            }
        }
        return best
    }
}
