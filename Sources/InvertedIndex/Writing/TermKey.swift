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
        withUnsafeMutableBytes(of: &start) { start in
            start[0] = space
            guard count > 0, let source = bytes.baseAddress.map(UnsafeRawPointer.init),
                let target = start.baseAddress.map({ $0 + 1 })
            else { return }
            Self.copy(source, to: target, count)
        }
        var value = Self.mix(start.0 ^ UInt64(length) &* 0x9E37_79B9_7F4A_7C15)
        if count > 7 { value = Self.mix(value ^ start.1) }
        if count > 15 { value = Self.mix(value ^ start.2 ^ UInt64(start.3) &<< 17) }
        if bytes.count > count {
            for byte in bytes[count...] { value = (value ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
        }
        hash = UInt32(truncatingIfNeeded: value ^ value >> 32)
    }

    /// Copies 1 to 27 bytes, the last of each size over the one before: for so few a call to `memcpy` costs more.
    @inline(__always)
    private static func copy(_ source: UnsafeRawPointer, to target: UnsafeMutableRawPointer, _ count: Int) {
        if count >= 8 {
            var index = 0
            while index &+ 8 <= count {
                target.storeBytes(
                    of: (source + index).loadUnaligned(as: UInt64.self), toByteOffset: index, as: UInt64.self)
                index &+= 8
            }
            let last = count &- 8
            target.storeBytes(of: (source + last).loadUnaligned(as: UInt64.self), toByteOffset: last, as: UInt64.self)
        } else if count >= 4 {
            target.storeBytes(of: source.loadUnaligned(as: UInt32.self), as: UInt32.self)
            let last = count &- 4
            target.storeBytes(of: (source + last).loadUnaligned(as: UInt32.self), toByteOffset: last, as: UInt32.self)
        } else {
            for index in 0..<count {
                target.storeBytes(of: (source + index).load(as: UInt8.self), toByteOffset: index, as: UInt8.self)
            }
        }
    }

    /// Multiply and fold; the table lives in memory only, so the function may change.
    @inline(__always)
    private static func mix(_ value: UInt64) -> UInt64 {
        let product = value.multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
        return product.high ^ product.low
    }
}
