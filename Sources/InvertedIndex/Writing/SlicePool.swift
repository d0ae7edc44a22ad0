internal import CMemory

/// Many byte streams that grow side by side in one arena: each is a chain of slices of 8, 16, 32 ... 1,024 bytes.
///
/// A slice ends with four bytes that hold the offset of the next one. While it is the last of its stream their first
/// byte holds its level plus one instead. All bytes not yet written are zero, so that a word of them is written by adding it
/// to what stands there. (After the scheme of Lucene's byte pools.)
///
/// The arena is made of chunks, so that it grows without being copied and what is not used yet is never touched.
///
/// Memory safety: offsets are handed out by `allocate` only and stay below `used`; a slice lies in one chunk, and behind a
/// chunk's slices there are eight bytes more, so that a word may be read and written wherever a byte may.
struct SlicePool: ~Copyable {
    /// One stream. A stream that was never written has no slice.
    struct Stream {
        fileprivate(set) var head: UInt32 = 0
        fileprivate var next: UInt32 = 0
        /// Bytes left in its last slice.
        fileprivate var room: UInt16 = 0
    }

    private static let highestLevel = 7
    /// Room of the slices of a level, without the four bytes at their end.
    @inline(__always)
    private static func room(_ level: Int) -> Int { 8 &<< level }
    private static let padding = 8
    private static let line = 64
    private static let chunkBits: UInt32 = 26
    private static let chunkSize = 1 << Int(chunkBits)
    /// All that offsets of 32 bits reach.
    private static let mostChunks = 1 << (32 - Int(chunkBits))

    private let chunks: UnsafeMutablePointer<UnsafeMutableRawPointer>
    private var chunkCount = 0
    // Offset 0 stands for "no slice".
    private var used = 1

    init() {
        chunks = .allocate(capacity: Self.mostChunks)
        addChunk()
    }

    deinit {
        for index in 0..<chunkCount { LargeMemory.free(chunks[index]) }
        chunks.deallocate()
    }

    /// Bytes of memory in use.
    var byteCount: Int { used }

    /// Whether fewer than another 256 MiB fit into 32-bit offsets: whoever adds documents writes the segment out then.
    var isNearlyFull: Bool { used > Int(UInt32.max) - (256 << 20) }

    mutating func removeAll() {
        // New chunks are zero without being written to; the old ones would have to be.
        for index in 0..<chunkCount { LargeMemory.free(chunks[index]) }
        chunkCount = 0
        addChunk()
        used = 1
    }

    private mutating func addChunk() {
        precondition(chunkCount < Self.mostChunks, "one document has more than 256 MiB of postings")
        chunks[chunkCount] = LargeMemory.allocateZeros(byteCount: Self.chunkSize)
        chunkCount += 1
    }

    @inline(__always)
    private func address(_ offset: UInt32) -> UnsafeMutableRawPointer {
        chunks[Int(offset &>> Self.chunkBits)] + Int(offset & (1 &<< Self.chunkBits &- 1))
    }

    /// Has the place fetched where the stream goes on.
    @inline(__always)
    func prefetch(_ stream: Stream) { cmemory_prefetch(address(stream.next)) }

    /// Has one of a stream's slices fetched, the first being 0; those before it should be at hand.
    @inline(__always)
    func prefetch(_ stream: Stream, slice: Int) {
        var offset = stream.head
        for level in 0..<slice {
            // Safe: only a slice that is not the last ends with an offset.
            guard !endsIn(offset, level, stream) else { return }
            offset = following(offset, level)
        }
        cmemory_prefetch(address(offset))
    }

    /// Whether the writer stands in a stream's slice, or on its mark.
    @inline(__always)
    private func endsIn(_ offset: UInt32, _ level: Int, _ stream: Stream) -> Bool {
        stream.next >= offset && stream.next - offset <= UInt32(Self.room(level))
    }

    /// The offset of the slice behind one that is not the last.
    @inline(__always)
    private func following(_ offset: UInt32, _ level: Int) -> UInt32 {
        address(offset).loadUnaligned(fromByteOffset: Self.room(level), as: UInt32.self)
    }

    /// Appends the first `count` bytes of `word`, 1 to 8; its others are 0.
    @inline(__always)
    mutating func append(_ word: UInt64, count: Int, to stream: inout Stream) {
        if Int(stream.room) >= count {
            write(word, count: count, to: &stream)
        } else {
            appendApart(word, count: count, to: &stream)
        }
    }

    /// The same where the last slice has room for some of the bytes only, or for none.
    @inline(never)
    private mutating func appendApart(_ word: UInt64, count: Int, to stream: inout Stream) {
        let fitting = Int(stream.room)
        if fitting > 0 { write(word & (1 &<< UInt64(fitting * 8) &- 1), count: fitting, to: &stream) }
        if stream.head == 0 {
            stream.head = allocate(level: 0)
            stream.next = stream.head
            stream.room = UInt16(Self.room(0))
        } else {
            extend(&stream)
        }
        // The smallest slice has room for a word.
        write(word &>> UInt64(fitting * 8), count: count - fitting, to: &stream)
    }

    /// - Precondition: the last slice has room for `count` bytes.
    @inline(__always)
    private mutating func write(_ word: UInt64, count: Int, to stream: inout Stream) {
        var place = address(stream.next)
        // Bytes that lie in one line of the cache are written without touching the next, which is not at hand: then the word
        // ends where the line does, and what is written goes up in it.
        let within = Int(bitPattern: place) & (Self.line - 1)
        let back = within &+ count <= Self.line ? max(0, within &+ 8 &- Self.line) : 0
        place -= back
        // Safe: around the bytes, in this slice or in others, it adds zeros, which change nothing.
        let raised = word &<< UInt64(truncatingIfNeeded: back &* 8)
        place.storeBytes(of: place.loadUnaligned(as: UInt64.self) | raised.littleEndian, as: UInt64.self)
        stream.next &+= UInt32(truncatingIfNeeded: count)
        stream.room &-= UInt16(truncatingIfNeeded: count)
    }

    /// Goes on in a new slice; the stream stands on the mark of the one that is full.
    @inline(never)
    private mutating func extend(_ stream: inout Stream) {
        let mark = address(stream.next)
        let level = min(Int(mark.load(as: UInt8.self)), Self.highestLevel)
        let start = allocate(level: level)
        mark.storeBytes(of: start, as: UInt32.self)
        stream.next = start
        stream.room = UInt16(Self.room(level))
    }

    private mutating func allocate(level: Int) -> UInt32 {
        let room = Self.room(level)
        let size = room + 4
        if used % Self.chunkSize + size + Self.padding > Self.chunkSize { used = chunkCount * Self.chunkSize }
        if used == chunkCount * Self.chunkSize { addChunk() }
        let start = UInt32(truncatingIfNeeded: used)
        address(start).storeBytes(of: UInt8(level + 1), toByteOffset: room, as: UInt8.self)
        used += size
        return start
    }

    /// Copies a stream's bytes to the end of `output`.
    func copy(_ stream: Stream, to output: inout ByteWriter) {
        var offset = stream.head
        guard offset != 0 else { return }
        var level = 0
        while !endsIn(offset, level, stream) {
            let next = following(offset, level)
            let nextLevel = min(level + 1, Self.highestLevel)
            cmemory_prefetch(address(next))
            cmemory_prefetch(address(next) + Self.room(nextLevel))
            output.append(UnsafeRawBufferPointer(start: address(offset), count: Self.room(level)))
            (offset, level) = (next, nextLevel)
        }
        output.append(UnsafeRawBufferPointer(start: address(offset), count: Int(stream.next - offset)))
    }

    /// The first eight bytes of a stream that has so many or fewer, as a word; nil when it has more.
    @inline(__always)
    func word(_ stream: Stream) -> UInt64? {
        guard stream.head != 0, endsIn(stream.head, 0, stream) else { return nil }
        return UInt64(littleEndian: address(stream.head).loadUnaligned(as: UInt64.self))
    }
}
