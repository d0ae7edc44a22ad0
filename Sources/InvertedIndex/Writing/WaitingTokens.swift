/// Tokens of the current document that have not met their terms yet.
///
/// Memory safety: the arrays have room for ``capacity`` tokens; the caller asks ``isFull`` before it appends. Rests are
/// addressed by offsets below `restCount`, keys by numbers below `keyCount`.
struct WaitingTokens: ~Copyable {
    struct Token {
        /// Number of its term plus one, where that is known; else 0, and the token has a key.
        let term: UInt32
        /// Number of its key.
        let key: UInt32
        /// Position of an occurrence, or an impact.
        let value: UInt32
        /// Field of an occurrence.
        let field: UInt8
        /// Flags of its list.
        let flags: UInt8
    }

    /// What a token is known by whose term is not known.
    struct Key {
        let key: TermKey
        /// Where the key's bytes beyond the inlined ones lie.
        let rest: UInt32
        /// What the caller knows it by, or 0.
        let word: UInt32
        /// Number plus one of the term that the token most likely belongs to.
        fileprivate(set) var candidate: UInt32 = 0
    }

    /// Slots, terms and tokens of so many still fit into the second-level cache.
    private static let capacity = 1 << 11

    private let tokens: UnsafeMutablePointer<Token>
    private(set) var count = 0
    private let keys: UnsafeMutablePointer<Key>
    private(set) var keyCount = 0
    private var rests: UnsafeMutablePointer<UInt8>
    private var restCapacity = 1 << 14
    private var restCount = 0

    init() {
        tokens = .allocate(capacity: Self.capacity)
        keys = .allocate(capacity: Self.capacity)
        rests = .allocate(capacity: restCapacity)
    }

    deinit {
        tokens.deallocate()
        keys.deallocate()
        rests.deallocate()
    }

    var isFull: Bool {
        @inline(__always) get { count == Self.capacity }
    }

    subscript(index: Int) -> Token {
        @inline(__always) unsafeAddress { UnsafePointer(tokens + index) }
    }

    @inline(__always)
    func key(_ number: UInt32) -> UnsafePointer<Key> { UnsafePointer(keys + Int(number)) }

    /// Appends a token of a term that is known.
    @inline(__always)
    mutating func append(term: UInt32, field: UInt8, flags: UInt8, value: UInt32) {
        (tokens + count).initialize(to: Token(term: term &+ 1, key: 0, value: value, field: field, flags: flags))
        count &+= 1
    }

    /// Appends a token whose term is to be looked up.
    @inline(__always)
    mutating func append(
        _ key: TermKey, _ term: UnsafeBufferPointer<UInt8>, word: UInt32, field: UInt8, flags: UInt8, value: UInt32
    ) {
        if key.length > TermKey.inlined { append(rest: term) }
        let rest = UInt32(truncatingIfNeeded: restCount &- max(0, Int(key.length) &- TermKey.inlined))
        (keys + keyCount).initialize(to: Key(key: key, rest: rest, word: word))
        (tokens + count).initialize(
            to: Token(
                term: 0, key: UInt32(truncatingIfNeeded: keyCount), value: value, field: field, flags: flags))
        keyCount &+= 1
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
    mutating func setCandidate(_ candidate: UInt32, ofKey number: Int) { keys[number].candidate = candidate }

    /// The key's bytes beyond the inlined ones; only good until the next token.
    @inline(__always)
    func rest(of key: UnsafePointer<Key>) -> UnsafePointer<UInt8> { UnsafePointer(rests + Int(key.pointee.rest)) }

    mutating func removeAll() {
        count = 0
        keyCount = 0
        restCount = 0
    }
}
