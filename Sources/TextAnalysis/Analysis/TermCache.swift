internal import CMemory

/// The terms of words seen before, keyed by the word's bytes as written, so that folding and stemming run once per
/// distinct word. Open addressing, linear probing; emptied when it has grown to its limit.
///
/// Safety: the two allocations belong to this object alone and are freed with it. A slot's offsets are written once
/// its bytes stand in the arena, and both only ever grow together; every index is masked by the slot count.
final class TermCache {
    struct Entry {
        var hash: UInt32
        /// Where key, exact term and stem term stand in the arena, one behind the other.
        var offset: UInt32
        /// Of all words that were ever inserted, from 1 on; 0 where they were too many to be numbered.
        var number: UInt32
        /// 0 in an empty slot.
        var keyLength: UInt8
        var exactLength: UInt8
        /// 0 where the stem equals the exact term and is not stored again.
        var stemLength: UInt8
    }

    /// Longer words are not worth remembering.
    static let longestKey = 96
    /// Three quarters of them are used at most: room for the 140 000 forms that 10 MB of Arabic law has.
    private let largestSlotCount: Int

    /// So many words are numbered: who keeps something for each needs room for them.
    private static let mostNumbered: UInt32 = 1 << 21
    private var numbered: UInt32 = 0

    private var slotCount: Int
    private(set) var used = 0
    private var slots: UnsafeMutablePointer<Entry>
    private var arena: UnsafeMutablePointer<UInt8>
    private var arenaCapacity = 1 << 16
    private var arenaCount = 0

    /// - Parameter largestSlotCount: a power of two.
    init(largestSlotCount: Int = 1 << 19) {
        self.largestSlotCount = largestSlotCount
        slotCount = min(1 << 11, largestSlotCount)
        slots = Self.emptySlots(slotCount)
        arena = .allocate(capacity: arenaCapacity + OwnedArray<UInt8>.overread)
    }

    deinit {
        slots.deallocate()
        arena.deallocate()
    }

    /// A multiplicative hash over eight bytes at a time.
    @inline(__always)
    static func hash(_ key: UnsafePointer<UInt8>, _ length: Int) -> UInt32 {
        var state = UInt64(truncatingIfNeeded: length) &* 0x9E37_79B9_7F4A_7C15
        var rest = length
        var pointer = UnsafeRawPointer(key)
        while rest >= 8 {
            state = (state ^ pointer.loadUnaligned(as: UInt64.self)) &* 0x9FB2_1C65_1E98_DF25
            state ^= state >> 32
            pointer += 8
            rest -= 8
        }
        var tail: UInt64 = 0
        if rest >= 4 {
            tail = UInt64(pointer.loadUnaligned(as: UInt32.self))
            tail |= UInt64((pointer + (rest - 4)).loadUnaligned(as: UInt32.self)) << 32
        } else if rest > 0 {
            tail = UInt64(pointer.load(as: UInt8.self))
            tail |= UInt64((pointer + rest / 2).load(as: UInt8.self)) << 8
            tail |= UInt64((pointer + (rest - 1)).load(as: UInt8.self)) << 16
        }
        state = (state ^ tail) &* 0x9FB2_1C65_1E98_DF25
        state ^= state >> 29
        return UInt32(truncatingIfNeeded: state ^ state >> 32)
    }

    /// Has the slot of a key with this hash fetched.
    @inline(__always)
    func prefetchSlot(_ hash: UInt32) { cmemory_prefetch_for_reading(slots + Int(hash) & (slotCount &- 1)) }

    /// Has the bytes of what most likely is the key with this hash fetched.
    @inline(__always)
    func prefetchBytes(_ hash: UInt32) {
        cmemory_prefetch_for_reading(arena + Int(slots[Int(hash) & (slotCount &- 1)].offset))
    }

    /// The entry of a key, or nil.
    @inline(__always)
    func find(_ key: UnsafePointer<UInt8>, _ length: Int, hash: UInt32) -> Entry? {
        let mask = slotCount &- 1
        var slot = Int(hash) & mask
        while true {
            let entry = slots[slot]
            if entry.keyLength == 0 { return nil }
            if entry.hash == hash, Int(entry.keyLength) == length,
                Self.equal(arena + Int(entry.offset), key, length)
            {
                return entry
            }
            slot = (slot &+ 1) & mask
        }
    }

    /// The bytes of an entry's exact term, followed by those of its stem term where that differs. ``OwnedArray/overread`` more
    /// bytes are readable behind them.
    @inline(__always)
    func terms(of entry: Entry) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(
            start: arena + Int(entry.offset) + Int(entry.keyLength),
            count: Int(entry.exactLength) + Int(entry.stemLength))
    }

    /// Remembers a word that ``find(_:_:hash:)`` did not find. Terms are of 1 to 255 bytes.
    func insert(
        _ key: UnsafePointer<UInt8>, _ length: Int, hash: UInt32, exact: [UInt8], stem: [UInt8]
    ) -> Entry {
        if used * 4 >= slotCount * 3 { grow() }
        let storesStem = exact != stem
        let needed = length + exact.count + (storesStem ? stem.count : 0)
        reserve(needed)
        let entry = Entry(
            hash: hash, offset: UInt32(arenaCount), number: nextNumber(), keyLength: UInt8(length),
            exactLength: UInt8(exact.count),
            stemLength: storesStem ? UInt8(stem.count) : 0)
        (arena + arenaCount).update(from: key, count: length)
        (arena + arenaCount + length).update(from: exact, count: exact.count)
        if storesStem { (arena + arenaCount + length + exact.count).update(from: stem, count: stem.count) }
        arenaCount += needed
        place(entry)
        used += 1
        return entry
    }

    /// Not begun anew when the cache is emptied: what was said of a number stays true.
    private func nextNumber() -> UInt32 {
        guard numbered < Self.mostNumbered else { return 0 }
        numbered += 1
        return numbered
    }

    private func place(_ entry: Entry) {
        let mask = slotCount - 1
        var slot = Int(entry.hash) & mask
        while slots[slot].keyLength != 0 { slot = (slot + 1) & mask }
        slots[slot] = entry
    }

    private func grow() {
        if slotCount >= largestSlotCount {
            slots.update(repeating: Self.emptyEntry, count: slotCount)
            used = 0
            arenaCount = 0
            return
        }
        let old = slots
        let oldCount = slotCount
        slotCount = min(slotCount * 4, largestSlotCount)
        slots = Self.emptySlots(slotCount)
        for index in 0..<oldCount where old[index].keyLength != 0 { place(old[index]) }
        old.deallocate()
    }

    private func reserve(_ bytes: Int) {
        guard arenaCount + bytes > arenaCapacity else { return }
        let larger = UnsafeMutablePointer<UInt8>.allocate(
            capacity: arenaCapacity * 2 + bytes + OwnedArray<UInt8>.overread)
        larger.update(from: arena, count: arenaCount)
        arena.deallocate()
        arena = larger
        arenaCapacity = arenaCapacity * 2 + bytes
    }

    private static let emptyEntry = Entry(hash: 0, offset: 0, number: 0, keyLength: 0, exactLength: 0, stemLength: 0)

    private static func emptySlots(_ count: Int) -> UnsafeMutablePointer<Entry> {
        let slots = UnsafeMutablePointer<Entry>.allocate(capacity: count)
        slots.initialize(repeating: emptyEntry, count: count)
        return slots
    }

    @inline(__always)
    private static func equal(_ left: UnsafePointer<UInt8>, _ right: UnsafePointer<UInt8>, _ length: Int) -> Bool {
        let left = UnsafeRawPointer(left)
        let right = UnsafeRawPointer(right)
        var index = 0
        while index &+ 8 <= length {
            if (left + index).loadUnaligned(as: UInt64.self) != (right + index).loadUnaligned(as: UInt64.self) {
                return false
            }
            index &+= 8
        }
        while index < length {
            if (left + index).load(as: UInt8.self) != (right + index).load(as: UInt8.self) { return false }
            index &+= 1
        }
        return true
    }
}
