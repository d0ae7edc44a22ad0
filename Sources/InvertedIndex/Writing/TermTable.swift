internal import CMemory

/// Distinct terms of a segment in the making: a hash table with open addressing.
///
/// What is gathered for a term, and the first bytes of its key, lie in one cache line of 64 bytes: a token costs a look
/// at a slot and one at the term, each a likely cache miss in a vocabulary of a million words, and each asked for ahead
/// of time (``prefetchSlot(_:)``, ``candidate(_:)``).
///
/// Memory safety: slots hold a term number plus one or 0; term numbers are below `count`; key bytes beyond the inlined
/// ones lie inside the arena.
struct TermTable: ~Copyable {
    /// What is gathered for one term.
    struct Term {
        fileprivate(set) var hash: UInt32
        fileprivate(set) var keyLength: UInt16
        var flags: UInt8 = 0
        fileprivate var keyStart: TermKey.Start
        /// Where the rest of the key lies in the arena.
        fileprivate var keyRest: UInt32 = 0
        /// Place among the terms of the document that is being added, plus one; 0 between documents.
        var documentPlace: UInt32 = 0
        var previousDocument: UInt32 = 0
        var documentFrequency: UInt32 = 0
        var postings = SlicePool.Stream()
    }

    /// A term's place, with its hash, so that other terms are told apart without being looked at.
    private struct Slot {
        var hash: UInt32
        /// Term number plus one; 0 for an empty slot.
        var number: UInt32
    }

    private var slots: UnsafeMutablePointer<Slot>
    private var mask: Int
    private(set) var terms: UnsafeMutablePointer<Term>
    private var termCapacity: Int
    private(set) var count = 0
    private var rests: UnsafeMutablePointer<UInt8>
    private var restCapacity: Int
    private var restCount = 0

    init() {
        mask = (1 << 14) - 1
        slots = Self.emptySlots(mask + 1)
        termCapacity = 1 << 13
        terms = Self.allocateTerms(termCapacity)
        restCapacity = 1 << 16
        rests = .allocate(capacity: restCapacity)
    }

    deinit {
        slots.deallocate()
        terms.deallocate()
        rests.deallocate()
    }

    private static func emptySlots(_ count: Int) -> UnsafeMutablePointer<Slot> {
        let slots = LargeMemory.allocate(Slot.self, capacity: count)
        slots.initialize(repeating: Slot(hash: 0, number: 0), count: count)
        return slots
    }

    private static func allocateTerms(_ count: Int) -> UnsafeMutablePointer<Term> {
        LargeMemory.allocate(Term.self, capacity: count)
    }

    /// Bytes of memory in use.
    var byteCount: Int {
        (mask + 1) * MemoryLayout<Slot>.stride + count * MemoryLayout<Term>.stride + restCount
    }

    mutating func removeAll() {
        slots.update(repeating: Slot(hash: 0, number: 0), count: mask + 1)
        count = 0
        restCount = 0
    }

    /// Has the slot of a key with this hash fetched.
    @inline(__always)
    func prefetchSlot(_ hash: UInt32) { cmemory_prefetch(slots + Int(hash) & mask) }

    /// Has a term fetched.
    @inline(__always)
    func prefetchTerm(_ number: UInt32) { cmemory_prefetch(terms + Int(number)) }

    /// The term that a key with this hash most likely is, plus one, or 0; its line is fetched.
    @inline(__always)
    func candidate(_ hash: UInt32) -> UInt32 {
        var place = Int(hash) & mask
        while true {
            let slot = slots[place]
            if slot.number == 0 { return 0 }
            if slot.hash == hash {
                cmemory_prefetch(terms + Int(slot.number &- 1))
                return slot.number
            }
            place = (place &+ 1) & mask
        }
    }

    /// The number of the term with this key, made if it is new.
    ///
    /// - Parameters:
    ///   - candidate: what ``candidate(_:)`` said of the key's hash.
    ///   - rest: the key's bytes beyond the inlined ones.
    @inline(__always)
    mutating func number(of key: borrowing TermKey, candidate: UInt32, rest: UnsafePointer<UInt8>) -> Int {
        if candidate != 0, isEqual(Int(candidate &- 1), key, rest) { return Int(candidate &- 1) }
        return find(key, rest)
    }

    @inline(never)
    private mutating func find(_ key: borrowing TermKey, _ rest: UnsafePointer<UInt8>) -> Int {
        var place = Int(key.hash) & mask
        while true {
            let slot = slots[place]
            if slot.number == 0 { return insert(key, rest) }
            if slot.hash == key.hash {
                let number = Int(slot.number) - 1
                if isEqual(number, key, rest) { return number }
            }
            place = (place &+ 1) & mask
        }
    }

    /// The key of a term: its space, then its bytes.
    func key(_ number: Int) -> [UInt8] {
        let term = terms + number
        let length = Int(term.pointee.keyLength)
        return [UInt8](unsafeUninitializedCapacity: length) { buffer, initialized in
            withUnsafeBytes(of: term.pointee.keyStart) { start in
                for index in 0..<min(length, TermKey.inlined) { buffer[index] = start[index] }
            }
            for index in TermKey.inlined..<max(length, TermKey.inlined) {
                buffer[index] = rests[Int(term.pointee.keyRest) + index - TermKey.inlined]
            }
            initialized = length
        }
    }

    /// Term numbers by ascending key.
    func sorted() -> [Int] {
        // The first eight bytes as a number sort like the bytes do; few keys have them in common.
        var order = (0..<count).map { Ordered(radixBits: UInt64(bigEndian: terms[$0].keyStart.0), number: $0) }
        var room: [Ordered] = []
        RadixSort.sort(&order, &room, from: 0, to: UInt64.bitWidth)
        var start = 0
        while start < count {
            var end = start + 1
            while end < count, order[end].radixBits == order[start].radixBits { end += 1 }
            if end > start + 1 { order[start..<end].sort { isLess($0.number, $1.number) } }
            start = end
        }
        return order.map(\.number)
    }

    /// A term on its way to its place.
    private struct Ordered: RadixKey {
        let radixBits: UInt64
        let number: Int
    }

    /// Whether a key comes before another with the same first eight bytes.
    private func isLess(_ first: Int, _ second: Int) -> Bool {
        let (left, right) = (terms + first, terms + second)
        let (leftStart, rightStart) = (left.pointee.keyStart, right.pointee.keyStart)
        if leftStart.1 != rightStart.1 { return UInt64(bigEndian: leftStart.1) < UInt64(bigEndian: rightStart.1) }
        if leftStart.2 != rightStart.2 { return UInt64(bigEndian: leftStart.2) < UInt64(bigEndian: rightStart.2) }
        if leftStart.3 != rightStart.3 { return UInt32(bigEndian: leftStart.3) < UInt32(bigEndian: rightStart.3) }
        let leftCount = Int(left.pointee.keyLength) - TermKey.inlined
        let rightCount = Int(right.pointee.keyLength) - TermKey.inlined
        let (leftRest, rightRest) = (rests + Int(left.pointee.keyRest), rests + Int(right.pointee.keyRest))
        for index in 0..<max(0, min(leftCount, rightCount)) where leftRest[index] != rightRest[index] {
            return leftRest[index] < rightRest[index]
        }
        return leftCount < rightCount
    }

    @inline(__always)
    private func isEqual(_ number: Int, _ key: borrowing TermKey, _ rest: UnsafePointer<UInt8>) -> Bool {
        let term = terms + number
        guard term.pointee.keyStart == key.start, term.pointee.keyLength == key.length else { return false }
        guard key.length > TermKey.inlined else { return true }
        let known = rests + Int(term.pointee.keyRest)
        for index in 0..<(Int(key.length) - TermKey.inlined) where known[index] != rest[index] { return false }
        return true
    }

    private mutating func insert(_ key: borrowing TermKey, _ rest: UnsafePointer<UInt8>) -> Int {
        if count == termCapacity {
            let moved = Self.allocateTerms(termCapacity * 2)
            moved.moveInitialize(from: terms, count: count)
            terms.deallocate()
            terms = moved
            termCapacity *= 2
        }
        var term = Term(hash: key.hash, keyLength: key.length, keyStart: key.start)
        if key.length > TermKey.inlined { term.keyRest = append(rest, Int(key.length) - TermKey.inlined) }
        (terms + count).initialize(to: term)
        count += 1
        if count * 2 > mask { grow() }
        place(count - 1)
        return count - 1
    }

    private mutating func append(_ rest: UnsafePointer<UInt8>, _ length: Int) -> UInt32 {
        if restCount + length > restCapacity {
            let larger = max(restCapacity * 2, restCount + length)
            let moved = UnsafeMutablePointer<UInt8>.allocate(capacity: larger)
            moved.moveInitialize(from: rests, count: restCount)
            rests.deallocate()
            rests = moved
            restCapacity = larger
        }
        (rests + restCount).update(from: rest, count: length)
        defer { restCount += length }
        return UInt32(restCount)
    }

    private mutating func place(_ number: Int) {
        var place = Int(terms[number].hash) & mask
        while slots[place].number != 0 { place = (place + 1) & mask }
        slots[place] = Slot(hash: terms[number].hash, number: UInt32(number + 1))
    }

    private mutating func grow() {
        slots.deallocate()
        mask = mask * 2 + 1
        slots = Self.emptySlots(mask + 1)
        // The newest term is placed by the caller.
        for number in 0..<(count - 1) { place(number) }
    }
}
