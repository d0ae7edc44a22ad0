/// Numbers for terms: an open-addressing hash table over UTF-8 bytes that answers for whole terms and for the
/// beginnings of terms in one pass over the bytes.
struct TermTable: Sendable {
    private struct Slot: Sendable {
        var hash: UInt32 = 0
        /// 0 for an empty slot.
        var number: UInt32 = 0
        var offset: UInt32 = 0
        var length: UInt8 = 0
        var isPrefix = false
    }

    private var slots: [Slot] = Array(repeating: Slot(), count: 256)
    private var arena: [UInt8] = []
    private(set) var count: UInt32 = 0
    /// Bit n is set where a prefix of n bytes exists; longer prefixes than 63 bytes do not occur.
    private var prefixLengths: UInt64 = 0

    private static let basis: UInt32 = 2_166_136_261

    /// FNV-1a, whose value after n bytes is the hash of the first n bytes: prefixes cost no second pass.
    @inline(__always)
    private static func step(_ hash: UInt32, _ byte: UInt8) -> UInt32 { (hash ^ UInt32(byte)) &* 16_777_619 }

    /// FNV's low bits are weak; the slot is taken from mixed ones.
    @inline(__always)
    private static func mix(_ hash: UInt32, prefix: Bool) -> UInt32 {
        var value = hash ^ (prefix ? 0x9E37_79B9 : 0)
        value ^= value >> 15
        value &*= 0x2C1B_3C6D
        return value ^ (value >> 13)
    }

    /// The number of a term or prefix, given on first sight; nil for an empty or overlong one.
    mutating func insert(_ bytes: ArraySlice<UInt8>, prefix: Bool) -> UInt32? {
        guard !bytes.isEmpty, bytes.count < (prefix ? 64 : 256) else { return nil }
        let hash = Self.mix(bytes.reduce(Self.basis, Self.step), prefix: prefix)
        let found = bytes.withUnsafeBufferPointer { find($0, hash: hash, prefix: prefix) }
        if found != 0 { return found }
        if Int(count) * 2 >= slots.count { grow() }
        count += 1
        place(
            Slot(hash: hash, number: count, offset: UInt32(arena.count), length: UInt8(bytes.count), isPrefix: prefix))
        arena.append(contentsOf: bytes)
        if prefix { prefixLengths |= 1 << UInt64(bytes.count) }
        return count
    }

    /// The number of a whole term; 0 where it has none.
    @inline(__always)
    func number(of term: UnsafeBufferPointer<UInt8>) -> UInt32 {
        var hash = Self.basis
        for byte in term { hash = Self.step(hash, byte) }
        return find(term, hash: Self.mix(hash, prefix: false), prefix: false)
    }

    /// Calls `body` with the number of every prefix that the term begins with.
    @inline(__always)
    func prefixes(of term: UnsafeBufferPointer<UInt8>, _ body: (UInt32) -> Void) {
        guard prefixLengths != 0 else { return }
        var hash = Self.basis
        for (index, byte) in term.prefix(63).enumerated() {
            hash = Self.step(hash, byte)
            guard prefixLengths & (1 << UInt64(index + 1)) != 0 else { continue }
            let start = UnsafeBufferPointer(rebasing: term[..<(index + 1)])
            let number = find(start, hash: Self.mix(hash, prefix: true), prefix: true)
            if number != 0 { body(number) }
        }
    }

    @inline(__always)
    private func find(_ term: UnsafeBufferPointer<UInt8>, hash: UInt32, prefix: Bool) -> UInt32 {
        let mask = slots.count - 1
        var index = Int(hash) & mask
        while true {
            let slot = slots[index]
            if slot.number == 0 { return 0 }
            if slot.hash == hash, slot.isPrefix == prefix, Int(slot.length) == term.count,
                arena[Int(slot.offset)..<(Int(slot.offset) + term.count)].elementsEqual(term)
            {
                return slot.number
            }
            index = (index + 1) & mask
        }
    }

    private mutating func place(_ slot: Slot) {
        let mask = slots.count - 1
        var index = Int(slot.hash) & mask
        while slots[index].number != 0 { index = (index + 1) & mask }
        slots[index] = slot
    }

    private mutating func grow() {
        let old = slots
        slots = Array(repeating: Slot(), count: old.count * 2)
        for slot in old where slot.number != 0 { place(slot) }
    }
}
