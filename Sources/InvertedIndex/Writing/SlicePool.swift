/// Many byte streams that grow side by side in one arena: each is a chain of slices of 8, 16, 32 ... 1,024 bytes.
///
/// Memory safety: offsets are handed out by `allocate` only and stay below `used`; a slice's last four bytes hold the
/// offset of the next one. The arena moves when it grows, so nothing keeps an address between calls.
struct SlicePool: ~Copyable {
    /// One stream. A stream that was never written has no slice.
    struct Stream {
        fileprivate(set) var head: UInt32 = 0
        fileprivate var next: UInt32 = 0
        fileprivate var end: UInt32 = 0
        fileprivate var level: UInt32 = 0
        /// Bytes written.
        private(set) var count: UInt32 = 0

        @inline(__always)
        fileprivate mutating func written() { count &+= 1 }
    }

    private static let levels: [UInt32] = [12, 20, 36, 68, 132, 260, 516, 1028]
    private var bytes: UnsafeMutablePointer<UInt8>
    private var capacity: Int
    // Offset 0 stands for "no slice".
    private var used = 1

    init() {
        capacity = 1 << 20
        bytes = .allocate(capacity: capacity)
    }

    deinit { bytes.deallocate() }

    /// Bytes of memory in use.
    var byteCount: Int { used }

    /// Whether another 16 MiB fit into 32-bit offsets.
    var isNearlyFull: Bool { used > Int(UInt32.max) - (16 << 20) }

    mutating func removeAll() { used = 1 }

    @inline(__always)
    mutating func append(_ byte: UInt8, to stream: inout Stream) {
        if stream.next == stream.end { extend(&stream) }
        bytes[Int(stream.next)] = byte
        stream.next &+= 1
        stream.written()
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

    private mutating func extend(_ stream: inout Stream) {
        let size = Self.levels[Int(stream.level)]
        let start = allocate(Int(size))
        if stream.head == 0 {
            stream.head = start
        } else {
            UnsafeMutableRawPointer(bytes + Int(stream.end)).storeBytes(of: start, as: UInt32.self)
        }
        stream.next = start
        stream.end = start + size - 4
        stream.level = min(stream.level + 1, UInt32(Self.levels.count - 1))
    }

    private mutating func allocate(_ size: Int) -> UInt32 {
        if used + size > capacity {
            let larger = max(capacity * 2, used + size)
            let moved = UnsafeMutablePointer<UInt8>.allocate(capacity: larger)
            moved.update(from: bytes, count: used)
            bytes.deallocate()
            bytes = moved
            capacity = larger
        }
        defer { used += size }
        return UInt32(used)
    }

    /// Copies a stream's bytes to the end of `output`.
    func copy(_ stream: Stream, to output: inout [UInt8]) {
        var rest = Int(stream.count)
        var offset = Int(stream.head)
        var level = 0
        while rest > 0 {
            let size = Int(Self.levels[level]) - 4
            let taken = min(rest, size)
            output.append(contentsOf: UnsafeBufferPointer(start: bytes + offset, count: taken))
            rest -= taken
            if rest > 0 {
                offset = Int(UnsafeRawPointer(bytes + offset + size).loadUnaligned(as: UInt32.self))
                level = min(level + 1, Self.levels.count - 1)
            }
        }
    }
}
