/// The length bytes of a segment's documents.
///
/// Documents of the same length stand side by side (``DocumentOrder``), so one byte mostly says the length of a whole
/// run of 32. The runs of a million documents take 32 KB, which stay in the cache where a megabyte does not: each
/// document of a rare term has its length in another line of memory. `benchmarks/QueryLatency` tells what that cost.
///
/// Memory safety: `each` points into the mapping of a segment and holds `count` bytes; `runs` holds one for each 32 of
/// them, rounded up. Documents are below `count`; callers see to both.
struct DocumentLengths {
    /// A byte for each document.
    let each: UnsafePointer<UInt8>
    /// A byte for each run; ``mixed`` where its documents differ.
    private let runs: UnsafePointer<UInt8>
    private static let shift = 5
    /// Also the byte of the longest documents, which are then looked up one by one.
    private static let mixed: UInt8 = 255

    /// Owns the bytes of the runs.
    final class Runs: Sendable {
        // Written in `init` only, freed with the object.
        nonisolated(unsafe) fileprivate let bytes: UnsafeMutablePointer<UInt8>

        init(_ lengths: UnsafePointer<UInt8>, count: Int) {
            let runCount = (count + (1 << DocumentLengths.shift) - 1) >> DocumentLengths.shift
            bytes = .allocate(capacity: max(runCount, 1))
            for run in 0..<runCount {
                let start = run << DocumentLengths.shift
                let end = min(start + 1 << DocumentLengths.shift, count)
                var differing: UInt8 = 0
                for document in start..<end { differing |= lengths[document] ^ lengths[start] }
                (bytes + run).initialize(to: differing == 0 ? lengths[start] : DocumentLengths.mixed)
            }
        }

        deinit { bytes.deallocate() }
    }

    init(_ each: UnsafePointer<UInt8>, _ runs: Runs) {
        self.each = each
        self.runs = UnsafePointer(runs.bytes)
    }

    /// The length byte of a document.
    @inline(__always)
    subscript(document: UInt32) -> UInt8 {
        let run = runs[Int(document &>> UInt32(Self.shift))]
        return run != Self.mixed ? run : each[Int(document)]
    }
}
