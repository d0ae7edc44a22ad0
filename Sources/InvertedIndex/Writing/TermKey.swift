/// The key of a term to look for: a byte for its space and the term's bytes, the first of them as numbers with zeros
/// behind the end, so that most keys are compared in four steps.
struct TermKey {
    typealias Start = (UInt64, UInt64, UInt64, UInt32)
    /// Bytes of the key in ``start``.
    static let inlined = 28

    private(set) var start: Start = (0, 0, 0, 0)
    private(set) var hash: UInt32 = 0
    /// Of the whole key.
    let length: UInt16

    /// - Parameter bytes: the term, at most 65,000 bytes.
    @inline(__always)
    init(space: UInt8, _ bytes: UnsafeBufferPointer<UInt8>) {
        length = UInt16(truncatingIfNeeded: bytes.count &+ 1)
        let count = min(bytes.count, Self.inlined &- 1)
        start = Self.start(space, UnsafeRawPointer(bytes.baseAddress), count)
        var value = Self.mix(start.0 ^ UInt64(length) &* 0x9E37_79B9_7F4A_7C15)
        if count > 7 { value = Self.mix(value ^ start.1) }
        if count > 15 { value = Self.mix(value ^ start.2 ^ UInt64(start.3) &<< 17) }
        if bytes.count > count {
            for byte in bytes[count...] { value = (value ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
        }
        hash = UInt32(truncatingIfNeeded: value ^ value >> 32)
    }

    /// The first bytes of a key whose term has `count` bytes, 27 at most.
    ///
    /// Put together of words that are read as they lie in the term, the last of each so that it ends where the term does. Were
    /// the bytes stored and read again as words, the processor would wait for the stores: two thirds of the time of adding a
    /// token.
    @inline(__always)
    private static func start(_ space: UInt8, _ term: UnsafeRawPointer?, _ count: Int) -> Start {
        guard let term, count > 0 else { return (UInt64(space).littleEndian, 0, 0, 0) }
        // Safe: no word that is read begins before the term or ends behind it.
        let first = count < 8 ? few(term, count) : word(term, at: 0)
        let start = (UInt64(space) | first &<< 8).littleEndian
        if count < 8 { return (start, 0, 0, 0) }
        let second = count < 15 ? word(term, at: count &- 8) &>> bits(15 &- count) : word(term, at: 7)
        if count < 16 { return (start, second.littleEndian, 0, 0) }
        let third = count < 23 ? word(term, at: count &- 8) &>> bits(23 &- count) : word(term, at: 15)
        let fourth = count < 24 ? 0 : halfWord(term, at: count &- 4) &>> UInt32(truncatingIfNeeded: bits(27 &- count))
        return (start, second.littleEndian, third.littleEndian, fourth.littleEndian)
    }

    /// 1 to 7 bytes as a number, the first the lowest.
    @inline(__always)
    private static func few(_ term: UnsafeRawPointer, _ count: Int) -> UInt64 {
        if count >= 4 {
            let last = count &- 4
            return UInt64(halfWord(term, at: 0)) | UInt64(halfWord(term, at: last)) &<< bits(last)
        }
        let (middle, last) = (count &>> 1, count &- 1)
        func byte(_ place: Int) -> UInt64 { UInt64(term.load(fromByteOffset: place, as: UInt8.self)) &<< bits(place) }
        return byte(0) | byte(middle) | byte(last)
    }

    @inline(__always)
    private static func word(_ term: UnsafeRawPointer, at place: Int) -> UInt64 {
        UInt64(littleEndian: term.loadUnaligned(fromByteOffset: place, as: UInt64.self))
    }

    @inline(__always)
    private static func halfWord(_ term: UnsafeRawPointer, at place: Int) -> UInt32 {
        UInt32(littleEndian: term.loadUnaligned(fromByteOffset: place, as: UInt32.self))
    }

    @inline(__always)
    private static func bits(_ bytes: Int) -> UInt64 { UInt64(truncatingIfNeeded: bytes &* 8) }

    /// Multiply and fold; the table lives in memory only, so the function may change.
    @inline(__always)
    private static func mix(_ value: UInt64) -> UInt64 {
        let product = value.multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
        return product.high ^ product.low
    }
}
