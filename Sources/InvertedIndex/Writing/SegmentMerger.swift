/// Makes one segment of several: documents in the index's order, or else one input after the other; deleted ones are
/// left out.
struct SegmentMerger {
    struct Input {
        let reader: SegmentReader
        let deleted: DocumentSet?
    }

    private let inputs: [Input]
    /// New document number of each document, by input; `PostingCursor.end` for a deleted one.
    private let renumbered: [[UInt32]]
    private let documentCount: Int

    init(_ inputs: [Input], order: DocumentOrder?) {
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
        documentCount = Int(next)
        if let order { Self.rearrange(&maps, inputs, order, documentCount: documentCount) }
        renumbered = maps
    }

    /// Brings the documents of all inputs together into the index's order.
    private static func rearrange(
        _ maps: inout [[UInt32]], _ inputs: [Input], _ order: DocumentOrder, documentCount: Int
    ) {
        var lengths: [UInt8] = []
        var clusters = order.clusters.map { name in
            ColumnBuilder(
                inputs.lazy.compactMap { $0.reader.columns[name]?.definition }.first
                    ?? ColumnDefinition(name: name, kind: .number))
        }
        for (input, map) in zip(inputs, maps) {
            for document in map.indices where map[document] != PostingCursor.end {
                lengths.append(input.reader.lengths.each[document])
                for index in clusters.indices {
                    clusters[index].append(input.reader.columns[order.clusters[index]], UInt32(document))
                }
            }
        }
        let places = DocumentOrder.places(lengths: lengths, clusterRanks: clusters.map(\.ranks))
        for input in maps.indices {
            for document in maps[input].indices where maps[input][document] != PostingCursor.end {
                maps[input][document] = places[Int(maps[input][document])]
            }
        }
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
        var sorter = PostingSorter()
        while let key = walks.compactMap({ $0?.key }).min(by: { $0.lexicographicallyPrecedes($1) }) {
            list.removeAll()
            for index in walks.indices where walks[index]?.key == key {
                guard let entry = walks[index]?.entry else { continue }
                try append(entry, of: index, to: &list)
                if try !(walks[index]?.next() ?? false) { walks[index] = nil }
            }
            sorter.sort(&list, documentCount: documentCount)
            try assembler.append(key, list)
        }
        let size = try assembler.finish(columns: try mergeColumns(), payloads: mergePayloads())
        return (documentCount, size)
    }

    private func append(_ entry: TermEntry, of index: Int, to list: inout PostingBuffer) throws(IndexError) {
        let reader = inputs[index].reader
        let map = renumbered[index]
        var cursor = PostingCursor(try reader.postingList(entry), documentCount: reader.documentCount)
        list.flags.formUnion(cursor.list.flags.intersection(PostingBuffer.Flags.scoring))
        while cursor.document != PostingCursor.end {
            cursor.prepareFrequencies()
            let gaps = cursor.readBlockGaps()
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
        var lengths = [UInt8](repeating: 0, count: documentCount)
        var total: UInt64 = 0
        for (input, map) in zip(inputs, renumbered) {
            var removed: UInt64 = 0
            for document in map.indices {
                let length = input.reader.lengths.each[document]
                if map[document] == PostingCursor.end {
                    removed += UInt64(LengthCodec.decode(length))
                } else {
                    lengths[Int(map[document])] = length
                }
            }
            total += input.reader.statistics.totalLength - min(removed, input.reader.statistics.totalLength)
        }
        return (lengths, total)
    }

    /// Input and number there of each document of the merged segment, in its order.
    private var origins: [(input: Int, document: UInt32)] {
        var origins = [(input: Int, document: UInt32)](repeating: (0, 0), count: documentCount)
        for (input, map) in renumbered.enumerated() {
            for (document, place) in map.enumerated() where place != PostingCursor.end {
                origins[Int(place)] = (input, UInt32(document))
            }
        }
        return origins
    }

    private func mergeColumns() throws(IndexError) -> [ColumnBuilder] {
        var definitions: [ColumnDefinition] = []
        for input in inputs {
            for column in input.reader.columns.values.sorted(by: { $0.definition.name < $1.definition.name })
            where !definitions.contains(column.definition) { definitions.append(column.definition) }
        }
        let origins = origins
        return definitions.map { definition in
            var builder = ColumnBuilder(definition)
            let columns = inputs.map { $0.reader.columns[definition.name] }
            for (input, document) in origins { builder.append(columns[input], document) }
            return builder
        }
    }

    private func mergePayloads() -> [UInt8] {
        let origins = origins
        return Payloads.section(count: origins.count) { place, group in
            inputs[origins[place].input].reader.payload(origins[place].document) { group.append(contentsOf: $0) }
        }
    }
}

extension ColumnBuilder {
    /// Appends the value that `document` has in another segment's column.
    fileprivate mutating func append(_ column: Column?, _ document: UInt32) {
        switch definition.kind {
        case .number: append(number: column?.value(document) ?? 0)
        case .keyword: append(keyword: column?.keyword(document) ?? "")
        }
    }
}
