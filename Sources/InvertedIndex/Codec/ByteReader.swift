/// A bounds-checked walk over mapped bytes. Reading past the end sets ``failed`` and yields zeros; callers look once
/// at the end instead of at every byte.
struct ByteReader {
    private var cursor: UnsafeRawPointer
    private let end: UnsafeRawPointer
    /// True once something was read past the end or a variable integer was longer than ten bytes.
    private(set) var failed = false

    init(_ bytes: UnsafeRawBufferPointer) {
        // An empty buffer may have no base; any address serves, since nothing is read when begin and end agree.
        let base = bytes.baseAddress ?? UnsafeRawPointer(Self.nowhere)
        cursor = base
        end = base + bytes.count
    }

    // One byte that lives as long as the process and is never written after this line.
    nonisolated(unsafe) private static let nowhere = UnsafeMutableRawPointer.allocate(byteCount: 1, alignment: 1)

    var remaining: Int { end - cursor }
    var position: UnsafeRawPointer { cursor }

    @inline(__always)
    mutating func byte() -> UInt8 {
        guard cursor < end else {
            failed = true
            return 0
        }
        let value = cursor.load(as: UInt8.self)
        cursor += 1
        return value
    }

    @inline(__always)
    mutating func variable() -> UInt64 {
        var value: UInt64 = 0
        var shift: UInt64 = 0
        while true {
            let next = byte()
            value |= UInt64(next & 0x7F) &<< shift
            if next < 0x80 { return value }
            shift += 7
            if shift > 63 {
                failed = true
                return 0
            }
        }
    }

    @inline(__always)
    mutating func variable32() -> UInt32 { UInt32(truncatingIfNeeded: variable()) }

    mutating func little<Integer: FixedWidthInteger>(_: Integer.Type) -> Integer {
        let size = MemoryLayout<Integer>.size
        guard remaining >= size else {
            failed = true
            cursor = end
            return 0
        }
        let value = cursor.loadUnaligned(as: Integer.self)
        cursor += size
        return Integer(littleEndian: value)
    }

    mutating func bytes(_ count: Int) -> UnsafeRawBufferPointer {
        guard count >= 0, remaining >= count else {
            failed = true
            return UnsafeRawBufferPointer(start: cursor, count: 0)
        }
        defer { cursor += count }
        return UnsafeRawBufferPointer(start: cursor, count: count)
    }

    /// An array read in place. The address must be aligned for `Element`; past the end gives nil.
    mutating func array<Element: BitwiseCopyable>(_: Element.Type, _ count: Int) -> UnsafePointer<Element>? {
        bytes(count * MemoryLayout<Element>.stride).baseAddress?.assumingMemoryBound(to: Element.self)
    }
}
