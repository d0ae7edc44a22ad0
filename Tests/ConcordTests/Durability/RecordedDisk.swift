import Foundation

/// A folder's files as a sequence of calls leaves them, with what of it a loss of power would leave.
///
/// POSIX promises that a file's content is on disk once `fsync` of the file has returned, and that its name is once
/// `fsync` of its folder has; nothing else. What more a file system keeps is its kindness, which no test relies on.
struct RecordedDisk {
    /// What is on disk when the machine stops.
    enum Loss: CaseIterable, CustomStringConvertible {
        /// The process was killed: all it did is there.
        case process
        /// The power failed: only names and contents that were made durable.
        case power
        /// The power failed after names had reached the disk, but not the contents that belong to them.
        case powerNamesFirst

        var description: String {
            switch self {
            case .process: "process killed"
            case .power: "power lost"
            case .powerNamesFirst: "power lost, names first"
            }
        }
    }

    private final class File {
        var content: Data
        var durable = Data()
        init(_ content: Data = Data()) { self.content = content }
        /// Copies so that a disk can be taken back to an earlier moment.
        func copy() -> File {
            let file = File(content)
            file.durable = durable
            return file
        }
    }

    private var files: [String: File] = [:]
    private var folders: Set<String> = []
    private var durableFiles: [String: File] = [:]
    private var durableFolders: Set<String> = []

    mutating func apply(_ operation: FileTrace.Operation) {
        switch operation {
        case .create(let path): files[path] = File()
        case .write(let path, let offset, let bytes): write(path, offset, bytes)
        case .truncate(let path, let length):
            guard let file = files[path] else { break }
            if length < file.content.count {
                file.content = Data(file.content.prefix(length))
            } else {
                file.content.append(Data(count: length - file.content.count))
            }
        case .synchronize(let path):
            if let file = files[path] { file.durable = file.content } else { synchronizeFolder(path) }
        case .rename(let path, let target):
            files[target] = files.removeValue(forKey: path)
        case .link(let path, let target): files[target] = files[path]
        case .unlink(let path): files[path] = nil
        case .makeFolder(let path):
            folders.insert(path)
            if path == "." { durableFolders.insert(path) }
        case .removeFolder(let path): folders.remove(path)
        }
    }

    /// The first half of a write alone, as a process that dies in it leaves it.
    mutating func applyHalf(_ operation: FileTrace.Operation) {
        if case .write(let path, let offset, let bytes) = operation {
            write(path, offset, Data(bytes.prefix(bytes.count / 2)))
        }
    }

    private func write(_ path: String, _ offset: Int, _ bytes: Data) {
        guard let file = files[path] else { return }
        if file.content.count < offset { file.content.append(Data(count: offset - file.content.count)) }
        let end = min(file.content.count, offset + bytes.count)
        file.content.replaceSubrange(offset..<end, with: bytes)
    }

    private mutating func synchronizeFolder(_ path: String) {
        func isEntry(_ name: String) -> Bool {
            let parent = name.split(separator: "/").dropLast().joined(separator: "/")
            return name != "." && (parent.isEmpty ? "." : parent) == path
        }
        durableFiles = durableFiles.filter { !isEntry($0.key) }
        for (name, file) in files where isEntry(name) { durableFiles[name] = file }
        durableFolders = durableFolders.filter { !isEntry($0) }
        durableFolders.formUnion(folders.filter(isEntry))
    }

    /// Everything is on disk, as after a machine was shut down in order.
    mutating func settle() {
        for file in files.values { file.durable = file.content }
        durableFiles = files
        durableFolders = folders
    }

    /// An independent copy.
    func copy() -> RecordedDisk {
        var copies: [ObjectIdentifier: File] = [:]
        func copied(_ file: File) -> File {
            if let known = copies[ObjectIdentifier(file)] { return known }
            let copy = file.copy()
            copies[ObjectIdentifier(file)] = copy
            return copy
        }
        var disk = self
        disk.files = files.mapValues(copied)
        disk.durableFiles = durableFiles.mapValues(copied)
        return disk
    }

    /// Writes what a loss leaves into a folder, which is made anew.
    func restore(after loss: Loss, to folder: String) throws {
        let manager = FileManager.default
        try? manager.removeItem(atPath: folder)
        let names = loss == .power ? durableFiles : files
        let paths = loss == .power ? durableFolders : folders
        guard !paths.isEmpty || !names.isEmpty else { return }
        try manager.createDirectory(atPath: folder, withIntermediateDirectories: true)
        for path in paths.sorted() {
            try manager.createDirectory(atPath: folder + "/" + path, withIntermediateDirectories: true)
        }
        for (name, file) in names {
            // A file whose folder is not on disk is not either.
            let content = loss == .process ? file.content : file.durable
            _ = manager.createFile(atPath: folder + "/" + name, contents: content)
        }
    }
}
