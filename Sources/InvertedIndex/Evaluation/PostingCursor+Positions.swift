/// Positions of the postings of the block.
extension PostingCursor {
    /// Once so many postings of a block were read one by one, and they are not fewer than one in ``denseShare`` of those
    /// gone by, the rest of the block is read at once.
    private static let denseReads = 6
    private static let denseShare = 4

    /// The positions of the current posting in `field`, ascending; empty when there are none. Valid until the cursor
    /// is used again.
    mutating func readPositions(_ field: IndexField) -> PositionRun {
        guard list.flags.contains(.positions), document != Self.end else { return .none }
        prepareFrequencies()
        let own: UInt32
        var before: UInt32 = 0
        switch field {
        case .text: own = text[index]
        case .heading:
            own = heading[index]
            before = text[index]
        case .title:
            own = title[index]
            before = text[index] &+ heading[index]
        }
        guard own > 0, openPositions() else { return .none }
        let count = Int(own)
        let first = occurrences(inPostingsBefore: index) + Int(before)
        guard first + count <= positionCount else {
            isDamaged = true
            return .none
        }
        if first < summedFrom {
            positionReads += 1
            if positionReads < Self.denseReads || positionReads * Self.denseShare < index {
                return readSum(first: first, count: count)
            }
            guard readSum(first: first, count: positionCount - first).count > 0 else { return .none }
            summedFrom = first
        }
        guard let buffer = positionBuffer?.baseAddress else { return .none }
        let start = first - summedFrom
        return PositionRun(values: buffer + start, count: count, base: start == 0 ? 0 : buffer[start - 1])
    }

    /// The occurrences `first ..< first + count` of the block, added up from 0, with what a run has behind its last.
    private mutating func readSum(first: Int, count: Int) -> PositionRun {
        summedFrom = .max
        guard let buffer = buffer(count + PositionRun.padding),
            positions.read(first: first, count: count, into: buffer)
        else {
            isDamaged = true
            return .none
        }
        (buffer + count).update(repeating: count > 0 ? buffer[count - 1] : 0, count: PositionRun.padding)
        return PositionRun(values: buffer, count: count, base: 0)
    }

    /// The position gaps of all postings of the block. Valid until the cursor is used again.
    mutating func readBlockGaps() -> UnsafeBufferPointer<UInt32> {
        let none = UnsafeBufferPointer<UInt32>(start: nil, count: 0)
        guard list.flags.contains(.positions), count > 0, openPositions() else { return none }
        summedFrom = .max
        guard let buffer = buffer(positionCount), positions.readGaps(first: 0, count: positionCount, into: buffer)
        else {
            isDamaged = true
            return none
        }
        return UnsafeBufferPointer(start: buffer, count: positionCount)
    }

    /// Occurrences of the first `end` postings of the block, in all fields. Goes on from where it was asked last.
    private mutating func occurrences(inPostingsBefore end: Int) -> Int {
        if end < occurrencesKnown.postings { occurrencesKnown = (0, 0) }
        let (start, sum) = occurrencesKnown
        occurrencesKnown = (end, sum + occurrences(inPostings: start..<end))
        return occurrencesKnown.sum
    }

    private func occurrences(inPostings range: Range<Int>) -> Int {
        var sum = Self.sum(text + range.lowerBound, range.count)
        if hasOtherFields {
            sum += Self.sum(heading + range.lowerBound, range.count) + Self.sum(title + range.lowerBound, range.count)
        }
        return sum
    }

    /// The sum of `count` numbers, four at a time.
    private static func sum(_ numbers: UnsafeMutablePointer<UInt32>, _ count: Int) -> Int {
        let rows = UnsafeRawPointer(numbers)
        var lanes = SIMD4<UInt32>.zero
        var index = 0
        while index &+ 4 <= count {
            // Frequencies of 2³⁰ and more are damage; sums that wrap are refused like others that do not fit.
            lanes = lanes &+ rows.loadUnaligned(fromByteOffset: index &* 4, as: SIMD4<UInt32>.self)
            index &+= 4
        }
        var sum = Int(lanes[0]) + Int(lanes[1]) + Int(lanes[2]) + Int(lanes[3])
        while index < count {
            sum += Int(numbers[index])
            index &+= 1
        }
        return sum
    }

    /// Room for `count` positions.
    private mutating func buffer(_ count: Int) -> UnsafeMutablePointer<UInt32>? {
        if (positionBuffer?.count ?? 0) < count {
            positionBuffer?.deallocate()
            positionBuffer = .allocate(capacity: max(256, count * 2))
        }
        return positionBuffer?.baseAddress
    }

    /// Opens the positions of the block, once; false when they are damaged.
    private mutating func openPositions() -> Bool {
        if positionsReady { return true }
        prepareFrequencies()
        positionCount = occurrences(inPostings: 0..<count)
        (positionReads, summedFrom, occurrencesKnown) = (0, .max, (0, 0))
        let bytes: UnsafeRawBufferPointer
        if let inlinePositions {
            bytes = inlinePositions
        } else {
            let offset = Int(list.entry(ofBlock: block)?.positionsOffset ?? 0)
            bytes = UnsafeRawBufferPointer(rebasing: list.positions[min(offset, list.positions.count)...])
        }
        // Gaps of width 0 take no room, so the bytes do not bound their number; a damaged frequency must not ask for
        // gigabytes.
        positionsReady = positionCount <= 1 << 27 && positions.open(bytes, gapCount: positionCount)
        if !positionsReady { isDamaged = true }
        return positionsReady
    }
}
