/// What can be wrong with an index on disk. Every case names the file, the place and the mend.
public enum IndexError: Error, Equatable, Sendable {
    /// A file is damaged, cut short or not what it claims to be.
    case corrupt(file: String, place: String)
    /// A file was written by a later version of the format.
    case newerVersion(file: String, found: UInt32, supported: UInt32)
    /// A file was written by an earlier version of the format, which is read no more.
    case olderVersion(file: String, found: UInt32, supported: UInt32)
    /// A file named by the manifest is not there.
    case missingFile(String)
    /// The folder holds no index.
    case noIndex(directory: String)
    /// The operating system refused; `code` is its `errno`.
    case system(file: String, action: String, code: Int32, message: String)
    /// The disk, or the quota, is full.
    case diskFull(file: String)
    /// A limit of the format is reached, for instance 2³¹ documents in a segment.
    case limit(String)
}

extension IndexError: CustomStringConvertible {
    /// The file, what is wrong with it and how to mend it.
    public var description: String {
        switch self {
        case .corrupt(let file, let place):
            "\(file): damaged at \(place). Rebuild the index from the catalog with 'concord reindex'."
        case .newerVersion(let file, let found, let supported):
            "\(file): written in format \(found), this program reads up to \(supported). "
                + "Use a newer concord, or rebuild with 'concord reindex'."
        case .olderVersion(let file, let found, let supported):
            "\(file): written in format \(found), this program reads \(supported). "
                + "Rebuild the index from the catalog with 'concord reindex'."
        case .missingFile(let file):
            "\(file): missing, although the manifest names it. Rebuild the index with 'concord reindex'."
        case .noIndex(let directory):
            "\(directory): no index here. Make one with 'concord index PATH...' or name another folder with --index."
        case .system(let file, let action, let code, let message):
            "\(file): cannot \(action): \(message) (errno \(code))."
        case .diskFull(let file):
            "\(file): the disk is full. Free some space and run the command again; what was committed is intact."
        case .limit(let what):
            "\(what)."
        }
    }
}
