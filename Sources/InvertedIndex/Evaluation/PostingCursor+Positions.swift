/// Positions of the postings of the block.
extension PostingCursor {
    /// The positions of the current posting in `field`, ascending; empty when there are none. Valid until the cursor
    /// is used again.
    mutating func readPositions(_ field: IndexField) -> UnsafeBufferPointer<UInt32> {
        let none = UnsafeBufferPointer<UInt32>(start: nil, count: 0)
        guard list.flags.contains(.positions), document != Self.end else { return none }
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
        guard own > 0, openPositions() else { return none }
        let first = occurrences(inPostingsBefore: index) + Int(before)
        guard first + Int(own) <= positionCount else {
            isDamaged = true
            return none
        }
        guard let buffer = buffer(Int(own)), positions.read(first: first, count: Int(own), into: buffer) else {
            isDamaged = true
            return none
        }
        return UnsafeBufferPointer(start: buffer, count: Int(own))
    }

    /// The position gaps of all postings of the block. Valid until the cursor is used again.
    mutating func readBlockGaps() -> UnsafeBufferPointer<UInt32> {
        let none = UnsafeBufferPointer<UInt32>(start: nil, count: 0)
        guard list.flags.contains(.positions), count > 0, openPositions() else { return none }
        guard let buffer = buffer(positionCount), positions.readGaps(first: 0, count: positionCount, into: buffer)
        else {
            isDamaged = true
            return none
        }
        return UnsafeBufferPointer(start: buffer, count: positionCount)
    }

    /// Occurrences of the first `end` postings of the block, in all fields.
    private func occurrences(inPostingsBefore end: Int) -> Int {
        var sum = Self.sum(text, end)
        if hasOtherFields { sum += Self.sum(heading, end) + Self.sum(title, end) }
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
        positionCount = occurrences(inPostingsBefore: count)
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
