/// Integers of seven bits a byte (LEB128) put together in a word of eight bytes, to be stored at once.
///
/// Without a branch: how many bytes a number takes is something that a processor guesses wrong as often as not.
struct VariableWord {
    private(set) var bits: UInt64 = 0
    /// Bytes in use, at most 8.
    private(set) var count = 0

    init() {}

    /// A word to take numbers from.
    @inline(__always)
    init(bits: UInt64) { self.bits = bits }

    /// Bytes that `value` takes, 1 to 5.
    @inline(__always)
    static func byteCount(_ value: UInt32) -> Int {
        // A seventh of the bits, rounded up, is this for up to 35 of them.
        ((32 &- (value | 1).leadingZeroBitCount) &* 9 &+ 64) &>> 6
    }

    /// Appends a number.
    ///
    /// - Precondition: there is room for its bytes.
    @inline(__always)
    mutating func append(_ value: UInt32) {
        let size = Self.byteCount(value)
        let wide = UInt64(value)
        var spread = wide & 0x7F | wide &<< 1 & 0x7F00 | wide &<< 2 & 0x7F_0000
        spread |= wide &<< 3 & 0x7F00_0000 | wide &<< 4 & 0x7F_0000_0000
        let goesOn = UInt64(0x80_8080_8080) & (1 &<< UInt64(truncatingIfNeeded: (size &- 1) &* 8) &- 1)
        bits |= (spread | goesOn) &<< UInt64(truncatingIfNeeded: count &* 8)
        count &+= size
    }

    /// The number at `cursor`, which is moved behind it.
    ///
    /// Memory safety: `cursor` must be readable for eight bytes.
    @inline(__always)
    static func read(_ cursor: inout UnsafeRawPointer) -> UInt32 {
        let word = UInt64(littleEndian: cursor.loadUnaligned(as: UInt64.self))
        // Most numbers are of one byte.
        if word & 0x80 == 0 {
            cursor += 1
            return UInt32(truncatingIfNeeded: word & 0x7F)
        }
        let (value, size) = first(word)
        cursor += size
        return value
    }

    /// Takes off the first number.
    @inline(__always)
    mutating func takeFirst() -> UInt32 {
        let (value, size) = Self.first(bits)
        bits = bits &>> UInt64(truncatingIfNeeded: size &* 8)
        return value
    }

    /// The number that a word begins with, and its bytes, at most five.
    @inline(__always)
    private static func first(_ word: UInt64) -> (value: UInt32, size: Int) {
        // The lowest byte without its highest bit is the last.
        let last = ~word & 0x80_8080_8080
        let own = word & (last ^ (last &- 1))
        let low = own & 0x7F | own &>> 1 & 0x3F80 | own &>> 2 & 0x1F_C000
        let value = UInt32(truncatingIfNeeded: low | own &>> 3 & 0xFE0_0000 | own &>> 4 & 0xF000_0000)
        return (value, (last.trailingZeroBitCount &>> 3) &+ 1)
    }
}
