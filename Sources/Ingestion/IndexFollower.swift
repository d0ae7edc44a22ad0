internal import Catalog
internal import Dispatch
internal import InvertedIndex
internal import ProvisionIndex

/// Keeps the index in step with the catalog: replays the catalog's change log from the number the index has reached.
///
/// This is the only way into the index. A run that was interrupted at any point is therefore mended by the next one,
/// which goes on from the last commit. Provisions are split among the workers in the order of their numbers and the
/// workers' segments are written in a fixed order, so that the same catalog always gives the same index.
final class IndexFollower {
    private let catalog: Catalog
    private let writer: IndexWriter
    private let workers: [IndexWorker]
    /// Number up to which changes are in the workers' builders or the writer.
    private var sequence: Int64
    private var uncommitted = 0

    /// Provisions handed to the workers in one round.
    private static let roundSize: Int64 = 16_384
    /// Bytes a builder may hold before its segment is written out.
    private static let builderLimit = 192 << 20
    /// Provisions after which a commit is made, so that not all is lost when the run is killed.
    private static let commitSize = 250_000

    init(catalog: Catalog, writer: IndexWriter, analysis: ObligationAnalysis, workerCount: Int) {
        self.catalog = catalog
        self.writer = writer
        sequence = writer.sequence
        workers = (0..<max(1, workerCount)).map { _ in
            IndexWorker(builder: writer.makeBuilder(), analysis: analysis)
        }
    }

    /// Provisions in the index and in the segments written so far.
    var documentCount: Int { writer.liveDocumentCount }

    /// Takes over all that the catalog has committed so far. Not visible before ``commit()``.
    ///
    /// - Parameter progress: called with the number of provisions indexed in each round.
    func follow(progress: (Int) -> Void) throws {
        let changes = try catalog.changes(after: sequence)
        var removed: Set<UInt64> = []
        var round: [Range<Int64>] = []
        var roundCount: Int64 = 0
        for change in changes {
            switch change.kind {
            case .delete:
                for id in change.provisions { removed.insert(UInt64(id)) }
            case .insert:
                var rest = change.provisions
                while !rest.isEmpty {
                    let taken = rest.lowerBound..<min(rest.upperBound, rest.lowerBound + Self.roundSize - roundCount)
                    round.append(taken)
                    roundCount += Int64(taken.count)
                    rest = taken.upperBound..<rest.upperBound
                    if roundCount == Self.roundSize {
                        try index(round, count: roundCount)
                        progress(Int(roundCount))
                        round = []
                        roundCount = 0
                    }
                }
            }
        }
        if roundCount > 0 {
            try index(round, count: roundCount)
            progress(Int(roundCount))
        }
        if !removed.isEmpty {
            // A provision may be deleted that still lies in a builder.
            try flush()
            try writer.delete(column: ProvisionSchema.ColumnName.provision, in: removed)
            uncommitted += removed.count
        }
        sequence = changes.last?.sequence ?? sequence
        if uncommitted >= Self.commitSize { try commit() }
    }

    /// Makes what was followed visible.
    func commit() throws {
        try flush()
        try writer.mergeIfNeeded()
        try writer.commit(sequence: sequence)
        uncommitted = 0
    }

    private func flush() throws {
        try writer.add(workers.map(\.builder))
    }

    private func index(_ ranges: [Range<Int64>], count: Int64) throws {
        let shares = Self.split(ranges, count: count, parts: workers.count)
        let (workers, catalog) = (workers, catalog)
        DispatchQueue.concurrentPerform(iterations: workers.count) { number in
            workers[number].index(shares[number], of: catalog)
        }
        uncommitted += Int(count)
        for worker in workers {
            if let failure = worker.failure { throw failure }
        }
        try writer.add(
            workers.map(\.builder).filter { $0.byteCount > Self.builderLimit || $0.isFull })
    }

    /// Cuts ranges into `parts` runs of about the same length, in order.
    static func split(_ ranges: [Range<Int64>], count: Int64, parts: Int) -> [[Range<Int64>]] {
        let size = max(1, (count + Int64(parts) - 1) / Int64(parts))
        var shares: [[Range<Int64>]] = [[]]
        var room = size
        for range in ranges {
            var rest = range
            while !rest.isEmpty {
                if room == 0 {
                    shares.append([])
                    room = size
                }
                let taken = rest.lowerBound..<min(rest.upperBound, rest.lowerBound + room)
                shares[shares.count - 1].append(taken)
                room -= Int64(taken.count)
                rest = taken.upperBound..<rest.upperBound
            }
        }
        return shares + Array(repeating: [], count: max(0, parts - shares.count))
    }
}
