/// UTF-8 bytes behind a pointer, read without bounds checks.
///
/// Safety: every reader passes an index below `count`, and ``decode(at:)`` looks at most three bytes further,
/// each only after comparing with `count`. The pointer is never kept beyond the call that received it.
struct UTF8Text {
    let base: UnsafePointer<UInt8>
    let count: Int

    @inline(__always)
    subscript(index: Int) -> UInt8 { base[index] }

    /// The scalar at `index` and its length in bytes. A byte that begins no well-formed sequence reads as
    /// U+FFFD of length 1, so that invalid text separates words and never traps.
    @inline(__always)
    func decode(at index: Int) -> (scalar: UInt32, length: Int) {
        let first = UInt32(base[index])
        if first < 0x80 { return (first, 1) }
        if first < 0xE0 {
            guard first >= 0xC2, index + 1 < count else { return (0xFFFD, 1) }
            let second = UInt32(base[index + 1])
            guard second & 0xC0 == 0x80 else { return (0xFFFD, 1) }
            return ((first & 0x1F) << 6 | (second & 0x3F), 2)
        }
        if first < 0xF0 {
            guard index + 2 < count else { return (0xFFFD, 1) }
            let second = UInt32(base[index + 1])
            let third = UInt32(base[index + 2])
            guard second & 0xC0 == 0x80, third & 0xC0 == 0x80 else { return (0xFFFD, 1) }
            let scalar = (first & 0x0F) << 12 | (second & 0x3F) << 6 | (third & 0x3F)
            guard scalar >= 0x800, scalar & 0xF800 != 0xD800 else { return (0xFFFD, 1) }
            return (scalar, 3)
        }
        guard first < 0xF5, index + 3 < count else { return (0xFFFD, 1) }
        let second = UInt32(base[index + 1])
        let third = UInt32(base[index + 2])
        let fourth = UInt32(base[index + 3])
        guard second & 0xC0 == 0x80, third & 0xC0 == 0x80, fourth & 0xC0 == 0x80 else { return (0xFFFD, 1) }
        let scalar = (first & 0x07) << 18 | (second & 0x3F) << 12 | (third & 0x3F) << 6 | (fourth & 0x3F)
        guard scalar >= 0x10000, scalar <= 0x10FFFF else { return (0xFFFD, 1) }
        return (scalar, 4)
    }
}

extension [UInt8] {
    /// Appends the UTF-8 form of a scalar.
    mutating func append(scalar: UInt32) {
        if scalar < 0x80 {
            append(UInt8(truncatingIfNeeded: scalar))
        } else if scalar < 0x800 {
            append(UInt8(truncatingIfNeeded: 0xC0 | scalar >> 6))
            append(UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F))
        } else if scalar < 0x10000 {
            append(UInt8(truncatingIfNeeded: 0xE0 | scalar >> 12))
            append(UInt8(truncatingIfNeeded: 0x80 | scalar >> 6 & 0x3F))
            append(UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F))
        } else {
            append(UInt8(truncatingIfNeeded: 0xF0 | scalar >> 18))
            append(UInt8(truncatingIfNeeded: 0x80 | scalar >> 12 & 0x3F))
            append(UInt8(truncatingIfNeeded: 0x80 | scalar >> 6 & 0x3F))
            append(UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F))
        }
    }

    /// Calls `body` with every scalar, in order; for the slow paths.
    func forEachScalar(_ body: (UInt32) -> Void) {
        withUnsafeBufferPointer { bytes in
            guard let base = bytes.baseAddress else { return }
            let text = UTF8Text(base: base, count: bytes.count)
            var index = 0
            while index < text.count {
                let (scalar, length) = text.decode(at: index)
                body(scalar)
                index += length
            }
        }
    }

    /// Cuts the array to at most `limit` bytes without splitting a scalar.
    mutating func truncate(toUTF8Length limit: Int) {
        guard count > limit else { return }
        var end = limit
        while end > 0, self[end] & 0xC0 == 0x80 { end -= 1 }
        removeLast(count - end)
    }
}
