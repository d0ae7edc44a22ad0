#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// The right to write to an index folder, held by one process at a time.
///
/// An advisory lock (`flock`) on the file `writer.lock`: the kernel lets go of it when the process ends, however it
/// ends, so a killed writer leaves nothing to clean up. The file holds the process id of its holder, for the message
/// to a second writer; it stays behind empty when the lock is given back, because removing it would let two writers
/// lock two different files of that name.
public final class WriterLock: Sendable {
    /// Path of the lock file.
    public let file: String
    private let descriptor: Int32

    /// Takes the lock of the index in `directory`, which must exist. Does not wait.
    ///
    /// - Throws: `CatalogError.locked` when another holder has it, `.permission` or `.failed` when the lock file
    ///   cannot be made.
    public init(directory: String) throws(CatalogError) {
        // The properties are set only once the lock is held: from then on `deinit` runs, also when the initialiser
        // throws, and would close the descriptor a second time.
        let file = directory + "/writer.lock"
        let descriptor = open(file, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw WriterLock.failure(errno, file: file) }
        var code: Int32
        repeat {
            code = flock(descriptor, LOCK_EX | LOCK_NB) == 0 ? 0 : errno
        } while code == EINTR
        guard code == 0 else {
            let holder = WriterLock.holder(of: descriptor)
            close(descriptor)
            throw code == EWOULDBLOCK
                ? CatalogError.locked(file: file, holder: holder) : WriterLock.failure(code, file: file)
        }
        self.file = file
        self.descriptor = descriptor
        // The process id only serves a message: that it cannot be written (a full disk) does not undo the lock.
        let line = Array("\(getpid())\n".utf8)
        if ftruncate(descriptor, 0) == 0 {
            _ = pwrite(descriptor, line, line.count, 0)
        }
    }

    deinit {
        _ = ftruncate(descriptor, 0)
        // Closing alone would leave the lock with a child process that was just forked and has not yet become another
        // program.
        _ = flock(descriptor, LOCK_UN)
        close(descriptor)
    }

    /// Process id written in the lock file; nil when it is empty or holds something else.
    private static func holder(of descriptor: Int32) -> Int32? {
        var bytes = [UInt8](repeating: 0, count: 16)
        let count = pread(descriptor, &bytes, bytes.count, 0)
        guard count > 0 else { return nil }
        return Int32(String(decoding: bytes[..<count].prefix { $0 != 0x0A }, as: UTF8.self))
    }

    private static func failure(_ code: Int32, file: String) -> CatalogError {
        let detail = String(cString: strerror(code))
        return switch code {
        case EACCES, EPERM, EROFS: .permission(file: file, detail: detail)
        case ENOSPC, EDQUOT: .diskFull(file: file)
        default: .failed(file: file, detail: detail)
        }
    }
}
