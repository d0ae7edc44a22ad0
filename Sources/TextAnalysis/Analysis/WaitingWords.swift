/// Words that the scanner has found and the cache has not been asked for yet.
///
/// The cache of a language with many forms is larger than the processor's, so that finding a word is mostly waiting for
/// memory. Words wait until there are some, and what they need is fetched for all of them before the first is looked up (S.
/// Chen et al., "Improving hash join performance through prefetching", ICDE 2004, section 4).
struct WaitingWords {
    struct Word {
        var start: Int
        var length: Int
        var hash: UInt32
    }

    static let capacity = 16
    private var words = InlineArray<16, Word>(repeating: Word(start: 0, length: 0, hash: 0))
    private(set) var count = 0

    var isFull: Bool {
        @inline(__always) get { count == Self.capacity }
    }

    /// - Precondition: not full.
    @inline(__always)
    mutating func append(_ word: Word) {
        words[count] = word
        count &+= 1
    }

    @inline(__always)
    subscript(index: Int) -> Word { words[index] }

    mutating func removeAll() { count = 0 }
}
