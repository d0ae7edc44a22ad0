import Foundation

/// One provision a line, read line by line: memory does not grow with the file, but for the eIds' hashes.
enum JSONLinesFormat {
    /// The lines without byte order mark when the bytes begin as JSON Lines do; nil when they do not.
    static func lines(of bytes: Data) -> Data? {
        let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes
        guard let start = body.firstIndex(where: { $0 > 0x20 }), body[start] == UInt8(ascii: "{"),
            let end = body[start...].firstIndex(of: 0x0A), end - start <= 64 << 20
        else { return nil }
        let rest = body[(end + 1)...]
        guard let next = rest.first(where: { $0 > 0x20 }), next == UInt8(ascii: "{"),
            let first = try? JSONDecoder().decode(JSONProvisionLine.self, from: body[start..<end]), first.hasText
        else { return nil }
        return body
    }

    static func read(_ file: SourceFile, into sink: LawSink) throws {
        var session = JSONLinesSession(file: file, sink: sink)
        try file.utf8.withUnsafeBytes { bytes in
            var start = 0
            while start < bytes.count {
                let end = Self.newline(in: bytes, from: start)
                try session.take(UnsafeRawBufferPointer(rebasing: bytes[start..<end]))
                start = end + 1
            }
        }
        try session.finish()
    }

    private static func newline(in bytes: UnsafeRawBufferPointer, from start: Int) -> Int {
        guard let base = bytes.baseAddress, let found = memchr(base + start, 0x0A, bytes.count - start)
        else { return bytes.count }
        return UnsafeRawPointer(found) - base
    }
}
