internal import CZlib
internal import Foundation

/// How a body was packed for the way (RFC 9110, 8.4.1).
enum ContentCoding: String, Codable {
    case identity, gzip, deflate

    /// What is asked for. Brotli is not: a law is fetched once in a while, and zlib is there.
    static let accepted = "gzip, deflate"

    /// Reads a field `Content-Encoding`.
    init(field: String?) throws(FetchFailure) {
        switch field?.trimmingCharacters(in: .whitespaces).lowercased() ?? "" {
        case "", "identity": self = .identity
        case "gzip", "x-gzip": self = .gzip
        case "deflate": self = .deflate
        default: throw .coding("it came packed as \((field ?? "").prefix(40)), which was not asked for")
        }
    }

    /// Unpacks a file into another, in pieces.
    ///
    /// - Parameter limit: bytes that are written at most; a few kilobytes may unpack to many gigabytes.
    func unpack(_ source: String, into target: String, limit: Int) throws(FetchFailure) {
        do {
            try inflate(source, target, limit, windowBits: self == .gzip ? 31 : 15)
        } catch .coding where self == .deflate {
            // Some servers send deflate without the wrapping that the standard wants.
            try inflate(source, target, limit, windowBits: -15)
        }
    }

    private func inflate(_ source: String, _ target: String, _ limit: Int, windowBits: Int32) throws(FetchFailure) {
        guard let input = FileHandle(forReadingAtPath: source) else { throw .store("\(source) cannot be read") }
        defer { try? input.close() }
        let output = try DurableFile(path: target)
        var stream = z_stream()
        guard inflateInit2_(&stream, windowBits, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else {
            throw .coding("zlib does not start")
        }
        defer { inflateEnd(&stream) }
        var written = 0
        var status = Z_OK
        var room = [UInt8](repeating: 0, count: 1 << 16)
        while status != Z_STREAM_END || self == .gzip {
            guard let piece = try? input.read(upToCount: 1 << 16), !piece.isEmpty else { break }
            var bytes = Array(piece)
            var used = 0
            // Where the room was filled zlib may hold back more, though it has taken all its input.
            var isFull = false
            while used < bytes.count || isFull {
                if status == Z_STREAM_END {
                    // A gzip file may have several members; zeros behind the last one are padding.
                    if bytes[used...].allSatisfy({ $0 == 0 }) { break }
                    guard self == .gzip, inflateReset(&stream) == Z_OK else { break }
                }
                let (left, produced) = try Self.step(&stream, &status, &bytes, from: used, into: &room)
                written += produced
                guard written <= limit else { throw .tooLarge(limit: limit) }
                try output.write(room[..<produced])
                let isStuck = used < bytes.count && left == bytes.count - used && produced == 0
                used = bytes.count - left
                isFull = produced == room.count && status != Z_STREAM_END
                if isStuck, status != Z_STREAM_END { throw .coding("its packing is damaged") }
            }
        }
        guard status == Z_STREAM_END else { throw .coding("its packing ends too early") }
        try output.finish()
    }

    /// One call of zlib: what is left of the input, and how much came out.
    private static func step(
        _ stream: inout z_stream, _ status: inout Int32, _ bytes: inout [UInt8], from used: Int,
        into room: inout [UInt8]
    ) throws(FetchFailure) -> (left: Int, produced: Int) {
        let capacity = room.count
        let count = bytes.count - used
        var result = Z_OK
        bytes.withUnsafeMutableBufferPointer { input in
            room.withUnsafeMutableBufferPointer { output in
                stream.next_in = input.baseAddress.map { $0 + used }
                stream.avail_in = UInt32(count)
                stream.next_out = output.baseAddress
                stream.avail_out = UInt32(capacity)
                result = CZlib.inflate(&stream, Z_NO_FLUSH)
            }
        }
        guard result == Z_OK || result == Z_STREAM_END || result == Z_BUF_ERROR else {
            throw .coding("its packing is damaged")
        }
        status = result == Z_BUF_ERROR ? Z_OK : result
        return (Int(stream.avail_in), capacity - Int(stream.avail_out))
    }
}
