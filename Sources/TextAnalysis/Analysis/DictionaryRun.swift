/// Memory for one run of a script that is segmented by dictionary, kept from run to run.
struct DictionaryRun: ~Copyable {
    /// A position of the run: a character of Han or Kana, a cluster of Thai and the like.
    struct Unit {
        /// Where its folded bytes begin in `folded`.
        var folded: Int
        /// Its range in the bytes at hand.
        var start: Int
        var end: Int
        /// Where it begins in `utf16`.
        var utf16: Int
    }

    var units = OwnedArray<Unit>()
    /// Folded UTF-8 of the run.
    var folded = OwnedArray<UInt8>()
    /// What ICU segments: Han and Kana folded, other scripts as written.
    var utf16 = OwnedArray<UInt16>()
    var boundaries: [Int32] = []

    mutating func removeAll() {
        units.removeAll()
        folded.removeAll()
        utf16.removeAll()
    }

    /// Finds the boundaries of its words.
    mutating func segment(by segmenter: DictionarySegmenter) {
        utf16.withElements { segmenter.segment($0, into: &boundaries) }
    }

    /// The end of unit `index`'s folded bytes.
    @inline(__always)
    func foldedEnd(_ index: Int) -> Int { index &+ 1 < units.count ? units[index &+ 1].folded : folded.count }

    @inline(__always)
    mutating func appendUTF16(_ scalar: UInt32) {
        if scalar < 0x10000 {
            utf16.append(UInt16(truncatingIfNeeded: scalar))
        } else {
            utf16.append(UInt16(truncatingIfNeeded: 0xD7C0 + (scalar >> 10)))
            utf16.append(UInt16(truncatingIfNeeded: 0xDC00 | scalar & 0x3FF))
        }
    }
}
