/// Says which documents of a window count at all: not deleted, matched by every filter, by none of the exclusions.
struct WindowFilter {
    /// A list that can be gone through in any order of windows.
    private final class List {
        var cursor: PostingCursor
        init(_ list: PostingList, documentCount: Int) { cursor = PostingCursor(list, documentCount: documentCount) }
    }

    /// One condition.
    private enum Part {
        /// Documents of any of the lists.
        case lists([List])
        case set(DocumentSet)
    }

    /// A bit for each document of the window that counts, after ``fill(start:end:)``.
    let accepted: UnsafeMutablePointer<UInt64>
    private var required: [Part] = []
    private var excluded: [Part] = []
    private let deleted: DocumentSet?
    private let memory: Memory
    /// Binary logarithm of the documents in a window.
    let shift: Int
    private var wordCount: Int { (1 << shift) / 64 }
    /// Laws of a country or a language mostly stand together, and much of a larger window would lie outside.
    static let largestShift = 14

    /// Holds the bits of a window and room to work in.
    private final class Memory {
        let words: UnsafeMutablePointer<UInt64>
        init(wordCount: Int) { words = .allocate(capacity: 2 * wordCount) }
        deinit { words.deallocate() }
    }

    /// Nil when every document counts.
    ///
    /// - Parameters:
    ///   - shift: binary logarithm of the documents in a window where documents are only shut out.
    ///   - matches: the documents of a query that is no list of terms.
    init?(
        _ query: WindowedQuery, deleted: DocumentSet?, list: ([UInt8]) throws(IndexError) -> PostingList?,
        documentCount: Int, shift: Int, matches: (IndexQuery) throws(IndexError) -> DocumentSet
    ) throws(IndexError) {
        guard deleted != nil || !query.filters.isEmpty || !query.excluded.isEmpty else { return nil }
        self.deleted = deleted
        self.shift = query.filters.isEmpty ? shift : min(shift, Self.largestShift)
        memory = Memory(wordCount: (1 << self.shift) / 64)
        accepted = memory.words
        func part(_ query: IndexQuery) throws(IndexError) -> Part {
            guard let keys = query.plainKeys, keys.count <= 32 else { return .set(try matches(query)) }
            var lists: [List] = []
            for key in keys {
                if let list = try list(key) { lists.append(List(list, documentCount: documentCount)) }
            }
            return .lists(lists)
        }
        for filter in query.filters { required.append(try part(filter)) }
        for unwanted in query.excluded { excluded.append(try part(unwanted)) }
    }

    /// True when damage was met.
    var isDamaged: Bool {
        (required + excluded).contains { part in
            if case .lists(let lists) = part { lists.contains { $0.cursor.isDamaged } } else { false }
        }
    }

    /// Finds the documents of the window that count; false when there are none.
    func fill(start: UInt32, end: UInt32) -> Bool {
        let scratch = accepted + wordCount
        for word in 0..<wordCount { accepted[word] = .max }
        if let deleted {
            let first = Int(start >> 6)
            for word in 0..<min(wordCount, deleted.words.count - first) {
                accepted[word] &= ~deleted.words[first + word]
            }
        }
        var any = true
        for part in required where any {
            collect(part, start, end, into: scratch)
            var union: UInt64 = 0
            for word in 0..<wordCount {
                accepted[word] &= scratch[word]
                union |= accepted[word]
            }
            any = union != 0
        }
        for part in excluded where any {
            collect(part, start, end, into: scratch)
            var union: UInt64 = 0
            for word in 0..<wordCount {
                accepted[word] &= ~scratch[word]
                union |= accepted[word]
            }
            any = union != 0
        }
        return any
    }

    /// Whether documents are only shut out, so that most may be taken to count.
    var onlyExcludes: Bool { required.isEmpty }

    /// Whether a block holds as many documents as there are numbers from its first to its last.
    private static func isRun(_ block: Int, _ list: PostingList) -> Bool {
        guard block > 0, (block + 1) * BitPacking.blockSize <= list.documentFrequency, let lasts = list.lasts else {
            return false
        }
        return lasts[block] &- lasts[block - 1] == UInt32(BitPacking.blockSize)
    }

    /// Whether a document counts, without a look at its window.
    func accepts(_ document: UInt32) -> Bool {
        if let deleted, deleted.contains(document) { return false }
        return required.allSatisfy { Self.holds($0, document) } && !excluded.contains { Self.holds($0, document) }
    }

    private static func holds(_ part: Part, _ document: UInt32) -> Bool {
        switch part {
        case .set(let set): set.contains(document)
        case .lists(let lists):
            lists.contains { list in
                let block = list.cursor.block(holding: document)
                return block < list.cursor.list.blockCount && list.cursor.find(document, in: block)
            }
        }
    }

    /// Whether the document at `slot` of the window counts; nil stands for no filter.
    @inline(__always)
    static func accepts(_ slot: Int, _ accepted: UnsafeMutablePointer<UInt64>?) -> Bool {
        guard let accepted else { return true }
        return accepted[slot &>> 6] &>> UInt64(truncatingIfNeeded: slot & 63) & 1 == 1
    }

    private func collect(_ part: Part, _ start: UInt32, _ end: UInt32, into words: UnsafeMutablePointer<UInt64>) {
        for word in 0..<wordCount { words[word] = 0 }
        switch part {
        case .set(let set):
            let first = Int(start >> 6)
            for word in 0..<min(wordCount, set.words.count - first) { words[word] = set.words[first + word] }
        case .lists(let lists):
            for list in lists { Self.mark(&list.cursor, start, end, in: words) }
        }
    }

    /// Sets the bits of a list's documents in the window.
    private static func mark(
        _ cursor: inout PostingCursor, _ start: UInt32, _ end: UInt32, in words: UnsafeMutablePointer<UInt64>
    ) {
        var block = cursor.block(holding: start)
        while block < cursor.list.blockCount {
            let last = cursor.list.last(ofBlock: block)
            if isRun(block, cursor.list) {
                setBits(
                    max(cursor.list.last(ofBlock: block - 1) &+ 1, start), min(last &+ 1, end), from: start, in: words)
            } else {
                cursor.open(block)
                var index = BlockSearch.firstIndex(notBelow: start, in: cursor.documents)
                while index < cursor.count, cursor.documents[index] < end {
                    // Safe: start <= document < end, and no window is larger than `wordCount` words of bits.
                    let slot = Int(cursor.documents[index] &- start)
                    words[slot &>> 6] |= 1 &<< UInt64(truncatingIfNeeded: slot & 63)
                    index &+= 1
                }
            }
            if last >= end &- 1 { return }
            block += 1
        }
    }

    /// Sets the bits of the documents `first ..< behind`, which lie in the window that begins at `start`.
    private static func setBits(
        _ first: UInt32, _ behind: UInt32, from start: UInt32, in words: UnsafeMutablePointer<UInt64>
    ) {
        guard first < behind else { return }
        let (low, high) = (Int(first &- start), Int(behind &- start &- 1))
        let lowMask = UInt64.max &<< UInt64(truncatingIfNeeded: low & 63)
        let highMask = UInt64.max &>> UInt64(truncatingIfNeeded: 63 &- (high & 63))
        if low >> 6 == high >> 6 {
            words[low >> 6] |= lowMask & highMask
        } else {
            words[low >> 6] |= lowMask
            for word in ((low >> 6) + 1)..<(high >> 6) { words[word] = .max }
            words[high >> 6] |= highMask
        }
    }
}

extension IndexQuery {
    /// The keys, when the query asks for no more than that one of some terms occurs in any field.
    fileprivate var plainKeys: [[UInt8]]? {
        switch self {
        case .term(let term): return term.fields == .all ? [term.key] : nil
        case .termSet(let keys): return keys
        case .any(let parts):
            var keys: [[UInt8]] = []
            for part in parts {
                guard let own = part.plainKeys else { return nil }
                keys += own
            }
            return keys
        default: return nil
        }
    }
}
