/// A growing run of bytes with the integer forms of the segment format (little-endian, LEB128).
///
/// It owns its memory: an array would ask at every byte whether it is shared.
///
/// Memory safety: every write is behind `reserve` of as many bytes as it writes, or of more.
struct ByteWriter: ~Copyable {
    private var base: UnsafeMutablePointer<UInt8>
    private var capacity: Int
    private(set) var count = 0

    init(capacity: Int = 64) {
        self.capacity = max(capacity, 16)
        base = .allocate(capacity: self.capacity)
    }

    deinit { base.deallocate() }

    /// A copy of what was written.
    var bytes: [UInt8] { withUnsafeBytes { [UInt8]($0) } }

    /// Lends what was written, for the call only.
    @inline(__always)
    func withUnsafeBytes<Result: ~Copyable, Failure: Error>(
        _ body: (UnsafeRawBufferPointer) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try body(UnsafeRawBufferPointer(start: base, count: count))
    }

    mutating func removeAll() { count = 0 }

    /// Drops the bytes from `count` on.
    mutating func truncate(to count: Int) {
        precondition(count <= self.count)
        self.count = count
    }

    /// Writes over a byte that was appended before.
    mutating func set(_ byte: UInt8, at place: Int) {
        precondition(place < count)
        base[place] = byte
    }

    @inline(__always)
    mutating func append(_ byte: UInt8) {
        reserve(1)
        base[count] = byte
        count &+= 1
    }

    mutating func append(_ other: some Collection<UInt8>) {
        reserve(other.count)
        let room = UnsafeMutableBufferPointer(start: base + count, count: other.count)
        count += room.update(fromContentsOf: other)
    }

    mutating func append(_ other: UnsafeRawBufferPointer) {
        append(count: other.count) {
            $0.copyMemory(from: other.baseAddress ?? UnsafeRawPointer($0), byteCount: other.count)
        }
    }

    mutating func append(_ other: borrowing ByteWriter) {
        let (start, added) = (other.base, other.count)
        append(count: added) { $0.copyMemory(from: start, byteCount: added) }
    }

    /// Appends an integer in little-endian order.
    @inline(__always)
    mutating func append<Integer: FixedWidthInteger & BitwiseCopyable>(little value: Integer) {
        let size = MemoryLayout<Integer>.size
        reserve(size)
        UnsafeMutableRawPointer(base + count).storeBytes(of: value.littleEndian, as: Integer.self)
        count &+= size
    }

    /// Appends an integer in LEB128: seven bits a byte, lowest first.
    @inline(__always)
    mutating func append(variable value: UInt64) {
        reserve(10)
        var rest = value
        while rest >= 0x80 {
            base[count] = UInt8(truncatingIfNeeded: rest) | 0x80
            count &+= 1
            rest >>= 7
        }
        base[count] = UInt8(truncatingIfNeeded: rest)
        count &+= 1
    }

    /// Pads with zeros up to a multiple of `alignment`.
    mutating func align(to alignment: Int) {
        while count % alignment != 0 { append(0) }
    }

    /// Appends `count` bytes, which `body` writes; it may write up to ``spill`` more, which do not count.
    @inline(__always)
    mutating func append(count: Int, _ body: (UnsafeMutableRawPointer) -> Void) {
        reserve(count &+ Self.spill)
        body(UnsafeMutableRawPointer(base + self.count))
        self.count &+= count
    }

    /// Bytes behind its own that the body of ``append(count:_:)`` may write, so that it can write whole words.
    static let spill = 8

    @inline(__always)
    private mutating func reserve(_ more: Int) {
        if count &+ more > capacity { grow(by: more) }
    }

    @inline(never)
    private mutating func grow(by more: Int) {
        let larger = max(capacity * 2, count + more)
        let moved = UnsafeMutablePointer<UInt8>.allocate(capacity: larger)
        moved.update(from: base, count: count)
        base.deallocate()
        base = moved
        capacity = larger
    }
}
