/// A growing array of plain values that has one owner: nothing asks at every access whether it is shared.
///
/// Memory safety: elements below `count` are initialised; `append` makes room before it writes; a subscript is checked in
/// debug builds only, callers keep to `count`.
struct OwnedArray<Element: BitwiseCopyable>: ~Copyable {
    fileprivate var base: UnsafeMutablePointer<Element>
    fileprivate var capacity: Int
    fileprivate(set) var count = 0

    init(capacity: Int = 64) {
        self.capacity = max(1, capacity)
        base = .allocate(capacity: self.capacity)
    }

    deinit { base.deallocate() }

    var isEmpty: Bool {
        @inline(__always) get { count == 0 }
    }

    subscript(index: Int) -> Element {
        @inline(__always) unsafeAddress {
            assert(index >= 0 && index < count)
            return UnsafePointer(base + index)
        }
        @inline(__always) unsafeMutableAddress {
            assert(index >= 0 && index < count)
            return base + index
        }
    }

    @inline(__always)
    mutating func append(_ element: Element) {
        if count == capacity { grow(by: 1) }
        (base + count).initialize(to: element)
        count &+= 1
    }

    @inline(__always)
    mutating func append(_ elements: UnsafePointer<Element>, count added: Int) {
        if added > capacity &- count { grow(by: added) }
        (base + count).update(from: elements, count: added)
        count &+= added
    }

    /// Drops the elements from `count` on.
    @inline(__always)
    mutating func truncate(to count: Int) {
        assert(count <= self.count)
        self.count = count
    }

    /// Forgets the elements and keeps the memory.
    @inline(__always)
    mutating func removeAll() { count = 0 }

    /// Lends the elements, for the call only.
    @inline(__always)
    func withElements<Result>(_ body: (UnsafeBufferPointer<Element>) -> Result) -> Result {
        body(UnsafeBufferPointer(start: base, count: count))
    }

    @inline(never)
    fileprivate mutating func grow(by more: Int) {
        let larger = max(capacity * 2, count + more)
        let moved = UnsafeMutablePointer<Element>.allocate(capacity: larger)
        moved.update(from: base, count: count)
        base.deallocate()
        base = moved
        capacity = larger
    }
}

extension OwnedArray<UInt8> {
    /// Bytes behind its own that ``append(overreading:)`` reads.
    static let overread = 16

    /// Appends a few bytes, which are followed by ``overread`` more that are readable: copied by sixteen, which takes less
    /// time than to call for a copy of so many as there are.
    @inline(__always)
    mutating func append(overreading bytes: UnsafeBufferPointer<UInt8>) {
        guard let start = bytes.baseAddress else { return }
        let added = bytes.count
        if added &+ Self.overread > capacity &- count { grow(by: added &+ Self.overread) }
        var place = 0
        while place < added {
            let sixteen = UnsafeRawPointer(start + place).loadUnaligned(as: SIMD16<UInt8>.self)
            UnsafeMutableRawPointer(base + count + place).storeBytes(of: sixteen, as: SIMD16<UInt8>.self)
            place &+= 16
        }
        count &+= added
    }

    /// Appends the UTF-8 form of a scalar.
    @inline(__always)
    mutating func append(scalar: UInt32) {
        if scalar < 0x80 {
            append(UInt8(truncatingIfNeeded: scalar))
            return
        }
        if scalar < 0x800 {
            append(UInt8(truncatingIfNeeded: 0xC0 | scalar >> 6))
        } else {
            if scalar < 0x10000 {
                append(UInt8(truncatingIfNeeded: 0xE0 | scalar >> 12))
            } else {
                append(UInt8(truncatingIfNeeded: 0xF0 | scalar >> 18))
                append(UInt8(truncatingIfNeeded: 0x80 | scalar >> 12 & 0x3F))
            }
            append(UInt8(truncatingIfNeeded: 0x80 | scalar >> 6 & 0x3F))
        }
        append(UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F))
    }

    /// Takes off the last scalar.
    mutating func removeLastScalar() {
        while count > 0 {
            let byte = self[count - 1]
            truncate(to: count - 1)
            if byte & 0xC0 != 0x80 { return }
        }
    }
}
