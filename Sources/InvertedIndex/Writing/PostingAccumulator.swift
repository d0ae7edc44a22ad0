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

    /// How far ahead of their use streams are fetched.
    private static let ahead = 12

    var byteCount: Int { table.byteCount + pool.byteCount }
    var isNearlyFull: Bool { pool.isNearlyFull }

    /// Adds an occurrence to the current document.
    @inline(__always)
    mutating func add(space: UInt8, term: UnsafeBufferPointer<UInt8>, field: IndexField, position: UInt32) {
        if waiting.isFull { resolve() }
        let key = TermKey(space: space, term)
        table.prefetchSlot(key.hash)
        waiting.append(
            key, term, field: field.rawValue, flags: PostingBuffer.Flags.positions.rawValue, value: position)
    }

    /// Adds a term without position: a filter, or with `impact` a score of its own. Added twice, the higher counts.
    mutating func addPlain(space: UInt8, term: UnsafeBufferPointer<UInt8>, impact: UInt8?) {
        if waiting.isFull { resolve() }
        let key = TermKey(space: space, term)
        table.prefetchSlot(key.hash)
        waiting.append(
            key, term, field: 0, flags: impact == nil ? 0 : PostingBuffer.Flags.impact.rawValue,
            value: UInt32(max(1, impact ?? 1)))
    }

    /// Gives every waiting token to its term.
    private mutating func resolve() {
        for index in 0..<waiting.count { waiting.setCandidate(table.candidate(waiting[index].key.hash), at: index) }
        for index in 0..<waiting.count {
            let token = waiting[index]
            let number = table.number(
                of: token.key, candidate: token.candidate, rest: waiting.rest(of: token))
            let entry = table.terms + number
            if entry.pointee.documentPlace == 0 {
                entry.pointee.documentPlace = document.append(term: UInt32(truncatingIfNeeded: number)) + 1
                entry.pointee.flags = token.flags
            }
            let place = entry.pointee.documentPlace - 1
            if token.flags & PostingBuffer.Flags.positions.rawValue != 0 {
                document.add(position: token.value, field: token.field, to: place)
            } else {
                document.add(impact: token.value, to: place)
            }
        }
        waiting.removeAll()
    }

    /// Ends the current document, which is number `number`.
    mutating func endDocument(_ number: UInt32) {
        resolve()
        let count = document.count
        for place in 0..<min(Self.ahead, count) { prefetchStream(place) }
        for place in 0..<count {
            if place + Self.ahead < count { prefetchStream(place + Self.ahead) }
            close(place, number)
        }
        document.removeAll()
    }

    @inline(__always)
    private func prefetchStream(_ place: Int) {
        pool.prefetch(table.terms[Int(document[place].term)].postings)
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
        switch (found.text, found.heading, found.title) {
        case (1, 0, 0): pool.append(variable: gap, to: &entry.pointee.postings)
        case (let text, 0, 0):
            pool.append(variable: gap | 1, to: &entry.pointee.postings)
            pool.append(variable: text, to: &entry.pointee.postings)
        case (0, 0, 1): pool.append(variable: gap | 3, to: &entry.pointee.postings)
        case (let text, let heading, let title):
            pool.append(variable: gap | 2, to: &entry.pointee.postings)
            pool.append(variable: text, to: &entry.pointee.postings)
            pool.append(variable: heading, to: &entry.pointee.postings)
            pool.append(variable: title, to: &entry.pointee.postings)
        }
        guard entry.pointee.flags & PostingBuffer.Flags.positions.rawValue != 0 else { return }
        pool.append(variable: found.firstGap, to: &entry.pointee.postings)
        var next = found.next
        while next != 0 {
            let occurrence = document.occurrence(next)
            pool.append(variable: occurrence.gap, to: &entry.pointee.postings)
            next = occurrence.next
        }
    }

    /// Term numbers by ascending key.
    func sortedTerms() -> [Int] { table.sorted() }

    func key(_ number: Int) -> [UInt8] { table.key(number) }

    /// Has the start of a term's postings fetched.
    @inline(__always)
    func prefetch(_ number: Int) { pool.prefetchHead(table.terms[number].postings) }

    /// Reads the postings of a term into `list`; `scratch` is room to work in.
    ///
    /// - Parameter places: new numbers of the documents; then the list is not in their order.
    func read(_ number: Int, places: [UInt32]?, into list: inout PostingBuffer, scratch: inout [UInt8]) {
        let term = table.terms[number]
        list.flags = PostingBuffer.Flags(rawValue: term.flags)
        scratch.removeAll(keepingCapacity: true)
        pool.copy(term.postings, to: &scratch)
        // A gap takes a byte at least.
        list.resize(Int(term.documentFrequency), gapCount: list.flags.contains(.positions) ? scratch.count : 0)
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
    @inline(__always)
    private static func decode(_ bytes: UnsafeRawBufferPointer, count: Int, into list: PostingBuffer.Pointers) -> Int {
        var reader = ByteReader(bytes)
        var document: UInt32 = 0
        var gapCount = 0
        for index in 0..<count {
            let value = reader.variable32()
            document &+= value >> 2
            var (text, heading, title) = (UInt32(1), UInt32(0), UInt32(0))
            switch value & 3 {
            case 0: break
            case 1: text = reader.variable32()
            case 3: (text, title) = (0, 1)
            default: (text, heading, title) = (reader.variable32(), reader.variable32(), reader.variable32())
            }
            list.documents[index] = document
            list.text[index] = text
            list.heading[index] = heading
            list.title[index] = title
            guard !list.gaps.isEmpty else { continue }
            for _ in 0..<(text &+ heading &+ title) {
                list.gaps[gapCount] = reader.variable32()
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
    }
}
