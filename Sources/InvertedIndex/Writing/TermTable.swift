/// Distinct terms of a segment in the making: a hash table with open addressing over an arena of key bytes.
///
/// Memory safety: slots hold a term number plus one or 0; term numbers are below `count`; keys lie inside the arena.
struct TermTable: ~Copyable {
    /// What is gathered for one term.
    struct Term {
        fileprivate(set) var keyOffset: UInt32
        fileprivate(set) var keyLength: UInt16
        var flags: UInt8 = 0
        /// Field of the last occurrence, so that positions begin anew in the next field.
        var field: UInt8 = 0
        fileprivate(set) var hash: UInt32
        var document: UInt32 = .max
        var previousDocument: UInt32 = 0
        var text: UInt32 = 0
        var heading: UInt32 = 0
        var title: UInt32 = 0
        var position: UInt32 = 0
        var documentFrequency: UInt32 = 0
        var postings = SlicePool.Stream()
        var positions = SlicePool.Stream()
    }

    private var slots: UnsafeMutablePointer<UInt32>
    private var mask: Int
    private(set) var terms: UnsafeMutablePointer<Term>
    private var termCapacity: Int
    private(set) var count = 0
    private var keys: UnsafeMutablePointer<UInt8>
    private var keyCapacity: Int
    private var keyCount = 0

    init() {
        mask = (1 << 14) - 1
        slots = .allocate(capacity: mask + 1)
        slots.initialize(repeating: 0, count: mask + 1)
        termCapacity = 1 << 13
        terms = .allocate(capacity: termCapacity)
        keyCapacity = 1 << 17
        keys = .allocate(capacity: keyCapacity)
    }

    deinit {
        slots.deallocate()
        terms.deallocate()
        keys.deallocate()
    }

    /// Bytes of memory in use.
    var byteCount: Int { (mask + 1) * 4 + count * MemoryLayout<Term>.stride + keyCount }

    mutating func removeAll() {
        slots.update(repeating: 0, count: mask + 1)
        count = 0
        keyCount = 0
    }

    /// The number of the term `space` + `bytes`, made if it is new. At most 65,000 bytes.
    @inline(__always)
    mutating func number(space: UInt8, _ bytes: UnsafeBufferPointer<UInt8>) -> Int {
        let hash = Self.hash(space, bytes)
        var slot = Int(hash) & mask
        while true {
            let entry = slots[slot]
            if entry == 0 { return insert(space, bytes, hash) }
            let number = Int(entry) - 1
            if terms[number].hash == hash, isEqual(number, space, bytes) { return number }
            slot = (slot &+ 1) & mask
        }
    }

    /// The key of a term: its space, then its bytes.
    func key(_ number: Int) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(start: keys + Int(terms[number].keyOffset), count: Int(terms[number].keyLength))
    }

    /// Term numbers by ascending key.
    func sorted() -> [Int] {
        (0..<count).sorted { first, second in
            let (left, right) = (key(first), key(second))
            let order = memcmpPrefix(left, right)
            return order != 0 ? order < 0 : left.count < right.count
        }
    }

    private func memcmpPrefix(_ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>) -> Int {
        for index in 0..<min(left.count, right.count) where left[index] != right[index] {
            return Int(left[index]) - Int(right[index])
        }
        return 0
    }

    @inline(__always)
    private func isEqual(_ number: Int, _ space: UInt8, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard Int(terms[number].keyLength) == bytes.count &+ 1 else { return false }
        let key = keys + Int(terms[number].keyOffset)
        guard key[0] == space else { return false }
        for index in 0..<bytes.count where key[index &+ 1] != bytes[index] { return false }
        return true
    }

    private mutating func insert(_ space: UInt8, _ bytes: UnsafeBufferPointer<UInt8>, _ hash: UInt32) -> Int {
        if count == termCapacity {
            let moved = UnsafeMutablePointer<Term>.allocate(capacity: termCapacity * 2)
            moved.moveInitialize(from: terms, count: count)
            terms.deallocate()
            terms = moved
            termCapacity *= 2
        }
        let length = bytes.count + 1
        if keyCount + length > keyCapacity {
            let larger = max(keyCapacity * 2, keyCount + length)
            let moved = UnsafeMutablePointer<UInt8>.allocate(capacity: larger)
            moved.moveInitialize(from: keys, count: keyCount)
            keys.deallocate()
            keys = moved
            keyCapacity = larger
        }
        keys[keyCount] = space
        for index in 0..<bytes.count { keys[keyCount + 1 + index] = bytes[index] }
        (terms + count).initialize(
            to: Term(keyOffset: UInt32(keyCount), keyLength: UInt16(length), hash: hash))
        keyCount += length
        count += 1
        if count * 2 > mask { grow() }
        place(count - 1)
        return count - 1
    }

    private mutating func place(_ number: Int) {
        var slot = Int(terms[number].hash) & mask
        while slots[slot] != 0 { slot = (slot + 1) & mask }
        slots[slot] = UInt32(number + 1)
    }

    private mutating func grow() {
        slots.deallocate()
        mask = mask * 2 + 1
        slots = .allocate(capacity: mask + 1)
        slots.initialize(repeating: 0, count: mask + 1)
        // The newest term is placed by the caller.
        for number in 0..<(count - 1) { place(number) }
    }

    /// Multiply-and-fold over eight bytes at a time; the table lives in memory only, so the function may change.
    @inline(__always)
    private static func hash(_ space: UInt8, _ bytes: UnsafeBufferPointer<UInt8>) -> UInt32 {
        var value = UInt64(space) &+ 0x9E37_79B9_7F4A_7C15 &* UInt64(bytes.count &+ 1)
        var rest = bytes.count
        if var address = UnsafeRawPointer(bytes.baseAddress) {
            while rest >= 8 {
                value = mix(value ^ address.loadUnaligned(as: UInt64.self))
                address += 8
                rest &-= 8
            }
            var tail: UInt64 = 0
            while rest > 0 {
                rest &-= 1
                tail = tail << 8 | UInt64(address.load(fromByteOffset: rest, as: UInt8.self))
            }
            value = mix(value ^ tail)
        }
        return UInt32(truncatingIfNeeded: value ^ value >> 32)
    }

    @inline(__always)
    private static func mix(_ value: UInt64) -> UInt64 {
        let product = value.multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
        return product.high ^ product.low
    }
}
