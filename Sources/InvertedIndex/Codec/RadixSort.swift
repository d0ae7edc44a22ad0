/// Sorts numbers by some of their bits, the least digit first, eleven bits a pass; numbers that agree in them keep their
/// order. (D. E. Knuth, The Art of Computer Programming 3, section 5.2.5, algorithm R, with counted instead of linked
/// piles.)
enum RadixSort {
    private static let digitBits = 11

    /// Sorts `keys` by the bits `from ..< to`.
    ///
    /// - Parameter room: made as large as `keys`; what it holds afterwards means nothing. It may change places with `keys`.
    static func sort<Key: RadixKey>(_ keys: inout [Key], _ room: inout [Key], from: Int, to: Int) {
        let count = keys.count
        guard let filler = keys.first else { return }
        if room.count < count {
            room.append(contentsOf: repeatElement(filler, count: count - room.count))
        } else {
            room.removeLast(room.count - count)
        }
        withUnsafeTemporaryAllocation(of: Int.self, capacity: 1 << digitBits) { starts in
            for shift in stride(from: from, to: to, by: digitBits) {
                let isMoved = keys.withUnsafeBufferPointer { keys in
                    room.withUnsafeMutableBufferPointer { room in
                        distribute(keys, to: room, shift: UInt64(shift), bits: min(digitBits, to - shift), starts)
                    }
                }
                if isMoved { swap(&keys, &room) }
            }
        }
    }

    /// Writes the keys to `room` by one digit; false, and nothing written, if all have the same.
    @inline(__always)
    private static func distribute<Key: RadixKey>(
        _ keys: UnsafeBufferPointer<Key>, to room: UnsafeMutableBufferPointer<Key>, shift: UInt64, bits: Int,
        _ starts: UnsafeMutableBufferPointer<Int>
    ) -> Bool {
        // Safe: a digit is below the number of piles; every pile ends where the next begins, the last at the end.
        let mask = UInt64(1) &<< UInt64(bits) &- 1
        starts.initialize(repeating: 0)
        for key in keys { starts[Int(truncatingIfNeeded: key.radixBits &>> shift & mask)] &+= 1 }
        if starts[Int(truncatingIfNeeded: keys[0].radixBits &>> shift & mask)] == keys.count { return false }
        var sum = 0
        for digit in starts.indices { (starts[digit], sum) = (sum, sum &+ starts[digit]) }
        for key in keys {
            let digit = Int(truncatingIfNeeded: key.radixBits &>> shift & mask)
            room[starts[digit]] = key
            starts[digit] &+= 1
        }
        return true
    }
}

/// What ``RadixSort`` sorts.
protocol RadixKey: BitwiseCopyable {
    /// The bits it is sorted by.
    var radixBits: UInt64 { get }
}

extension UInt64: RadixKey {
    var radixBits: UInt64 {
        @inline(__always) get { self }
    }
}
