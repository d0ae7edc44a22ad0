/// Memory for one run of a script that is segmented by dictionary, kept from run to run.
struct DictionaryRun {
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

    var units: [Unit] = []
    /// Folded UTF-8 of the run.
    var folded: [UInt8] = []
    /// What ICU segments: Han and Kana folded, other scripts as written.
    var utf16: [UInt16] = []
    var boundaries: [Int32] = []

    mutating func removeAll() {
        units.removeAll(keepingCapacity: true)
        folded.removeAll(keepingCapacity: true)
        utf16.removeAll(keepingCapacity: true)
    }

    /// The end of unit `index`'s folded bytes.
    func foldedEnd(_ index: Int) -> Int { index + 1 < units.count ? units[index + 1].folded : folded.count }

    mutating func appendUTF16(_ scalar: UInt32) {
        if scalar < 0x10000 {
            utf16.append(UInt16(truncatingIfNeeded: scalar))
        } else {
            utf16.append(UInt16(truncatingIfNeeded: 0xD7C0 + (scalar >> 10)))
            utf16.append(UInt16(truncatingIfNeeded: 0xDC00 | scalar & 0x3FF))
        }
    }
}
