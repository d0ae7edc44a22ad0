internal import CMemory

/// Terms and postings of a segment in the making.
///
/// Tokens wait until their document ends, or until there are many: then all slots, all terms and all streams that they
/// need are asked for before the first is used, and a term's posting is written once with all its positions, into one
/// stream. What costs is the memory's delay, not the work (the group prefetching of S. Chen et al., "Improving hash
/// join performance through prefetching", ICDE 2004, section 4).
///
/// A value without copies that its builder keeps behind a pointer: the fields of a class would be guarded against
/// overlapping access at every token, which costs a fifth of the time of indexing.
struct PostingAccumulator: ~Copyable {
    private var table = TermTable()
    private var pool = SlicePool()
    private var waiting = WaitingTokens()
    private var document = DocumentTerms()
    private var words = KnownWords()

    var byteCount: Int { table.byteCount + pool.byteCount + words.byteCount }
    var isNearlyFull: Bool { pool.isNearlyFull }

    /// Words that follow are numbered as in `vocabulary`.
    mutating func use(vocabulary: UInt64) {
        // Those that wait are numbered as in the one before.
        resolve()
        words.use(vocabulary)
    }

    /// Adds an occurrence to the current document.
    @inline(__always)
    mutating func add(
        space: UInt8, term: UnsafeBufferPointer<UInt8>, word: UInt32, field: IndexField, position: UInt32
    ) {
        if waiting.isFull { resolve() }
        let flags = PostingBuffer.Flags.positions.rawValue
        let known = words.term(of: word)
        guard known == 0 else {
            table.prefetchTerm(known &- 1)
            return waiting.append(term: known &- 1, field: field.rawValue, flags: flags, value: position)
        }
        let key = TermKey(space: space, term)
        table.prefetchSlot(key.hash)
        waiting.append(key, term, word: word, field: field.rawValue, flags: flags, value: position)
    }

    /// Adds a term without position: a filter, or with `impact` a score of its own. Added twice, the higher counts.
    mutating func addPlain(space: UInt8, term: UnsafeBufferPointer<UInt8>, impact: UInt8?) {
        if waiting.isFull { resolve() }
        let key = TermKey(space: space, term)
        table.prefetchSlot(key.hash)
        waiting.append(
            key, term, word: 0, field: 0, flags: impact == nil ? 0 : PostingBuffer.Flags.impact.rawValue,
            value: UInt32(max(1, impact ?? 1)))
    }

    /// Gives every waiting token to its term.
    private mutating func resolve() {
        for number in 0..<waiting.keyCount {
            let hash = waiting.key(UInt32(truncatingIfNeeded: number)).pointee.key.hash
            waiting.setCandidate(table.candidate(hash), ofKey: number)
        }
        for index in 0..<waiting.count {
            let token = waiting[index]
            let number = token.term == 0 ? lookUp(waiting.key(token.key)) : Int(token.term &- 1)
            let entry = table.terms + number
            pool.prefetch(entry.pointee.postings)
            let known = entry.pointee.documentPlace
            let place = document.place(of: UInt32(truncatingIfNeeded: number), known: known)
            entry.pointee.documentPlace = place &+ 1
            entry.pointee.flags = known == 0 ? token.flags : entry.pointee.flags
            if token.flags & PostingBuffer.Flags.positions.rawValue != 0 {
                document.add(position: token.value, field: token.field, to: place)
            } else {
                document.add(impact: token.value, to: place)
            }
        }
        waiting.removeAll()
    }

    /// The number of the term with this key.
    @inline(__always)
    private mutating func lookUp(_ key: UnsafePointer<WaitingTokens.Key>) -> Int {
        let number = table.number(
            of: key.pointee.key, candidate: key.pointee.candidate, rest: waiting.rest(of: key))
        if key.pointee.word != 0 { words.set(key.pointee.word, to: number) }
        return number
    }

    /// Ends the current document, which is number `number`.
    mutating func endDocument(_ number: UInt32) {
        resolve()
        document.dealOut()
        for place in 0..<document.count { close(place, number) }
        document.removeAll()
    }

    /// Writes the document's posting of a term into its stream: frequencies in the code of a short posting list, then
    /// the position gaps.
    @inline(__always)
    private mutating func close(_ place: Int, _ number: UInt32) {
        let found = document[place]
        let entry = table.terms + Int(found.term)
        let gap = (number &- entry.pointee.previousDocument) << 2
        entry.pointee.previousDocument = number
        entry.pointee.documentFrequency += 1
        entry.pointee.documentPlace = 0
        var word = VariableWord()
        if found.heading | found.title == 0 {
            word.append(found.text == 1 ? gap : gap | 1)
            if found.text != 1 { append(found.text, &word, to: entry) }
        } else if found.text | found.heading == 0, found.title == 1 {
            word.append(gap | 3)
        } else {
            word.append(gap | 2)
            append(found.text, &word, to: entry)
            append(found.heading, &word, to: entry)
            append(found.title, &word, to: entry)
        }
        for gap in document.gaps(at: place) { append(gap, &word, to: entry) }
        pool.append(word.bits, count: word.count, to: &entry.pointee.postings)
    }

    /// Appends a number to `word`, and `word` to the term's stream where it is full.
    @inline(__always)
    private mutating func append(
        _ value: UInt32, _ word: inout VariableWord, to entry: UnsafeMutablePointer<TermTable.Term>
    ) {
        if word.count &+ VariableWord.byteCount(value) > 8 {
            pool.append(word.bits, count: word.count, to: &entry.pointee.postings)
            word = VariableWord()
        }
        word.append(value)
    }

    /// Term numbers by ascending key.
    func sortedTerms() -> [Int] { table.sorted() }

    func key(_ number: Int) -> [UInt8] { table.key(number) }

    /// Has one of the first slices of a term's postings fetched; see ``SlicePool/prefetch(_:slice:)``.
    @inline(__always)
    func prefetch(_ number: Int, slice: Int) { pool.prefetch(table.terms[number].postings, slice: slice) }

    /// The posting of a term that stands once in the text of one document, as most terms do; nil for any other.
    @inline(__always)
    func single(_ number: Int) -> (document: UInt32, position: UInt32)? {
        let term = table.terms[number]
        guard term.documentFrequency == 1, term.flags == PostingBuffer.Flags.positions.rawValue,
            var word = pool.word(term.postings).map(VariableWord.init(bits:))
        else { return nil }
        let document = word.takeFirst()
        return document & 3 == 0 ? (document >> 2, word.takeFirst()) : nil
    }

    /// Reads the postings of a term into `list`; `scratch` is room to work in.
    ///
    /// - Parameter places: new numbers of the documents; then the list is not in their order.
    func read(_ number: Int, places: [UInt32]?, into list: inout PostingBuffer, scratch: inout ByteWriter) {
        let term = table.terms[number]
        list.flags = PostingBuffer.Flags(rawValue: term.flags)
        scratch.removeAll()
        pool.copy(term.postings, to: &scratch)
        // A gap takes a byte at least.
        list.resize(Int(term.documentFrequency), gapCount: list.flags.contains(.positions) ? scratch.count : 0)
        scratch.append(little: UInt64(0))
        let gapCount = list.withPointers { list in
            scratch.withUnsafeBytes { Self.decode($0, count: Int(term.documentFrequency), into: list) }
        }
        list.truncateGaps(gapCount)
        guard let places else { return }
        list.documents.withUnsafeMutableBufferPointer { documents in
            places.withUnsafeBufferPointer { places in
                for index in documents.indices { documents[index] = places[Int(documents[index])] }
            }
        }
    }

    /// Decodes `count` postings of a stream; gives the number of gaps. The arrays have room for them.
    ///
    /// Memory safety: the bytes are those that `close` has written, whole postings, with eight more behind them.
    @inline(__always)
    private static func decode(_ bytes: UnsafeRawBufferPointer, count: Int, into list: PostingBuffer.Pointers) -> Int {
        guard var cursor = bytes.baseAddress else { return 0 }
        let hasGaps = !list.gaps.isEmpty
        var document: UInt32 = 0
        var gapCount = 0
        for index in 0..<count {
            let value = VariableWord.read(&cursor)
            document &+= value >> 2
            var (text, heading, title) = (UInt32(1), UInt32(0), UInt32(0))
            switch value & 3 {
            case 0: break
            case 1: text = VariableWord.read(&cursor)
            case 3: (text, title) = (0, 1)
            default:
                text = VariableWord.read(&cursor)
                heading = VariableWord.read(&cursor)
                title = VariableWord.read(&cursor)
            }
            list.documents[index] = document
            list.text[index] = text
            list.heading[index] = heading
            list.title[index] = title
            guard hasGaps else { continue }
            for _ in 0..<(text &+ heading &+ title) {
                list.gaps[gapCount] = VariableWord.read(&cursor)
                gapCount &+= 1
            }
        }
        return gapCount
    }

    mutating func removeAll() {
        table.removeAll()
        pool.removeAll()
        waiting.removeAll()
        document.removeAll()
        words.removeAll()
    }
}
