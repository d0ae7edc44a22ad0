/// Makes one segment of several: documents in the same order, deleted ones left out.
struct SegmentMerger {
    struct Input {
        let reader: SegmentReader
        let deleted: DocumentSet?
    }

    private let inputs: [Input]
    /// New document number of each document, by input; `PostingCursor.end` for a deleted one.
    private let renumbered: [[UInt32]]
    private let documentCount: Int

    init(_ inputs: [Input]) {
        self.inputs = inputs
        var next: UInt32 = 0
        var maps: [[UInt32]] = []
        for input in inputs {
            var map = [UInt32](repeating: PostingCursor.end, count: input.reader.documentCount)
            for document in map.indices where !(input.deleted?.contains(UInt32(document)) ?? false) {
                map[document] = next
                next += 1
            }
            maps.append(map)
        }
        renumbered = maps
        documentCount = Int(next)
    }

    /// Writes the merged segment; gives its documents and size in bytes.
    func write(to path: String, parameters: RankingParameters) throws(IndexError) -> (documents: Int, size: Int) {
        let (lengths, total) = mergeLengths()
        let statistics = SegmentStatistics(
            documentCount: documentCount, totalLength: total, parameters: parameters)
        let assembler = try SegmentAssembler(path: path, statistics: statistics, lengths: lengths)
        var walks: [TermDictionary.Walk?] = []
        for input in inputs {
            var walk = try input.reader.terms.walk(from: [])
            walks.append(try walk.next() ? walk : nil)
        }
        var list = PostingBuffer()
        while let key = walks.compactMap({ $0?.key }).min(by: { $0.lexicographicallyPrecedes($1) }) {
            list.removeAll()
            for index in walks.indices where walks[index]?.key == key {
                guard let entry = walks[index]?.entry else { continue }
                try append(entry, of: index, to: &list)
                if try !(walks[index]?.next() ?? false) { walks[index] = nil }
            }
            try assembler.append(key, list)
        }
        let size = try assembler.finish(columns: try mergeColumns(), payloads: mergePayloads())
        return (documentCount, size)
    }

    private func append(_ entry: TermEntry, of index: Int, to list: inout PostingBuffer) throws(IndexError) {
        let reader = inputs[index].reader
        let map = renumbered[index]
        var cursor = PostingCursor(try reader.postingList(entry), documentCount: reader.documentCount)
        list.flags.formUnion(cursor.list.flags)
        var gaps: [UInt32] = []
        while cursor.document != PostingCursor.end {
            cursor.prepareFrequencies()
            gaps.removeAll(keepingCapacity: true)
            cursor.readBlockGaps(into: &gaps)
            if cursor.isDamaged { break }
            var gap = 0
            for posting in 0..<cursor.count {
                let (text, heading, title) = (cursor.text[posting], cursor.heading[posting], cursor.title[posting])
                let occurrences = list.flags.contains(.positions) ? Int(text) + Int(heading) + Int(title) : 0
                let document = map[Int(cursor.documents[posting])]
                if document != PostingCursor.end {
                    list.append(document: document, text: text, heading: heading, title: title)
                    list.gaps.append(contentsOf: gaps[gap..<(gap + occurrences)])
                }
                gap += occurrences
            }
            cursor.move(to: cursor.count)
        }
        if cursor.isDamaged { throw .corrupt(file: reader.path, place: "section postings or positions") }
    }

    /// The exact length of a deleted document is not kept, so the total loses what its length byte stands for.
    private func mergeLengths() -> (lengths: [UInt8], total: UInt64) {
        var lengths: [UInt8] = []
        lengths.reserveCapacity(documentCount)
        var total: UInt64 = 0
        for (input, map) in zip(inputs, renumbered) {
            var removed: UInt64 = 0
            for document in map.indices {
                let length = input.reader.lengths[document]
                if map[document] == PostingCursor.end {
                    removed += UInt64(LengthCodec.decode(length))
                } else {
                    lengths.append(length)
                }
            }
            total += input.reader.statistics.totalLength - min(removed, input.reader.statistics.totalLength)
        }
        return (lengths, total)
    }

    private func mergeColumns() throws(IndexError) -> [ColumnBuilder] {
        var order: [ColumnDefinition] = []
        for input in inputs {
            for column in input.reader.columns.values.sorted(by: { $0.definition.name < $1.definition.name })
            where !order.contains(column.definition) { order.append(column.definition) }
        }
        return order.map { definition in
            var builder = ColumnBuilder(definition)
            for (input, map) in zip(inputs, renumbered) {
                let column = input.reader.columns[definition.name]
                for document in map.indices where map[document] != PostingCursor.end {
                    switch definition.kind {
                    case .number: builder.append(number: column?.value(UInt32(document)) ?? 0)
                    case .keyword: builder.append(keyword: column?.keyword(UInt32(document)) ?? "")
                    }
                }
            }
            return builder
        }
    }

    private func mergePayloads() -> [UInt8] {
        var ends = ByteWriter()
        var bytes: [UInt8] = []
        ends.append(little: UInt32(0))
        for (input, map) in zip(inputs, renumbered) {
            for document in map.indices where map[document] != PostingCursor.end {
                bytes.append(contentsOf: input.reader.payload(UInt32(document)))
                ends.append(little: UInt32(truncatingIfNeeded: bytes.count))
            }
        }
        return ends.bytes + bytes
    }
}
