/// Document lengths in one byte: exact up to 39, then four significant bits.
///
/// The mapping is that of Lucene's `SmallFloat.intToByte4` (a 3-bit mantissa with implicit leading one, 24 values
/// kept free for the small lengths), so that scores can be compared with Lucene's on the same text.
enum LengthCodec {
    private static let freeValues: UInt64 = 255 - encodeFloat(UInt64(Int32.max))

    /// The byte for a length.
    static func encode(_ length: UInt32) -> UInt8 {
        let value = UInt64(min(length, UInt32(Int32.max)))
        if value < freeValues { return UInt8(value) }
        return UInt8(freeValues + encodeFloat(value - freeValues))
    }

    /// The length a byte stands for: the smallest that is encoded so.
    static func decode(_ byte: UInt8) -> UInt32 {
        let value = UInt64(byte)
        if value < freeValues { return UInt32(value) }
        return UInt32(freeValues + decodeFloat(value - freeValues))
    }

    private static func encodeFloat(_ value: UInt64) -> UInt64 {
        let bits = 64 - value.leadingZeroBitCount
        guard bits >= 4 else { return value }
        let shift = UInt64(bits - 4)
        // The leading one is implicit; exponent 0 is kept for the subnormal values below 8.
        return ((value >> shift) & 0x07) | ((shift + 1) << 3)
    }

    private static func decodeFloat(_ value: UInt64) -> UInt64 {
        let mantissa = value & 0x07
        let exponent = Int(value >> 3)
        return exponent == 0 ? mantissa : (mantissa | 0x08) << UInt64(exponent - 1)
    }
}
