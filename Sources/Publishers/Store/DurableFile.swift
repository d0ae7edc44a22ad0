internal import Foundation

/// A file being written that is on the disk once ``finish()`` has returned.
final class DurableFile {
    let path: String
    private let descriptor: Int32

    /// Opens a file for writing, from its start or, for `appending`, from its end.
    init(path: String, appending: Bool = false) throws(FetchFailure) {
        self.path = path
        descriptor = open(path, O_WRONLY | O_CREAT | O_CLOEXEC | (appending ? O_APPEND : O_TRUNC), 0o644)
        guard descriptor >= 0 else { throw .store("\(path) cannot be created (\(Self.reason))") }
    }

    deinit { if descriptor >= 0 { close(descriptor) } }

    func write(_ bytes: some Collection<UInt8>) throws(FetchFailure) {
        let bytes = ContiguousArray(bytes)
        var done = 0
        while done < bytes.count {
            let written = bytes.withUnsafeBytes { raw in
                raw.baseAddress.map { Foundation.write(descriptor, $0 + done, raw.count - done) } ?? 0
            }
            if written < 0, errno == EINTR { continue }
            guard written > 0 else { throw .store("\(path) cannot be written (\(Self.reason))") }
            done += written
        }
    }

    /// Waits until the disk has what was written.
    func finish() throws(FetchFailure) {
        guard fsync(descriptor) == 0 else { throw .store("\(path) cannot be made durable (\(Self.reason))") }
    }

    /// Replaces a file by bytes in one step: a reader sees the old or the new content, never a part.
    static func replace(_ path: String, with bytes: some Collection<UInt8>) throws(FetchFailure) {
        let temporary = path + ".new"
        let file = try DurableFile(path: temporary)
        try file.write(bytes)
        try file.finish()
        try move(temporary, to: path)
    }

    /// Puts a finished file in the place of another, in one step and durably.
    static func move(_ source: String, to target: String) throws(FetchFailure) {
        guard rename(source, target) == 0 else { throw .store("\(target) cannot be replaced (\(reason))") }
        let folder = (target as NSString).deletingLastPathComponent
        let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .store("\(folder) cannot be opened (\(reason))") }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw .store("\(folder) cannot be made durable (\(reason))") }
    }

    private static var reason: String { String(cString: strerror(errno)) }
}
