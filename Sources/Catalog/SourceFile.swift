import GRDB

/// A file that laws were read from, or that was passed over, as the catalog remembers it.
public struct SourceFile: Sendable, Hashable, Identifiable {
    /// What tells one state of a file from another.
    public struct Identity: Sendable, Hashable {
        /// Path by which the file is known; the caller sees to it that one file is always given the same path.
        public var path: String
        /// Checksum of its bytes, in any notation that tells different contents apart.
        public var checksum: String
        /// Size in bytes.
        public var size: Int64
        /// Last modification, in nanoseconds since 1970-01-01 UTC.
        public var modified: Int64

        /// Describes one state of a file.
        public init(path: String, checksum: String, size: Int64, modified: Int64) {
            self.path = path
            self.checksum = checksum
            self.size = size
            self.modified = modified
        }
    }

    /// What became of the file.
    public enum Outcome: Sendable, Hashable {
        /// Its laws are in the catalog.
        case indexed
        /// It holds nothing the catalog took; the reason is for people to read.
        case skipped(reason: String)
    }

    /// Number of the file in this catalog, from 1; never given twice.
    public let id: Int64
    /// The state of the file when it was read.
    public let identity: Identity
    /// What became of it.
    public let outcome: Outcome
    /// How many laws were taken from it so far.
    public let laws: Int
    /// How many provisions were taken from it, by the last `finishSource`.
    public let provisions: Int
    /// When it was indexed, in seconds since 1970-01-01 UTC.
    public let indexedAt: Int64
    /// False while the file is being indexed, and for ever after when that was interrupted: it must be done again.
    public let isComplete: Bool

    /// Path by which the file is known.
    public var path: String { identity.path }
}

extension SourceFile {
    /// Selects what `init(row:)` reads, in its order.
    static let selection = """
        SELECT id, path, checksum, size, modified, skipped, laws, provisions, indexed_at, complete FROM source_file
        """

    init(row: Row) throws {
        id = try row.decode(atIndex: 0)
        identity = Identity(
            path: try row.decode(atIndex: 1), checksum: try row.decode(atIndex: 2), size: try row.decode(atIndex: 3),
            modified: try row.decode(atIndex: 4))
        let reason: String? = try row.decode(atIndex: 5)
        outcome = reason.map { .skipped(reason: $0) } ?? .indexed
        laws = try row.decode(atIndex: 6)
        provisions = try row.decode(atIndex: 7)
        indexedAt = try row.decode(atIndex: 8)
        isComplete = try row.decode(atIndex: 9)
    }
}
