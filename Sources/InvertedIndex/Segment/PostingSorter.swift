/// Brings the postings of a list into document order after its documents were renumbered.
///
/// Least-significant-digit radix sort on the document numbers, eleven bits a pass: an index has some ten million
/// postings to sort, and comparing them would cost more than encoding them.
struct PostingSorter {
    private var keys: [UInt64] = []
    private var other: [UInt64] = []
    private var sorted = PostingBuffer()
    private var gapStarts: [Int] = []
    private static let digitBits = 11
    /// Lists shorter than this are sorted by comparison.
    private static let small = 192

    /// Sorts `list`, whose documents are below `documentCount`.
    mutating func sort(_ list: inout PostingBuffer, documentCount: Int) {
        guard !Self.isAscending(list.documents) else { return }
        keys.removeAll(keepingCapacity: true)
        for (index, document) in list.documents.enumerated() { keys.append(UInt64(document) << 32 | UInt64(index)) }
        if keys.count < Self.small {
            keys.sort()
        } else {
            let bits =
                UInt32(truncatingIfNeeded: documentCount).bitWidth
                - UInt32(truncatingIfNeeded: documentCount).leadingZeroBitCount
            for shift in stride(from: 0, to: bits, by: Self.digitBits) { distribute(by: UInt64(32 + shift)) }
        }
        permute(&list)
    }

    private static func isAscending(_ documents: [UInt32]) -> Bool {
        for index in 1..<max(documents.count, 1) where documents[index - 1] >= documents[index] { return false }
        return true
    }

    private mutating func distribute(by shift: UInt64) {
        let count = keys.count
        if other.count < count { other = [UInt64](repeating: 0, count: max(count, other.count * 2)) }
        let mask = UInt64(1 << Self.digitBits) - 1
        withUnsafeTemporaryAllocation(of: Int.self, capacity: 1 << Self.digitBits) { starts in
            starts.initialize(repeating: 0)
            keys.withUnsafeBufferPointer { keys in
                other.withUnsafeMutableBufferPointer { other in
                    for key in keys { starts[Int(key >> shift & mask)] += 1 }
                    var sum = 0
                    for digit in starts.indices { (starts[digit], sum) = (sum, sum + starts[digit]) }
                    for key in keys {
                        let digit = Int(key >> shift & mask)
                        other[starts[digit]] = key
                        starts[digit] += 1
                    }
                }
            }
        }
        keys.withUnsafeMutableBufferPointer { keys in
            other.withUnsafeBufferPointer { other in
                for index in 0..<count { keys[index] = other[index] }
            }
        }
    }

    private mutating func permute(_ list: inout PostingBuffer) {
        sorted.removeAll()
        sorted.flags = list.flags
        let hasPositions = list.flags.contains(.positions)
        if hasPositions {
            gapStarts.removeAll(keepingCapacity: true)
            var start = 0
            for index in list.documents.indices {
                gapStarts.append(start)
                start += Int(list.text[index] + list.heading[index] + list.title[index])
            }
        }
        for key in keys {
            let index = Int(key & 0xFFFF_FFFF)
            let (text, heading, title) = (list.text[index], list.heading[index], list.title[index])
            sorted.append(document: list.documents[index], text: text, heading: heading, title: title)
            guard hasPositions else { continue }
            let start = gapStarts[index]
            for place in start..<(start + Int(text + heading + title)) { sorted.gaps.append(list.gaps[place]) }
        }
        swap(&sorted, &list)
    }
}
