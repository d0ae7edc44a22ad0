/// Tokens of the current document that have not met their terms yet.
///
/// Memory safety: the array has room for ``capacity`` tokens; the caller asks ``isFull`` before it appends. Rests are
/// addressed by offsets below `restCount`.
struct WaitingTokens: ~Copyable {
    struct Token {
        let key: TermKey
        /// Field of an occurrence.
        let field: UInt8
        /// Flags of its list.
        let flags: UInt8
        /// Position of an occurrence, or an impact.
        let value: UInt32
        /// Where the key's bytes beyond the inlined ones lie.
        let rest: UInt32
        /// Number plus one of the term that the token most likely belongs to.
        fileprivate(set) var candidate: UInt32 = 0
    }

    /// Slots, terms and tokens of so many still fit into the second-level cache.
    private static let capacity = 1 << 11

    private var tokens: UnsafeMutablePointer<Token>
    private(set) var count = 0
    private var rests: UnsafeMutablePointer<UInt8>
    private var restCapacity = 1 << 14
    private var restCount = 0

    init() {
        tokens = .allocate(capacity: Self.capacity)
        rests = .allocate(capacity: restCapacity)
    }

    deinit {
        tokens.deallocate()
        rests.deallocate()
    }

    var isFull: Bool {
        @inline(__always) get { count == Self.capacity }
    }

    subscript(index: Int) -> Token {
        @inline(__always) unsafeAddress { UnsafePointer(tokens + index) }
    }

    @inline(__always)
    mutating func append(
        _ key: TermKey, _ term: UnsafeBufferPointer<UInt8>, field: UInt8, flags: UInt8, value: UInt32
    ) {
        if key.length > TermKey.inlined { append(rest: term) }
        (tokens + count).initialize(
            to: Token(
                key: key, field: field, flags: flags, value: value,
                rest: UInt32(truncatingIfNeeded: restCount &- max(0, Int(key.length) &- TermKey.inlined))))
        count &+= 1
    }

    @inline(never)
    private mutating func append(rest term: UnsafeBufferPointer<UInt8>) {
        let rest = UnsafeBufferPointer(rebasing: term[(TermKey.inlined - 1)...])
        if restCount + rest.count > restCapacity {
            let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: restCapacity * 2 + rest.count)
            larger.update(from: rests, count: restCount)
            rests.deallocate()
            rests = larger
            restCapacity = restCapacity * 2 + rest.count
        }
        guard let start = rest.baseAddress else { return }
        (rests + restCount).update(from: start, count: rest.count)
        restCount += rest.count
    }

    @inline(__always)
    mutating func setCandidate(_ candidate: UInt32, at index: Int) { tokens[index].candidate = candidate }

    /// The key's bytes beyond the inlined ones; only good until the next token.
    @inline(__always)
    func rest(of token: borrowing Token) -> UnsafePointer<UInt8> { UnsafePointer(rests + Int(token.rest)) }

    mutating func removeAll() {
        count = 0
        restCount = 0
    }
}
