/// Compares documents of an index with the same documents indexed anew.
///
/// A document is known by its number in a column. All that stands of it in an index, each posting with frequencies and
/// positions, its columns and its payload, is brought to one number by adding up hashes, whose sum does not depend on
/// segments or order. So the lists are gone through once, and only documents that differ are looked at term by term.
public struct IndexComparison {
    /// A document that is not as it should be.
    public struct Difference: Sendable, Equatable {
        /// Its number in the column.
        public var number: UInt64
        /// Keys whose postings differ, are missing or are too many; at most three. Empty where columns, length or
        /// payload differ.
        public var keys: [[UInt8]]
    }

    private let found: IndexSearcher
    private let expected: IndexSearcher
    private let column: String
    private let names: [String]

    /// - Parameters:
    ///   - found: the index that is examined; it may hold further documents.
    ///   - expected: an index of some of its documents, made anew.
    ///   - column: column of numbers by which documents are known.
    ///   - columns: names of all columns to compare.
    public init(of found: IndexSearcher, with expected: IndexSearcher, column: String, columns: [String]) {
        self.found = found
        self.expected = expected
        self.column = column
        names = columns
    }

    /// Documents of the expected index that the examined one does not hold so, in the order of their numbers.
    ///
    /// - Parameter limit: documents at most.
    /// - Throws: ``IndexError/corrupt(file:place:)`` when damage is met on the way.
    public func differences(limit: Int) throws(IndexError) -> [Difference] {
        var slots: [UInt64: Int] = [:]
        expected.forEachLiveDocument(column: column) { _, number in slots[number] = slots.count }
        let want = try sums(of: expected, slots)
        let have = try sums(of: found, slots)
        let numbers = slots.filter { want[$0.value] != have[$0.value] }.map(\.key).sorted().prefix(limit)
        guard !numbers.isEmpty else { return [] }
        var differing: [UInt64: Int] = [:]
        for number in numbers { differing[number] = differing.count }
        let wanted = try postings(of: expected, differing)
        let held = try postings(of: found, differing)
        return numbers.enumerated().map { place, number in
            let keys = Set(wanted[place].keys).union(held[place].keys).filter { wanted[place][$0] != held[place][$0] }
            return Difference(
                number: number, keys: Array(keys.sorted { $0.lexicographicallyPrecedes($1) }.prefix(3)))
        }
    }

    private func sums(of searcher: IndexSearcher, _ slots: [UInt64: Int]) throws(IndexError) -> [UInt64] {
        var sums = [UInt64](repeating: 0, count: slots.count)
        try forEachPosting(of: searcher, slots) { slot, _, hash in sums[slot] &+= hash }
        for segment in searcher.segments {
            let slotOf = self.slots(of: segment, slots)
            for document in 0..<UInt32(segment.reader.documentCount) {
                guard let slot = slotOf[Int(document)] else { continue }
                var hash = Hash()
                hash.add(UInt64(segment.reader.lengths[document]))
                for name in names {
                    guard let column = segment.reader.columns[name] else { continue }
                    if column.definition.kind == .number {
                        hash.add(column.value(document))
                    } else {
                        for byte in column.keyword(document).utf8 { hash.add(UInt64(byte)) }
                    }
                }
                segment.reader.payload(document) { for byte in $0 { hash.add(UInt64(byte)) } }
                sums[slot] &+= hash.mixed
            }
        }
        return sums
    }

    private func postings(
        of searcher: IndexSearcher, _ slots: [UInt64: Int]
    ) throws(IndexError) -> [[[UInt8]: UInt64]] {
        var postings = [[[UInt8]: UInt64]](repeating: [:], count: slots.count)
        try forEachPosting(of: searcher, slots) { slot, key, hash in postings[slot][key, default: 0] &+= hash }
        return postings
    }

    /// The slot of each document of a segment; nil for those that are deleted or not compared.
    private func slots(of segment: OpenSegment, _ slots: [UInt64: Int]) -> [Int?] {
        guard let column = segment.reader.columns[column] else {
            return Array(repeating: nil, count: segment.reader.documentCount)
        }
        return (0..<UInt32(segment.reader.documentCount)).map { document in
            segment.deleted?.contains(document) ?? false ? nil : slots[column.value(document)]
        }
    }

    private func forEachPosting(
        of searcher: IndexSearcher, _ slots: [UInt64: Int],
        _ body: (_ slot: Int, _ key: [UInt8], _ hash: UInt64) -> Void
    ) throws(IndexError) {
        for segment in searcher.segments {
            let reader = segment.reader
            let slotOf = self.slots(of: segment, slots)
            var walk = try reader.terms.walk()
            while try walk.next() {
                var term = Hash()
                for byte in walk.key { term.add(UInt64(byte)) }
                var cursor = PostingCursor(try reader.postingList(walk.entry), documentCount: reader.documentCount)
                while cursor.document != PostingCursor.end {
                    if let slot = slotOf[Int(cursor.document)] {
                        cursor.prepareFrequencies()
                        var hash = term
                        hash.add(UInt64(cursor.text[cursor.index]))
                        hash.add(UInt64(cursor.heading[cursor.index]))
                        hash.add(UInt64(cursor.title[cursor.index]))
                        for field in [IndexField.text, .heading, .title] {
                            let run = cursor.readPositions(field)
                            for index in 0..<run.count { hash.add(UInt64(run[index])) }
                        }
                        body(slot, walk.key, hash.mixed)
                    }
                    cursor.next()
                }
                if cursor.isDamaged { throw .corrupt(file: reader.path, place: "section postings or positions") }
            }
        }
    }

    /// 64-bit FNV-1a over whole words, mixed at the end as SplitMix64 does, so that sums of hashes stay apart.
    private struct Hash {
        private var value: UInt64 = 0xcbf2_9ce4_8422_2325

        mutating func add(_ word: UInt64) { value = (value ^ word) &* 0x0000_0100_0000_01b3 ^ value >> 29 }

        var mixed: UInt64 {
            var word = value
            word = (word ^ word >> 30) &* 0xbf58_476d_1ce4_e5b9
            word = (word ^ word >> 27) &* 0x94d0_49bb_1331_11eb
            return word ^ word >> 31
        }
    }
}
