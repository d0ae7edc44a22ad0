/// Distinct terms of a segment in the making: a hash table with open addressing.
///
/// What is gathered for a term, and the first bytes of its key, lie in one cache line of 64 bytes: adding a token costs
/// a look at a slot, one at the term and one at its stream, each a likely cache miss in a vocabulary of a million words.
///
/// Memory safety: slots hold a term number plus one or 0; term numbers are below `count`; key bytes beyond the inlined
/// ones lie inside the arena.
struct TermTable: ~Copyable {
    /// What is gathered for one term.
    struct Term {
        /// Bytes of the key kept beside the figures.
        static let inlined = 12

        fileprivate(set) var hash: UInt32
        fileprivate(set) var keyLength: UInt16
        var flags: UInt8 = 0
        /// Field of the last occurrence, so that positions begin anew in the next field.
        var field: UInt8 = 0
        fileprivate var keyStart: (UInt64, UInt32) = (0, 0)
        /// Where the rest of the key lies in the arena.
        fileprivate var keyRest: UInt32 = 0
        /// Occurrences in the document that is being added; all 0 between documents.
        var text: UInt32 = 0
        var heading: UInt32 = 0
        var title: UInt32 = 0
        var position: UInt32 = 0
        var previousDocument: UInt32 = 0
        var documentFrequency: UInt32 = 0
        var postings = SlicePool.Stream()
        var positions = SlicePool.Stream()
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
        let slots = UnsafeMutablePointer<Slot>.allocate(capacity: count)
        slots.initialize(repeating: Slot(hash: 0, number: 0), count: count)
        return slots
    }

    private static func allocateTerms(_ count: Int) -> UnsafeMutablePointer<Term> {
        UnsafeMutableRawPointer.allocate(byteCount: count * MemoryLayout<Term>.stride, alignment: 64)
            .bindMemory(to: Term.self, capacity: count)
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

    /// The number of the term `space` + `bytes`, made if it is new. At most 65,000 bytes.
    @inline(__always)
    mutating func number(space: UInt8, _ bytes: UnsafeBufferPointer<UInt8>) -> Int {
        let key = Key(space: space, bytes)
        var place = Int(key.hash) & mask
        while true {
            let slot = slots[place]
            if slot.number == 0 { return insert(key) }
            if slot.hash == key.hash {
                let number = Int(slot.number) - 1
                if isEqual(number, key) { return number }
            }
            place = (place &+ 1) & mask
        }
    }

    /// The key of a term: its space, then its bytes.
    func key(_ number: Int) -> [UInt8] {
        let term = terms[number]
        let length = Int(term.keyLength)
        return [UInt8](unsafeUninitializedCapacity: length) { buffer, initialized in
            withUnsafeBytes(of: term.keyStart) { start in
                for index in 0..<min(length, Term.inlined) { buffer[index] = start[index] }
            }
            for index in Term.inlined..<max(length, Term.inlined) {
                buffer[index] = rests[Int(term.keyRest) + index - Term.inlined]
            }
            initialized = length
        }
    }

    /// Term numbers by ascending key.
    func sorted() -> [Int] {
        // Most keys differ in their first bytes, which as a number sort like the bytes do.
        var order = (0..<count).map { (prefix: UInt64(bigEndian: terms[$0].keyStart.0), number: $0) }
        order.sort { first, second in
            first.prefix != second.prefix ? first.prefix < second.prefix : isLess(first.number, second.number)
        }
        return order.map(\.number)
    }

    /// Whether a key comes before another with the same first eight bytes.
    private func isLess(_ first: Int, _ second: Int) -> Bool {
        let (left, right) = (terms + first, terms + second)
        let leftNext = UInt32(bigEndian: left.pointee.keyStart.1)
        let rightNext = UInt32(bigEndian: right.pointee.keyStart.1)
        if leftNext != rightNext { return leftNext < rightNext }
        let leftCount = Int(left.pointee.keyLength) - Term.inlined
        let rightCount = Int(right.pointee.keyLength) - Term.inlined
        let (leftRest, rightRest) = (rests + Int(left.pointee.keyRest), rests + Int(right.pointee.keyRest))
        for index in 0..<max(0, min(leftCount, rightCount)) where leftRest[index] != rightRest[index] {
            return leftRest[index] < rightRest[index]
        }
        return leftCount < rightCount
    }

    /// A key to look for: its first bytes as numbers, zeros behind its end.
    private struct Key {
        var start: (UInt64, UInt32) = (0, 0)
        let hash: UInt32
        let length: Int
        /// The bytes behind the inlined ones.
        let rest: UnsafeBufferPointer<UInt8>

        @inline(__always)
        init(space: UInt8, _ bytes: UnsafeBufferPointer<UInt8>) {
            length = bytes.count &+ 1
            let first = min(bytes.count, Term.inlined &- 1)
            var low = UInt64(space)
            var high: UInt32 = 0
            for index in 0..<min(first, 7) { low |= UInt64(bytes[index]) &<< UInt64(8 &* (index &+ 1)) }
            if first > 7 {
                for index in 7..<first { high |= UInt32(bytes[index]) &<< UInt32(8 &* (index &- 7)) }
            }
            start = (low, high)
            rest = UnsafeBufferPointer(rebasing: bytes[first...])
            var value = TermTable.mix(low ^ UInt64(length) &* 0x9E37_79B9_7F4A_7C15)
            value = TermTable.mix(value ^ UInt64(high))
            for byte in rest { value = (value ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
            hash = UInt32(truncatingIfNeeded: value ^ value >> 32)
        }
    }

    @inline(__always)
    private func isEqual(_ number: Int, _ key: Key) -> Bool {
        let term = terms + number
        guard term.pointee.keyStart.0 == key.start.0, term.pointee.keyStart.1 == key.start.1,
            Int(term.pointee.keyLength) == key.length
        else { return false }
        let rest = rests + Int(term.pointee.keyRest)
        for index in 0..<key.rest.count where rest[index] != key.rest[index] { return false }
        return true
    }

    private mutating func insert(_ key: Key) -> Int {
        if count == termCapacity {
            let moved = Self.allocateTerms(termCapacity * 2)
            moved.moveInitialize(from: terms, count: count)
            terms.deallocate()
            terms = moved
            termCapacity *= 2
        }
        var term = Term(hash: key.hash, keyLength: UInt16(key.length))
        term.keyStart = key.start
        if !key.rest.isEmpty { term.keyRest = append(key.rest) }
        (terms + count).initialize(to: term)
        count += 1
        if count * 2 > mask { grow() }
        place(count - 1)
        return count - 1
    }

    private mutating func append(_ rest: UnsafeBufferPointer<UInt8>) -> UInt32 {
        if restCount + rest.count > restCapacity {
            let larger = max(restCapacity * 2, restCount + rest.count)
            let moved = UnsafeMutablePointer<UInt8>.allocate(capacity: larger)
            moved.moveInitialize(from: rests, count: restCount)
            rests.deallocate()
            rests = moved
            restCapacity = larger
        }
        for (index, byte) in rest.enumerated() { rests[restCount + index] = byte }
        defer { restCount += rest.count }
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

    /// Multiply-and-fold; the table lives in memory only, so the function may change.
    @inline(__always)
    private static func mix(_ value: UInt64) -> UInt64 {
        let product = value.multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
        return product.high ^ product.low
    }
}
