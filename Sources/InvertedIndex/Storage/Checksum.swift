internal import CZlib

/// CRC-32 (ISO 3309), computed by zlib.
enum Checksum {
    static func crc32(_ bytes: UnsafeRawBufferPointer, continuing previous: UInt32 = 0) -> UInt32 {
        guard let base = bytes.baseAddress else { return previous }
        return UInt32(
            truncatingIfNeeded: crc32_z(
                UInt(previous), base.assumingMemoryBound(to: UInt8.self), bytes.count))
    }

    static func crc32(_ bytes: [UInt8]) -> UInt32 { bytes.withUnsafeBytes { crc32($0) } }
}
