internal import CNettle
internal import Foundation

/// SHA-256 (FIPS 180-4), by Nettle.
enum Digest {
    /// Of bytes, in hexadecimal.
    static func sha256(_ bytes: some Collection<UInt8>) -> String {
        var context = sha256_ctx()
        nettle_sha256_init(&context)
        Array(bytes).withUnsafeBufferPointer { nettle_sha256_update(&context, $0.count, $0.baseAddress) }
        return finish(&context)
    }

    /// Of a file with its length; nil when it cannot be read.
    static func sha256(file path: String) -> (digest: String, size: Int)? {
        guard let handle = FileHandle(forReadingAtPath: path) else { return nil }
        defer { try? handle.close() }
        var context = sha256_ctx()
        nettle_sha256_init(&context)
        var size = 0
        do {
            while let piece = try handle.read(upToCount: 1 << 20), !piece.isEmpty {
                piece.withUnsafeBytes {
                    nettle_sha256_update(&context, $0.count, $0.bindMemory(to: UInt8.self).baseAddress)
                }
                size += piece.count
            }
        } catch {
            return nil
        }
        return (finish(&context), size)
    }

    private static func finish(_ context: inout sha256_ctx) -> String {
        var digest = [UInt8](repeating: 0, count: 32)
        nettle_sha256_digest(&context, digest.count, &digest)
        let digits = Array("0123456789abcdef".utf8)
        return String(decoding: digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }
}
