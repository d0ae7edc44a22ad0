import Foundation

/// Writes records as lines of JSON and counts and digests what it writes.
final class LineWriter {
    private let path: String
    private let name: String
    private let handle: FileHandle
    private let encoder = JSONEncoder()
    private var hasher = SHA256Hasher()
    private var buffer: [UInt8] = []
    private var lines = 0
    private var bytes = 0

    init(folder: String, name: String) throws {
        path = folder + "/" + name
        self.name = name
        guard FileManager.default.createFile(atPath: path, contents: nil),
            let handle = FileHandle(forWritingAtPath: path)
        else {
            throw TransferError(
                file: path, message: "it cannot be made", mend: "check the rights and room of the folder")
        }
        self.handle = handle
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    }

    func write(_ record: some Encodable) throws {
        buffer += try encoder.encode(record)
        buffer.append(0x0A)
        lines += 1
        if buffer.count > 1 << 20 { try flush() }
    }

    private func flush() throws {
        buffer.withUnsafeBytes { hasher.update($0) }
        do {
            try handle.write(contentsOf: buffer)
        } catch {
            throw TransferError.unwritable(path, error)
        }
        bytes += buffer.count
        buffer.removeAll(keepingCapacity: true)
    }

    /// Makes the file durable and tells what it is.
    func finish() throws -> TransferManifest.File {
        try flush()
        try handle.synchronize()
        try handle.close()
        return TransferManifest.File(name: name, lines: lines, bytes: bytes, sha256: hasher.finish().description)
    }
}
