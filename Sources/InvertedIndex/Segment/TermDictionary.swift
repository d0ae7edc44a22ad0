/// Where the postings of a term lie.
struct TermEntry: Equatable, Sendable {
    /// Documents that hold the term, deleted ones included.
    var documentFrequency: UInt32
    /// Offset in the postings section.
    var postingsOffset: UInt64
    /// A short list with positions and nothing unusual: it begins without a byte of flags.
    var isPlain = false
}

extension TermEntry {
    /// Document frequency and ``isPlain`` as one number.
    var packedFrequency: UInt64 {
        get { UInt64(documentFrequency) << 1 | (isPlain ? 0 : 1) }
        set {
            documentFrequency = UInt32(truncatingIfNeeded: newValue >> 1)
            isPlain = newValue & 1 == 0
        }
    }
}

/// The sorted terms of a segment, front-coded in blocks of 32, read in place.
///
/// A term is found by binary search over the first eight bytes of the blocks' first terms (kept side by side, so
/// that the search stays in the cache) and a walk through one block. Not taken: a finite state transducer, which is
/// smaller but slower to build and to look up; and a hash table, which cannot enumerate prefixes.
struct TermDictionary: Sendable {
    static let blockSize = 32

    private let file: SegmentFile
    // The three buffers point into the mapping of `file`, which this value keeps alive and nobody writes.
    nonisolated(unsafe) private let terms: UnsafeRawBufferPointer
    nonisolated(unsafe) private let prefixes: UnsafeRawBufferPointer
    nonisolated(unsafe) private let offsets: UnsafeRawBufferPointer
    let blockCount: Int

    init(_ file: SegmentFile) throws(IndexError) {
        self.file = file
        terms = try file.section(.terms)
        let blocks = try file.section(.termBlocks)
        var reader = ByteReader(blocks)
        // A damaged file may name more blocks than an Int holds.
        guard let count = Int(exactly: reader.little(UInt64.self)), !reader.failed, count <= blocks.count / 12,
            blocks.count >= 8 + count * 12
        else { throw .corrupt(file: file.path, place: "section termBlocks") }
        blockCount = count
        prefixes = UnsafeRawBufferPointer(rebasing: blocks[8..<(8 + count * 8)])
        offsets = UnsafeRawBufferPointer(rebasing: blocks[(8 + count * 8)..<(8 + count * 12)])
    }

    /// The entry of `key`, or nil. Compares front-coded terms where they stand and copies none.
    func find(_ key: [UInt8]) throws(IndexError) -> TermEntry? {
        guard let block = try block(for: key) else { return nil }
        var reader = try reader(ofBlock: block)
        // How much of `key` the term before has in common with it; the terms so far were all less than `key`.
        var matched = 0
        var entry = TermEntry(documentFrequency: 0, postingsOffset: 0)
        for place in 0..<Self.blockSize {
            if block + 1 == blockCount, reader.remaining == 0 { return nil }
            let (shared, suffix) = try readKey(&reader, block: block, isFirst: place == 0)
            entry.packedFrequency = reader.variable()
            let offset = reader.variable()
            if reader.failed { throw damaged(block) }
            entry.postingsOffset = place == 0 ? offset : entry.postingsOffset &+ offset
            // A term that parts from its predecessor before the predecessor parts from `key` is greater than `key`;
            // one that parts from it behind that is less, as its predecessor was.
            if shared < matched { return nil }
            if shared > matched { continue }
            var same = 0
            while same < suffix.count, matched + same < key.count, suffix[same] == key[matched + same] { same += 1 }
            if same == suffix.count {
                if matched + same == key.count { return entry }
            } else if matched + same == key.count || suffix[same] > key[matched + same] {
                return nil
            }
            matched += same
        }
        return nil
    }

    private func readKey(
        _ reader: inout ByteReader, block: Int, isFirst: Bool
    ) throws(IndexError) -> (shared: Int, suffix: UnsafeRawBufferPointer) {
        // Two lengths below 15 share a byte.
        let lengths = reader.byte()
        var shared = Int(lengths >> 4)
        var count = Int(lengths & 15)
        if lengths == 0xFF {
            shared = Int(truncatingIfNeeded: reader.variable())
            count = Int(truncatingIfNeeded: reader.variable())
        }
        let suffix = reader.bytes(count)
        guard !reader.failed, shared >= 0, !isFirst || shared == 0 else { throw damaged(block) }
        return (shared, suffix)
    }

    private func reader(ofBlock block: Int) throws(IndexError) -> ByteReader {
        let offset = offsets.loadUnaligned(fromByteOffset: block * 4, as: UInt32.self)
        guard Int(offset) < terms.count else { throw damaged(block) }
        return ByteReader(UnsafeRawBufferPointer(rebasing: terms[Int(offset)...]))
    }

    private func damaged(_ block: Int) -> IndexError { .corrupt(file: file.path, place: "term block \(block)") }

    /// Whether `key` is less than the first term of a block.
    private func isLess(_ key: [UInt8], thanBlock block: Int) throws(IndexError) -> Bool {
        var reader = try reader(ofBlock: block)
        let first = try readKey(&reader, block: block, isFirst: true).suffix
        let shared = min(key.count, first.count)
        for index in 0..<shared where key[index] != first[index] { return key[index] < first[index] }
        return key.count < first.count
    }

    /// A walk that stands before the first key that is not less than `key`.
    func walk(from key: [UInt8]) throws(IndexError) -> Walk {
        var walk = try Walk(self, block: try block(for: key) ?? 0)
        while try walk.next(), walk.key.lexicographicallyPrecedes(key) {}
        walk.stayOnce()
        return walk
    }

    /// A walk that stands before the first term.
    func walk() throws(IndexError) -> Walk { try Walk(self, block: 0) }

    /// The last block whose first term is not greater than `key`.
    private func block(for key: [UInt8]) throws(IndexError) -> Int? {
        let wanted = Self.prefix(of: key)
        var low = 0
        var high = blockCount
        while low < high {
            let middle = (low + high) / 2
            let found = prefix(ofBlock: middle)
            let isGreater: Bool
            if found == wanted {
                isGreater = try isLess(key, thanBlock: middle)
            } else {
                isGreater = found > wanted
            }
            if isGreater { high = middle } else { low = middle + 1 }
        }
        return low == 0 ? nil : low - 1
    }

    private func prefix(ofBlock block: Int) -> UInt64 {
        prefixes.loadUnaligned(fromByteOffset: block * 8, as: UInt64.self)
    }

    /// The first eight bytes as a number that sorts like the bytes do.
    static func prefix(of key: [UInt8]) -> UInt64 {
        var value: UInt64 = 0
        for index in 0..<8 { value = value << 8 | (index < key.count ? UInt64(key[index]) : 0) }
        return value
    }

    /// Goes through terms in order.
    struct Walk {
        private let dictionary: TermDictionary
        private var reader: ByteReader
        private var block: Int
        private var inBlock = 0
        /// Whether ``next()`` is to give the term that the walk stands on.
        private var staysOnce = false
        private(set) var key: [UInt8] = []
        private(set) var entry = TermEntry(documentFrequency: 0, postingsOffset: 0)

        fileprivate init(_ dictionary: TermDictionary, block: Int) throws(IndexError) {
            self.dictionary = dictionary
            self.block = block
            reader = ByteReader(UnsafeRawBufferPointer(start: nil, count: 0))
            if block < dictionary.blockCount { try open(block) }
        }

        private mutating func open(_ number: Int) throws(IndexError) {
            reader = try dictionary.reader(ofBlock: number)
            block = number
            inBlock = 0
            staysOnce = false
        }

        /// Goes to the first term that is not less than `target`, which must be greater than the term it stands on;
        /// false behind the last.
        mutating func advance(to target: [UInt8]) throws(IndexError) -> Bool {
            // Most jumps end in the block at hand.
            if block + 1 < dictionary.blockCount,
                dictionary.prefix(ofBlock: block + 1) <= TermDictionary.prefix(of: target),
                let wanted = try dictionary.block(for: target), wanted > block
            {
                try open(wanted)
            }
            while try next() {
                if !key.lexicographicallyPrecedes(target) { return true }
            }
            return false
        }

        /// Makes the term that the walk stands on the next one again.
        fileprivate mutating func stayOnce() { staysOnce = true }

        /// Goes to the next term; false behind the last.
        mutating func next() throws(IndexError) -> Bool {
            guard block < dictionary.blockCount else { return false }
            if staysOnce {
                staysOnce = false
                return true
            }
            if inBlock == TermDictionary.blockSize {
                guard block + 1 < dictionary.blockCount else {
                    block = dictionary.blockCount
                    return false
                }
                try open(block + 1)
            } else if block + 1 == dictionary.blockCount, reader.remaining == 0 {
                block = dictionary.blockCount
                return false
            }
            let (shared, suffix) = try dictionary.readKey(&reader, block: block, isFirst: inBlock == 0)
            let frequency = reader.variable()
            let offset = reader.variable()
            guard !reader.failed, shared <= key.count else { throw dictionary.damaged(block) }
            key.removeLast(key.count - shared)
            key.append(contentsOf: suffix)
            entry.packedFrequency = frequency
            entry.postingsOffset = inBlock == 0 ? offset : entry.postingsOffset &+ offset
            inBlock += 1
            return true
        }
    }
}
