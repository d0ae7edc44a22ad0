/// Where the postings of a term lie.
struct TermEntry: Equatable, Sendable {
    /// Documents that hold the term, deleted ones included.
    var documentFrequency: UInt32
    /// Offset in the postings section.
    var postingsOffset: UInt64
}

/// The sorted terms of a segment, front-coded in blocks of 16, read in place.
///
/// A term is found by binary search over the first eight bytes of the blocks' first terms (kept side by side, so
/// that the search stays in the cache) and a walk through one block. Not taken: a finite state transducer, which is
/// smaller but slower to build and to look up; and a hash table, which cannot enumerate prefixes.
struct TermDictionary: Sendable {
    static let blockSize = 16

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
        let count = Int(reader.little(UInt64.self))
        guard !reader.failed, count >= 0, count <= blocks.count / 16, blocks.count >= 8 + count * 16 else {
            throw .corrupt(file: file.path, place: "section termBlocks")
        }
        blockCount = count
        prefixes = UnsafeRawBufferPointer(rebasing: blocks[8..<(8 + count * 8)])
        offsets = UnsafeRawBufferPointer(rebasing: blocks[(8 + count * 8)..<(8 + count * 16)])
    }

    /// The entry of `key`, or nil.
    func find(_ key: [UInt8]) throws(IndexError) -> TermEntry? {
        guard let block = try block(for: key) else { return nil }
        var walk = try Walk(self, block: block)
        for _ in 0..<Self.blockSize {
            guard try walk.next() else { return nil }
            if walk.key == key { return walk.entry }
            if key.lexicographicallyPrecedes(walk.key) { return nil }
        }
        return nil
    }

    /// A walk that stands before the first key that is not less than `key`.
    func walk(from key: [UInt8]) throws(IndexError) -> Walk {
        var walk = try Walk(self, block: try block(for: key) ?? 0)
        var previous = walk
        while try walk.next(), walk.key.lexicographicallyPrecedes(key) { previous = walk }
        return previous
    }

    /// The last block whose first term is not greater than `key`.
    private func block(for key: [UInt8]) throws(IndexError) -> Int? {
        let wanted = Self.prefix(of: key)
        var low = 0
        var high = blockCount
        while low < high {
            let middle = (low + high) / 2
            let found = prefixes.loadUnaligned(fromByteOffset: middle * 8, as: UInt64.self)
            let isGreater: Bool
            if found == wanted {
                var walk = try Walk(self, block: middle)
                isGreater = try walk.next() ? key.lexicographicallyPrecedes(walk.key) : true
            } else {
                isGreater = found > wanted
            }
            if isGreater { high = middle } else { low = middle + 1 }
        }
        return low == 0 ? nil : low - 1
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
        private(set) var key: [UInt8] = []
        private(set) var entry = TermEntry(documentFrequency: 0, postingsOffset: 0)

        fileprivate init(_ dictionary: TermDictionary, block: Int) throws(IndexError) {
            self.dictionary = dictionary
            self.block = block
            reader = ByteReader(UnsafeRawBufferPointer(start: nil, count: 0))
            if block < dictionary.blockCount { try open(block) }
        }

        private mutating func open(_ number: Int) throws(IndexError) {
            let offset = dictionary.offsets.loadUnaligned(fromByteOffset: number * 8, as: UInt64.self)
            guard offset < UInt64(dictionary.terms.count) else {
                throw .corrupt(file: dictionary.file.path, place: "term block \(number)")
            }
            reader = ByteReader(UnsafeRawBufferPointer(rebasing: dictionary.terms[Int(offset)...]))
            block = number
            inBlock = 0
        }

        /// Goes to the next term; false behind the last.
        mutating func next() throws(IndexError) -> Bool {
            guard block < dictionary.blockCount else { return false }
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
            let shared = Int(truncatingIfNeeded: reader.variable())
            let count = Int(truncatingIfNeeded: reader.variable())
            let suffix = reader.bytes(count)
            let frequency = reader.variable32()
            let offset = reader.variable()
            guard !reader.failed, shared >= 0, shared <= key.count, inBlock > 0 || shared == 0 else {
                throw .corrupt(file: dictionary.file.path, place: "term block \(block)")
            }
            key.removeLast(key.count - shared)
            key.append(contentsOf: suffix)
            entry = TermEntry(
                documentFrequency: frequency,
                postingsOffset: inBlock == 0 ? offset : entry.postingsOffset &+ offset)
            inBlock += 1
            return true
        }
    }
}
