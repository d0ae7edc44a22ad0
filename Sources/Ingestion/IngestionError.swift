/// What stops a whole run; trouble with one file is in the ``IngestionSummary``.
public enum IngestionError: Error, Sendable, Equatable, CustomStringConvertible {
    /// A path that was named does not exist.
    case noSuchPath(String)
    /// The folder holds no catalog.
    case noCatalog(String)
    /// Every file that was read below the folders is gone: how many.
    case allMissing(String, Int)

    /// The path, what is wrong with it, and how to mend it.
    public var description: String {
        switch self {
        case .noSuchPath(let path): "\(path): no such file or folder."
        case .noCatalog(let path):
            "\(path): no index here. Make one with 'concord index PATH...' or name another folder with --index."
        case .allMissing(let paths, let count):
            "\(paths): all \(count) files that gave laws are gone; nothing was withdrawn. See that the disk is there; "
                + "if they are to go, withdraw them with 'concord withdraw FILE...'."
        }
    }
}
