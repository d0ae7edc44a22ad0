/// Brings the postings of a list into document order after its documents were renumbered.
///
/// By ``RadixSort``: an index has some ten million postings to sort, and comparing them would cost more than encoding them.
struct PostingSorter {
    private var keys: [UInt64] = []
    private var other: [UInt64] = []
    private var sorted = PostingBuffer()
    private var gapStarts: [Int] = []
    /// Lists shorter than this are sorted by comparison.
    private static let small = 192

    /// Sorts `list`, whose documents are below `documentCount`.
    mutating func sort(_ list: inout PostingBuffer, documentCount: Int) {
        guard !Self.isAscending(list.documents) else { return }
        keys.removeAll(keepingCapacity: true)
        keys.reserveCapacity(list.documents.count)
        for (index, document) in list.documents.enumerated() { keys.append(UInt64(document) << 32 | UInt64(index)) }
        if keys.count < Self.small {
            keys.sort()
        } else {
            RadixSort.sort(&keys, &other, from: 32, to: 32 + BitPacking.width(of: UInt32(documentCount)))
        }
        permute(&list)
    }

    private static func isAscending(_ documents: [UInt32]) -> Bool {
        for index in 1..<max(documents.count, 1) where documents[index - 1] >= documents[index] { return false }
        return true
    }

    private mutating func permute(_ list: inout PostingBuffer) {
        let count = keys.count
        let hasPositions = list.flags.contains(.positions)
        sorted.flags = list.flags
        sorted.resize(count, gapCount: hasPositions ? list.gaps.count : 0)
        if hasPositions { findGaps(list) }
        list.withPointers { list in
            sorted.withPointers { sorted in
                var gapCount = 0
                for (place, key) in keys.enumerated() {
                    let index = Int(key & 0xFFFF_FFFF)
                    let (text, heading, title) = (list.text[index], list.heading[index], list.title[index])
                    sorted.documents[place] = UInt32(truncatingIfNeeded: key >> 32)
                    sorted.text[place] = text
                    sorted.heading[place] = heading
                    sorted.title[place] = title
                    guard hasPositions else { continue }
                    let start = gapStarts[index]
                    for gap in start..<(start &+ Int(text &+ heading &+ title)) {
                        sorted.gaps[gapCount] = list.gaps[gap]
                        gapCount &+= 1
                    }
                }
            }
        }
        swap(&sorted, &list)
    }

    /// Where the gaps of each posting begin.
    private mutating func findGaps(_ list: PostingBuffer) {
        gapStarts.removeAll(keepingCapacity: true)
        gapStarts.reserveCapacity(list.documents.count)
        list.withView { list in
            var start = 0
            for index in list.documents.indices {
                gapStarts.append(start)
                start &+= list.occurrences(at: index)
            }
        }
    }
}
