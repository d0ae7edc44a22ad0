internal import Foundation

/// A whole file mapped read-only into memory for as long as this object lives.
///
/// `@unchecked Sendable`: the mapping is private, read-only and of a file that is never changed once it has its
/// name, and it is unmapped only when the last reference is gone; so any thread may read it at any time.
final class MappedFile: @unchecked Sendable {
    let path: String
    let bytes: UnsafeRawBufferPointer

    /// Maps the file at `path`.
    ///
    /// - Throws: ``IndexError/missingFile(_:)`` or ``IndexError/system(file:action:code:message:)``.
    init(path: String) throws(IndexError) {
        self.path = path
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            throw errno == ENOENT ? .missingFile(path) : .system(path, "open")
        }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw .system(path, "read the size of") }
        let size = Int(status.st_size)
        guard size > 0 else {
            bytes = UnsafeRawBufferPointer(start: nil, count: 0)
            return
        }
        guard let base = mmap(nil, size, PROT_READ, MAP_PRIVATE, descriptor, 0), base != MAP_FAILED else {
            throw .system(path, "map")
        }
        madvise(base, size, Int32(MADV_HUGEPAGE))
        bytes = UnsafeRawBufferPointer(start: base, count: size)
    }

    deinit {
        if let base = bytes.baseAddress { munmap(UnsafeMutableRawPointer(mutating: base), bytes.count) }
    }
}

extension IndexError {
    /// The error for the current `errno`.
    static func system(_ file: String, _ action: String) -> IndexError {
        let code = errno
        if code == ENOSPC || code == EDQUOT { return .diskFull(file: file) }
        return .system(file: file, action: action, code: code, message: String(cString: strerror(code)))
    }
}
