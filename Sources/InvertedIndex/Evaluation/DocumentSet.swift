/// A set of document numbers of one segment, one bit each.
public struct DocumentSet: Sendable, Equatable {
    /// Numbers below this can be members.
    public let capacity: Int
    private(set) var words: [UInt64]

    /// An empty set for numbers below `capacity`.
    public init(capacity: Int) {
        self.capacity = capacity
        words = [UInt64](repeating: 0, count: (capacity + 63) / 64)
    }

    init(capacity: Int, words: [UInt64]) {
        self.capacity = capacity
        self.words = words
    }

    /// Whether `document` is a member; false for numbers that are not below ``capacity``.
    public func contains(_ document: UInt32) -> Bool {
        document < capacity && words[Int(document >> 6)] >> UInt64(document & 63) & 1 == 1
    }

    /// Adds a document; one that is not below ``capacity`` is ignored. True when it was not a member.
    @discardableResult
    public mutating func insert(_ document: UInt32) -> Bool {
        guard document < capacity, !contains(document) else { return false }
        words[Int(document >> 6)] |= 1 << UInt64(document & 63)
        return true
    }

    /// Adds the members of another set of the same capacity.
    mutating func formUnion(_ other: DocumentSet) {
        for index in words.indices where index < other.words.count { words[index] |= other.words[index] }
    }

    /// Keeps the members that another set of the same capacity has too.
    mutating func formIntersection(_ other: DocumentSet) {
        for index in words.indices { words[index] &= index < other.words.count ? other.words[index] : 0 }
    }

    /// Number of members.
    public var count: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }

    /// The first member that is not below `document`, or nil.
    public func first(from document: UInt32) -> UInt32? {
        guard document < capacity else { return nil }
        var index = Int(document >> 6)
        var word = words[index] & (UInt64.max << UInt64(document & 63))
        while word == 0 {
            index += 1
            guard index < words.count else { return nil }
            word = words[index]
        }
        return UInt32(index * 64 + word.trailingZeroBitCount)
    }

    /// Calls `body` with each member, ascending.
    public func forEach(_ body: (UInt32) throws -> Void) rethrows {
        for (index, start) in words.enumerated() {
            var word = start
            while word != 0 {
                try body(UInt32(index * 64 + word.trailingZeroBitCount))
                word &= word - 1
            }
        }
    }
}
