/// Blocks made of bits, asked for one document without being unpacked.
extension PostingList {
    /// Whether there are blocks made of bits.
    @inline(__always)
    var hasBits: Bool { flags.contains(.bits) }

    /// Whether `document` stands in block `number`, whose last document is not below it; nil when bits do not tell.
    @inline(__always)
    func holds(_ document: UInt32, in number: Int) -> Bool? {
        guard let entry = entry(ofBlock: number), let bits = bits(entry) else { return nil }
        let bit = bit(of: document, in: number)
        return bit < bits.words &* 64 ? DocumentBits.contains(bit, in: bits.address) : nil
    }

    /// How often the text of `document`, which block `number` of bits holds, has the term; nil when the block has to be
    /// unpacked to tell, because the term stands in another field there, or the list is damaged.
    @inline(__always)
    func textFrequency(of document: UInt32, in number: Int) -> UInt32? {
        guard let entry = entry(ofBlock: number), let bits = bits(entry), !entry.hasOtherFields
        else { return nil }
        let bit = bit(of: document, in: number)
        guard bit < bits.words &* 64 else { return nil }
        let place = DocumentBits.rank(of: bit, in: bits.address)
        return textFrequency(at: place, in: bits.address + bits.words &* 8, stored: entry.textWidth)
    }

    /// The bit that stands for `document` in block `number`.
    ///
    /// Never negative: where a damaged list does not rise the difference wraps, and is too large for any block.
    @inline(__always)
    func bit(of document: UInt32, in number: Int) -> Int {
        Int(document &- (number == 0 ? 0 : last(ofBlock: number &- 1)))
    }

    /// The bits of a block that is made of them; nil for another block, and when they do not lie inside the list.
    @inline(__always)
    func bits(_ entry: PostingBlockEntry) -> (address: UnsafeRawPointer, words: Int)? {
        guard let words = DocumentBits.wordCount(entry.documentWidth), let base = data.baseAddress,
            Int(entry.dataOffset) &+ words &* 8 <= data.count
        else { return nil }
        return (base + Int(entry.dataOffset), words)
    }

    /// One text frequency of a block whose text frequencies begin at `start`, inside the list's data; nil when they do
    /// not end there.
    @inline(__always)
    func textFrequency(at place: Int, in start: UnsafeRawPointer, stored: UInt8) -> UInt32? {
        guard let base = data.baseAddress,
            let value = PatchedPacking.value(at: place, in: start, end: base + data.count, stored: stored)
        else { return nil }
        return flags.contains(.impact) ? value : value &+ 1
    }
}
