import CNettle

/// A SHA-256 digest (FIPS 180-4), computed by Nettle.
public struct SHA256Digest: Sendable, Hashable, CustomStringConvertible {
    /// Bytes of a digest.
    public static let byteCount = 32
    /// Of nothing before: what the first event follows.
    public static let zero = SHA256Digest(unchecked: [UInt8](repeating: 0, count: byteCount))

    /// The 32 bytes.
    public let bytes: [UInt8]

    /// A digest from 64 hexadecimal digits in lower case; nil for anything else.
    public init?(hexadecimal text: String) {
        guard text.utf8.count == Self.byteCount * 2 else { return nil }
        var bytes: [UInt8] = []
        var high: UInt8?
        for byte in text.utf8 {
            guard let digit = Self.digits.firstIndex(of: byte) else { return nil }
            if let first = high {
                bytes.append(first << 4 | UInt8(digit))
                high = nil
            } else {
                high = UInt8(digit)
            }
        }
        self.bytes = bytes
    }

    fileprivate init(unchecked bytes: [UInt8]) { self.bytes = bytes }

    /// Hexadecimal, in lower case.
    public var description: String {
        String(decoding: bytes.flatMap { [Self.digits[Int($0 >> 4)], Self.digits[Int($0 & 15)]] }, as: UTF8.self)
    }

    private static let digits = Array("0123456789abcdef".utf8)
}

/// Computes a digest over bytes that come one after the other.
public struct SHA256Hasher {
    private var context = sha256_ctx()

    /// A hasher that has seen nothing.
    public init() { nettle_sha256_init(&context) }

    /// Takes bytes.
    public mutating func update(_ bytes: UnsafeRawBufferPointer) {
        guard let base = bytes.baseAddress else { return }
        nettle_sha256_update(&context, bytes.count, base.assumingMemoryBound(to: UInt8.self))
    }

    /// Takes the UTF-8 of a text.
    public mutating func update(_ text: String) {
        var text = text
        text.withUTF8 { update(UnsafeRawBufferPointer($0)) }
    }

    /// Takes one field of a record so that no two records of different fields give the same bytes: its length in
    /// decimal digits, a colon and its UTF-8; a hyphen where there is none; then a semicolon.
    public mutating func field(_ text: String?) {
        guard let text else { return update("-;") }
        update("\(text.utf8.count):")
        update(text)
        update(";")
    }

    /// The digest of all that was taken; the hasher then begins anew.
    public mutating func finish() -> SHA256Digest {
        var bytes = [UInt8](repeating: 0, count: SHA256Digest.byteCount)
        nettle_sha256_digest(&context, bytes.count, &bytes)
        return SHA256Digest(unchecked: bytes)
    }
}
