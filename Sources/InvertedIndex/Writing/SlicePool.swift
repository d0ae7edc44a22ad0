internal import CMemory

/// Many byte streams that grow side by side in one arena: each is a chain of slices of 8, 16, 32 ... 1,024 bytes.
///
/// A slice ends with four bytes that hold the offset of the next one. While it is the last of its stream their first
/// byte holds its level plus one instead, and all bytes not yet written are zero: so a writer sees the end of its slice
/// by the byte it is about to write, and a stream needs no more than two offsets. (The scheme of Lucene's byte pools.)
///
/// Memory safety: offsets are handed out by `allocate` only and stay below `used`. The arena moves when it grows, so
/// nothing keeps an address between calls.
struct SlicePool: ~Copyable {
    /// One stream. A stream that was never written has no slice.
    struct Stream {
        fileprivate(set) var head: UInt32 = 0
        fileprivate var next: UInt32 = 0
    }

    /// Room of the slices of each level, without the four bytes at their end.
    private static let rooms: [UInt32] = [8, 16, 32, 64, 128, 256, 512, 1024]
    private var bytes: UnsafeMutablePointer<UInt8>
    private var capacity: Int
    // Offset 0 stands for "no slice".
    private var used = 1

    init() {
        capacity = 1 << 20
        bytes = .allocate(capacity: capacity)
        bytes.initialize(repeating: 0, count: capacity)
    }

    deinit { bytes.deallocate() }

    /// Bytes of memory in use.
    var byteCount: Int { used }

    /// Whether another 16 MiB fit into 32-bit offsets.
    var isNearlyFull: Bool { used > Int(UInt32.max) - (16 << 20) }

    mutating func removeAll() {
        bytes.update(repeating: 0, count: used)
        used = 1
    }

    /// Has the place fetched where the stream goes on.
    @inline(__always)
    func prefetch(_ stream: Stream) { cmemory_prefetch(bytes + Int(stream.next)) }

    /// Has the stream's first slice fetched.
    @inline(__always)
    func prefetchHead(_ stream: Stream) { cmemory_prefetch(bytes + Int(stream.head)) }

    @inline(__always)
    mutating func append(_ byte: UInt8, to stream: inout Stream) {
        if stream.next == 0 {
            stream.head = allocate(level: 0)
            stream.next = stream.head
        } else if bytes[Int(stream.next)] != 0 {
            extend(&stream)
        }
        bytes[Int(stream.next)] = byte
        stream.next &+= 1
    }

    @inline(__always)
    mutating func append(variable value: UInt32, to stream: inout Stream) {
        var rest = value
        while rest >= 0x80 {
            append(UInt8(truncatingIfNeeded: rest) | 0x80, to: &stream)
            rest >>= 7
        }
        append(UInt8(truncatingIfNeeded: rest), to: &stream)
    }

    /// Goes on in a new slice; the stream stands on the mark of the one that is full.
    @inline(never)
    private mutating func extend(_ stream: inout Stream) {
        let level = Int(bytes[Int(stream.next)]) - 1
        let start = allocate(level: min(level + 1, Self.rooms.count - 1))
        UnsafeMutableRawPointer(bytes + Int(stream.next)).storeBytes(of: start, as: UInt32.self)
        stream.next = start
    }

    private mutating func allocate(level: Int) -> UInt32 {
        let room = Int(Self.rooms[level])
        if used + room + 4 > capacity {
            let larger = max(capacity * 2, used + room + 4)
            let moved = LargeMemory.allocate(UInt8.self, capacity: larger)
            moved.update(from: bytes, count: used)
            (moved + used).initialize(repeating: 0, count: larger - used)
            bytes.deallocate()
            bytes = moved
            capacity = larger
        }
        let start = used
        bytes[start + room] = UInt8(level + 1)
        used += room + 4
        return UInt32(truncatingIfNeeded: start)
    }

    /// Copies a stream's bytes to the end of `output`.
    func copy(_ stream: Stream, to output: inout [UInt8]) {
        var offset = Int(stream.head)
        guard offset != 0 else { return }
        var level = 0
        let end = Int(stream.next)
        while true {
            let room = Int(Self.rooms[level])
            // The writer stands in the last slice, or on its mark.
            if end >= offset, end <= offset + room {
                output.append(contentsOf: UnsafeBufferPointer(start: bytes + offset, count: end - offset))
                return
            }
            output.append(contentsOf: UnsafeBufferPointer(start: bytes + offset, count: room))
            offset = Int(UnsafeRawPointer(bytes + offset + room).loadUnaligned(as: UInt32.self))
            level = min(level + 1, Self.rooms.count - 1)
        }
    }
}
