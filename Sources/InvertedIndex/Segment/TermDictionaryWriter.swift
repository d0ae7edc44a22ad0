/// Takes terms in ascending order and forms the two sections of the dictionary.
struct TermDictionaryWriter: ~Copyable {
    private(set) var terms = ByteWriter()
    private var prefixes = ByteWriter()
    private var offsets = ByteWriter()
    private var blockCount = 0
    private var inBlock = 0
    private var previous: [UInt8] = []
    private var previousOffset: UInt64 = 0

    mutating func append(_ key: [UInt8], _ entry: TermEntry) {
        if inBlock == TermDictionary.blockSize { inBlock = 0 }
        var shared = 0
        if inBlock == 0 {
            prefixes.append(little: TermDictionary.prefix(of: key))
            offsets.append(little: UInt32(terms.count))
            blockCount += 1
            previousOffset = 0
        } else {
            let limit = min(key.count, previous.count)
            while shared < limit, key[shared] == previous[shared] { shared += 1 }
        }
        let rest = key.count - shared
        if shared < 15, rest < 15 {
            terms.append(UInt8(shared << 4 | rest))
        } else {
            terms.append(0xFF)
            terms.append(variable: UInt64(shared))
            terms.append(variable: UInt64(rest))
        }
        terms.append(key[shared...])
        terms.append(variable: entry.packedFrequency)
        terms.append(variable: entry.postingsOffset - previousOffset)
        previous = key
        previousOffset = entry.postingsOffset
        inBlock += 1
    }

    /// The section ``SegmentFormat/Section/termBlocks``.
    var blockSection: [UInt8] {
        var section = ByteWriter()
        section.append(little: UInt64(blockCount))
        section.append(prefixes)
        section.append(offsets)
        return section.bytes
    }
}
