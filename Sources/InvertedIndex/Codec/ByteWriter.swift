/// A growing run of bytes with the integer forms of the segment format (little-endian, LEB128).
struct ByteWriter {
    private(set) var bytes: [UInt8] = []

    var count: Int { bytes.count }

    mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }

    /// Drops the bytes from `count` on.
    mutating func truncate(to count: Int) { bytes.removeLast(bytes.count - count) }

    mutating func append(_ byte: UInt8) { bytes.append(byte) }

    /// Writes over a byte that was appended before.
    mutating func set(_ byte: UInt8, at place: Int) { bytes[place] = byte }

    mutating func append(_ other: some Sequence<UInt8>) { bytes.append(contentsOf: other) }

    /// Appends an integer in little-endian order.
    mutating func append<Integer: FixedWidthInteger>(little value: Integer) {
        withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) }
    }

    /// Appends an integer in LEB128: seven bits a byte, lowest first.
    mutating func append(variable value: UInt64) {
        var rest = value
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(rest))
    }

    /// Pads with zeros up to a multiple of `alignment`.
    mutating func align(to alignment: Int) {
        while bytes.count % alignment != 0 { bytes.append(0) }
    }

    /// Appends room for `count` bytes and lets `body` fill it.
    mutating func append(count: Int, _ body: (UnsafeMutableRawPointer) -> Void) {
        guard count > 0 else { return }
        let start = bytes.count
        bytes.append(contentsOf: repeatElement(0, count: count))
        bytes.withUnsafeMutableBytes { buffer in
            // `count` is positive, so the buffer has a base address.
            if let base = buffer.baseAddress { body(base + start) }
        }
    }
}
