import TestSupport
import Testing

@testable import InvertedIndex

@Suite("Documents are arranged by cluster and length")
struct DocumentOrderTests {
    @Test("Clusters come first, then length, then the order of adding", arguments: 0..<5)
    func places(seed: Int) {
        var generator = SeededGenerator(seed: UInt64(seed))
        let lengths = (0..<500).map { _ in UInt8.random(in: 0...90, using: &generator) }
        let languages = (0..<500).map { _ in UInt32.random(in: 0..<4, using: &generator) }
        let countries = (0..<500).map { _ in UInt32.random(in: 0..<3, using: &generator) }
        let places = DocumentOrder.places(lengths: lengths, clusterRanks: [languages, countries])
        #expect(places.sorted() == Array(0..<500))
        let order = places.indices.sorted { places[$0] < places[$1] }
        func place(_ document: Int) -> [UInt64] {
            [UInt64(languages[document]), UInt64(countries[document]), UInt64(lengths[document])]
        }
        for (before, after) in zip(order, order.dropFirst()) {
            let (first, second) = (place(before), place(after))
            #expect(first.lexicographicallyPrecedes(second) || (first == second && before < after))
        }
    }

    @Test("Postings follow their documents, with frequencies and positions", arguments: [1, 5, 191, 192, 3000])
    func sorting(count: Int) {
        var generator = SeededGenerator(seed: UInt64(count))
        let documents = Array(Array(0..<UInt32(count * 3)).shuffled(using: &generator).prefix(count))
        var list = PostingBuffer()
        list.flags = .positions
        var expected: [UInt32: [UInt32]] = [:]
        for document in documents {
            let (text, title) = (
                UInt32.random(in: 0...3, using: &generator), UInt32.random(in: 1...2, using: &generator)
            )
            list.append(document: document, text: text, heading: 1, title: title)
            let gaps = (0..<(text + 1 + title)).map { _ in UInt32.random(in: 0...99, using: &generator) }
            list.gaps += gaps
            expected[document] = [text, 1, title] + gaps
        }
        var sorter = PostingSorter()
        sorter.sort(&list, documentCount: count * 3)
        #expect(list.documents == documents.sorted())
        var start = 0
        for (index, document) in list.documents.enumerated() {
            let frequencies = [list.text[index], list.heading[index], list.title[index]]
            let end = start + Int(frequencies.reduce(0, +))
            #expect(frequencies + list.gaps[start..<end] == expected[document])
            start = end
        }
        #expect(start == list.gaps.count)
    }

    @Test(
        "Merged segments are one in the same order as if all had been added to one", arguments: [90, 300])
    func merging(perSegment: Int) throws {
        var generator = SeededGenerator(seed: 21)
        let documents = (0..<700).map { ReferenceDocument.random(number: $0, using: &generator) }
        let (whole, parts) = (try TemporaryDirectory(), try TemporaryDirectory())
        _ = try makeIndex(documents, perSegment: 1000, in: whole.path, order: testOrder)
        let writer = try makeIndex(documents, perSegment: perSegment, in: parts.path, order: testOrder)
        try writer.mergeAll()
        try writer.commit(sequence: 800)
        let (first, second) = (try IndexSearcher(directory: whole.path), try IndexSearcher(directory: parts.path))
        for document in 0..<UInt64(700) {
            #expect(first.number("number", of: document) == second.number("number", of: document))
            #expect(first.payload(of: document) == second.payload(of: document))
        }
        let files = try [first, second].map { searcher in
            let path = try #require(searcher.manifest.segments.first?.file)
            return try SegmentFile(path: searcher.directory + "/" + path)
        }
        for section in [SegmentFormat.Section.terms, .postings, .positions, .lengths] {
            #expect(try files[0].section(section).elementsEqual(files[1].section(section)), "\(section)")
        }
    }
}
