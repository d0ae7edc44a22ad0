public import Legislation

/// What became of each file of a run.
public struct IngestionSummary: Sendable {
    /// What became of one file.
    public enum Outcome: Sendable {
        /// Read and stored.
        case indexed(ReadReport)
        /// As it was when it was indexed before.
        case unchanged(laws: Int, provisions: Int)
        /// Nothing of it was stored.
        case skipped(reason: String)
    }

    /// A file and what became of it.
    public struct File: Sendable {
        /// Absolute path, by which the catalog knows the file.
        public var path: String
        /// What became of it.
        public var outcome: Outcome
        /// Laws of the file that another file had given before, and that were not stored again.
        public var duplicates: [String]
        /// What this run stored of it.
        var stored = Stored()

        /// Whether this run read and stored it.
        public var isIndexed: Bool { if case .indexed = outcome { true } else { false } }
    }

    /// A file that is gone and whose laws were withdrawn.
    public struct Withdrawal: Sendable {
        /// Path, by which the catalog knows the file.
        public var path: String
        /// Laws that stood until now.
        public var laws: Int
    }

    /// How much of a file was stored.
    struct Stored {
        var laws = 0
        var provisions = 0
        /// Provisions by the language of their law.
        var languages: [String: Int] = [:]
    }

    /// In the order of reading.
    public var files: [File] = []
    /// Files that are gone and whose laws were withdrawn by this run.
    public var withdrawn: [Withdrawal] = []
    /// Laws stored by this run.
    public var laws: Int { files.reduce(0) { $0 + $1.stored.laws } }
    /// Provisions stored by this run.
    public var provisions: Int { files.reduce(0) { $0 + $1.stored.provisions } }
    /// Provisions stored, by the language of their law.
    public var languages: [String: Int] {
        files.reduce(into: [:]) { $0.merge($1.stored.languages) { $0 + $1 } }
    }
    /// Bytes read.
    public var bytes = 0

    /// Files that were skipped.
    public var skipped: [(path: String, reason: String)] {
        files.compactMap { file in
            if case .skipped(let reason) = file.outcome { return (file.path, reason) }
            return nil
        }
    }
}

/// How far a run is.
public struct IngestionProgress: Sendable {
    /// What is being done.
    public enum Phase: Sendable {
        /// Files into the catalog; provisions of the catalog into segments; merging segments and committing.
        case reading, indexing, merging
    }

    /// What is being done now.
    public var phase: Phase
    /// Files that are stored, skipped or found unchanged.
    public var filesDone: Int
    /// Files that were found below the named paths, those left out by their name not counted.
    public var filesTotal: Int
    /// Bytes of the files that are done.
    public var bytesDone: Int
    /// Bytes of all files.
    public var bytesTotal: Int
    /// Provisions read so far.
    public var provisionsRead: Int
    /// Provisions indexed so far, and to be indexed as far as is known.
    public var provisionsIndexed: Int
}
