internal import Foundation

/// A file being written: buffered, checksummed, made durable by ``finish()``, removed when abandoned.
final class OutputFile {
    let path: String
    private let descriptor: Int32
    private var buffer: [UInt8] = []
    private var flushed = 0
    private var finished = false
    /// A large page of memory. What is written at once, from a multiple of this on, Linux keeps in such pages where the file
    /// system knows them (ext4, XFS), and ``MappedFile`` finds them there: a search through an index of hundreds of megabytes
    /// then has fewer addresses to translate.
    private static let piece = 2 << 20

    /// Bytes written so far.
    var offset: Int { flushed + buffer.count }

    init(path: String) throws(IndexError) {
        // Thrown before all is set, so that `deinit` does not run and remove a file that could not be opened.
        let opened = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        guard opened >= 0 else { throw .system(path, "create") }
        self.path = path
        descriptor = opened
        buffer.reserveCapacity(Self.piece)
    }

    deinit {
        close(descriptor)
        // An unfinished file is of no use to anyone and would only take the space that may have been the trouble.
        if !finished { unlink(path) }
    }

    func write(_ bytes: [UInt8]) throws(IndexError) {
        buffer.append(contentsOf: bytes)
        if buffer.count >= Self.piece { try flush(buffer.count / Self.piece * Self.piece) }
    }

    func write(_ bytes: UnsafeRawBufferPointer) throws(IndexError) {
        buffer.append(contentsOf: bytes)
        if buffer.count >= Self.piece { try flush(buffer.count / Self.piece * Self.piece) }
    }

    /// Pads with zeros up to a multiple of `alignment`.
    func align(to alignment: Int) {
        while offset % alignment != 0 { buffer.append(0) }
    }

    /// Writes what is buffered and waits until the disk has it.
    func finish() throws(IndexError) {
        try flush(buffer.count)
        guard fsync(descriptor) == 0 else { throw .system(path, "make durable") }
        finished = true
    }

    /// Hands back all that was written, in pieces of at most `chunk` bytes. The file stays unfinished: it is removed
    /// with this object.
    func readBack(chunk: Int, _ body: ([UInt8]) throws(IndexError) -> Void) throws(IndexError) {
        try flush(buffer.count)
        let input = open(path, O_RDONLY | O_CLOEXEC)
        guard input >= 0 else { throw .system(path, "open") }
        defer { close(input) }
        var piece = [UInt8](repeating: 0, count: chunk)
        while true {
            let count = piece.withUnsafeMutableBytes { read(input, $0.baseAddress, $0.count) }
            if count < 0 {
                if errno == EINTR { continue }
                throw .system(path, "read")
            }
            if count == 0 { return }
            try body(Array(piece[..<count]))
        }
    }

    /// Writes the first `count` bytes that are buffered.
    private func flush(_ count: Int) throws(IndexError) {
        var done = 0
        while done < count {
            let written = buffer.withUnsafeBytes { bytes in
                bytes.baseAddress.map { Foundation.write(descriptor, $0 + done, count - done) } ?? 0
            }
            if written < 0 {
                if errno == EINTR { continue }
                throw .system(path, "write")
            }
            done += written
        }
        flushed += count
        buffer.removeFirst(count)
    }
}
