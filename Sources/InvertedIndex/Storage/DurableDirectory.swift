internal import Foundation

/// Changes of a folder's entries that survive a loss of power.
enum DurableDirectory {
    /// Replaces `name` in `directory` by `bytes` in one step: write beside it, make durable, rename, make the
    /// folder durable. A reader sees the old or the new content, never a part.
    static func replace(_ name: String, in directory: String, with bytes: [UInt8]) throws(IndexError) {
        let target = directory + "/" + name
        let temporary = target + ".new"
        let file = try OutputFile(path: temporary)
        try file.write(bytes)
        try file.finish()
        guard rename(temporary, target) == 0 else { throw .system(target, "replace") }
        try synchronize(directory)
    }

    /// Waits until the entries of `directory` are on disk.
    static func synchronize(_ directory: String) throws(IndexError) {
        let descriptor = open(directory, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .system(directory, "open") }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw .system(directory, "make durable") }
    }
}
