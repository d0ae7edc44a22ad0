/// The terms of words that the caller knows by numbers of its own, as the analyzer of a language does: a word that was looked
/// up once is found by its number.
///
/// Memory safety: the table in use has `capacity` numbers, and a word at or beyond that is unknown.
struct KnownWords: ~Copyable {
    private struct Table {
        let terms: UnsafeMutablePointer<UInt32>
        let capacity: Int
    }

    private var tables: [UInt64: Table] = [:]
    private var vocabulary: UInt64 = 0
    /// Of the vocabulary in use: by word, its term's number plus one, or 0.
    private var terms: UnsafeMutablePointer<UInt32>
    private var capacity = 1
    /// Tables of all vocabularies together have so many numbers, 64 MB, before they are begun anew.
    private static let mostNumbers = 1 << 24
    private var numberCount = 1

    /// Bytes of memory in use.
    var byteCount: Int { numberCount * MemoryLayout<UInt32>.stride }

    init() {
        terms = .allocate(capacity: 1)
        terms.initialize(to: 0)
        tables[0] = Table(terms: terms, capacity: 1)
    }

    deinit { for table in tables.values { table.terms.deallocate() } }

    /// From now on words are those of `vocabulary`.
    mutating func use(_ vocabulary: UInt64) {
        guard vocabulary != self.vocabulary else { return }
        if tables[vocabulary] == nil {
            if numberCount > Self.mostNumbers { removeAll() }
            add(Table(terms: .allocate(capacity: 1 << 10), capacity: 1 << 10), of: vocabulary)
        }
        guard let table = tables[vocabulary] else { return }
        (self.vocabulary, terms, capacity) = (vocabulary, table.terms, table.capacity)
    }

    private mutating func add(_ table: Table, of vocabulary: UInt64) {
        table.terms.initialize(repeating: 0, count: table.capacity)
        if let before = tables.updateValue(table, forKey: vocabulary) { numberCount -= before.capacity }
        numberCount += table.capacity
    }

    /// The term of a word: its number plus one, or 0 if it is not known.
    @inline(__always)
    func term(of word: UInt32) -> UInt32 { Int(word) < capacity ? terms[Int(word)] : 0 }

    /// Remembers the term of a word above 0.
    mutating func set(_ word: UInt32, to term: Int) {
        if Int(word) >= capacity {
            let (old, oldCapacity) = (terms, capacity)
            capacity = max(oldCapacity * 2, Int(word) + 1)
            terms = .allocate(capacity: capacity)
            add(Table(terms: terms, capacity: capacity), of: vocabulary)
            terms.update(from: old, count: oldCapacity)
            old.deallocate()
        }
        terms[Int(word)] = UInt32(truncatingIfNeeded: term &+ 1)
    }

    mutating func removeAll() {
        for table in tables.values { table.terms.deallocate() }
        tables.removeAll()
        numberCount = 0
        (vocabulary, capacity) = (0, 1)
        terms = .allocate(capacity: 1)
        add(Table(terms: terms, capacity: 1), of: 0)
    }
}
