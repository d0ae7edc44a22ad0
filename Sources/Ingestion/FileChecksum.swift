internal import CZlib
internal import Foundation
internal import Legislation

/// Tells whether a file is as it was: CRC-32 (ISO 3309, by zlib) and length. It guards against change, not against
/// forgery.
enum FileChecksum {
    /// - Throws: `LegislationReadError` when the file cannot be read or is larger than `limit` bytes.
    static func text(path: String, limit: Int) throws -> String {
        guard let file = FileHandle(forReadingAtPath: path) else {
            throw LegislationReadError(
                file: path, reason: .unreadable, message: "it cannot be opened", mend: "check its rights")
        }
        defer { try? file.close() }
        var checksum: UInt = 0
        var length = 0
        while let piece = try? file.read(upToCount: 1 << 20), !piece.isEmpty {
            checksum = piece.withUnsafeBytes { bytes in
                bytes.baseAddress.map { crc32_z(checksum, $0.assumingMemoryBound(to: UInt8.self), bytes.count) }
                    ?? checksum
            }
            length += piece.count
            // The reader refuses the file by name and limit; there is no need to go through all of it here.
            if length > limit { break }
        }
        return "crc32:\(String(checksum, radix: 16)):\(length)"
    }
}
